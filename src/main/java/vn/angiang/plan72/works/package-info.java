/**
 * Small works under the simplified mechanism (III.6, III.7.c): lists of works as hamlets proposed them, whether they are
 * eligible, the log of community supervision, acceptance, settlement and publication. Money is whole đồng: State money
 * and people's contribution make up what is settled. Calls no other flow.
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
            "taskform"
        })
package vn.angiang.plan72.works;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
