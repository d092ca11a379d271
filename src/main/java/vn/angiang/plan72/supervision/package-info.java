/**
 * Giám sát điều hành: boards over all cases, acts on many cases at once with a dry run, saved views, the weekly digest.
 * Reads the tally of {@code casefile} and never the engine's history; asks flows to act through {@code CaseControl}, calls
 * none of them. Owns {@code saved_view}, {@code bulk_*}, {@code digest_sent},
 * {@code process_run}, {@code step_*}, {@code incident_*}, {@code calendar_feed}.
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
            "notification",
            "security",
            "document",
            "document :: official"
        })
package vn.angiang.plan72.supervision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
