/**
 * Biên tập và phát hành mô hình: drafts of processes, decision tables and forms, the gate's answers while they are
 * written, the flow by which a second person releases them, trying them out, moving running cases. Deploying a model is
 * deploying code, so nothing here reaches the engine but through {@code modelRelease}. Owns {@code model_*}.
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
            "security",
            "supervision"
        })
package vn.angiang.plan72.modelling;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
