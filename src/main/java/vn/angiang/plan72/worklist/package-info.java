/**
 * The inbox: one row per open user task and principal, kept by the engine's task events inside the engine's own
 * transaction, so a list is one index range and the redirect after an act already sees the new state. And the desk at
 * which a task is opened, claimed, drafted and completed. Knows no flow: flow modules hear {@code TaskAnswered}.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "process",
            "casefile",
            "taskform",
            "journal",
            "document",
            "calendar",
            "organization"
        })
package vn.angiang.plan72.worklist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
