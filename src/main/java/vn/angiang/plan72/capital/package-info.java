/**
 * Capital of the plan (III.7, IV.10, IV.11, IV.13 gạch 5 and 7): what the province gives to each district by source and
 * project, what the district allocates to projects and communes, disburses and settles. Money is whole đồng; sums are
 * equal or nothing is signed. Year and district are the key, whatever case the work is done in, so that nothing counts
 * twice. Calls no other flow.
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
            "taskform",
            "document",
            "document :: official"
        })
package vn.angiang.plan72.capital;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
