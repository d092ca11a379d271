/**
 * Giám sát xã hội và ý kiến người dân (III.9, IV.13.f, IV.14): findings of the Front, organisations and People's Councils,
 * and what citizens send without an account; where they go, what is answered, how the answer is rated. Asks for inspections
 * and accountability by events; calls no other flow. Strangers never touch the engine: what they send waits in a table
 * until a job takes it in.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "secrecy",
            "organization",
            "plan",
            "calendar",
            "process",
            "casefile",
            "journal",
            "worklist",
            "taskform",
            "document"
        })
package vn.angiang.plan72.feedback;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
