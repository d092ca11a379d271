/**
 * Báo cáo (III.9, IV.13.h, CL.d): periods, the units' figures and narratives, consolidation, corrections and the issued
 * report. Keeps the figures because they must add up; hears of answers through {@code TaskAnswered}; asks for
 * accountability by an event and calls no other flow.
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
package vn.angiang.plan72.reporting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
