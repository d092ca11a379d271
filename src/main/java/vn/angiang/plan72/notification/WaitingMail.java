package vn.angiang.plan72.notification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A mail to be sent now. */
record WaitingMail(
        long id,
        String address,
        String subject,
        String body,
        int attempts,
        Instant createdAt,
        @Nullable Attachment attachment) {

    /** A file that goes with it. */
    record Attachment(String name, byte[] content) {}
}
