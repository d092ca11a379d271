package vn.angiang.plan72.notification;

import java.time.Instant;

/** A mail to be sent now. */
record WaitingMail(long id, String address, String subject, String body, int attempts, Instant createdAt) {}
