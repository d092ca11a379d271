/**
 * Giao và thực hiện nhiệm vụ (I–IV, CL): the year's list of assignments, and each assignment from acceptance to rating.
 * Keeps the facts of both flows; hears of answers through {@code TaskAnswered}; tells others by events
 * ({@code AccountabilityRequested}) and calls no other flow.
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
package vn.angiang.plan72.assignment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
