/**
 * Trách nhiệm người đứng đầu (III.9.b): one case per unit, trigger and subject, its evidence, request, explanation,
 * assessment and the Chair's conclusion. Hears {@code AccountabilityRequested} of the other flows; asks for assignments by
 * {@code AssignmentWanted}; calls no other flow. Its cases are restricted to those who must know.
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
            "notification",
            "document",
            "document :: official"
        })
package vn.angiang.plan72.accountability;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
