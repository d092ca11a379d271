/**
 * Rà soát hộ nghèo, hộ cận nghèo (I, IV.13.c): the yearly review, a case for each commune, its households and their survey,
 * complaints, and the sums in a provisional and an official version; requests of single households between reviews. Households are for their commune alone; districts and
 * the province see sums. Calls no other flow.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "organization",
            "plan",
            "calendar",
            "process",
            "casefile",
            "journal",
            "worklist",
            "document",
            "document :: official"
        })
package vn.angiang.plan72.household;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
