/**
 * Tells people: notices in the application, mail through an outbox, reminders by date ("đôn đốc"), word of new tasks.
 *
 * <p>The border is here because telling must never decide: flows publish {@code NoticeWanted} and go on; what is told is
 * written in their transaction and leaves the house afterwards, retried until it is gone. Reads {@code case_file}, writes
 * only its own tables and the journal.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"shared", "organization", "plan", "casefile", "calendar", "journal", "process"})
package vn.angiang.plan72.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
