package vn.angiang.plan72.notification;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.journal.Act;
import vn.angiang.plan72.journal.Journal;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.Refusal;

/** The outbox as the administrator sees it. Times are real time, also on a demo clock. */
@Service
public class MailOutbox {

    private final JdbcClient jdbc;
    private final OutboxSender sender;
    private final RealTime realTime;
    private final Journal journal;

    MailOutbox(JdbcClient jdbc, OutboxSender sender, RealTime realTime, Journal journal) {
        this.jdbc = jdbc;
        this.sender = sender;
        this.realTime = realTime;
        this.journal = journal;
    }

    /** Where a mail stands. */
    public enum State {
        WAITING,
        SENT,
        FAILED,
        OUTDATED
    }

    /** A mail without its text. */
    public record Mail(
            long id,
            String username,
            String address,
            String subject,
            @Nullable String caseNumber,
            State state,
            int attempts,
            Instant createdAt,
            Instant nextAt,
            @Nullable Instant sentAt,
            @Nullable String lastError) {}

    /** A page; {@code next} is the cursor of the following one, or null. */
    public record Page(List<Mail> mails, @Nullable Long next) {}

    /** Whether mails leave this installation at all. */
    public boolean isEnabled() {
        return sender.isEnabled();
    }

    /** How many mails wait to be sent; also those that wait because mail is switched off. */
    @Transactional(readOnly = true)
    public long waiting() {
        return jdbc.sql("select count(*) from mail_outbox where state = 'WAITING'")
                .query(Long.class)
                .single();
    }

    /**
     * Newest first.
     *
     * @throws Refusal.Forbidden unless an administrator asks
     */
    @Transactional(readOnly = true)
    public Page page(@Nullable State state, @Nullable Long before, int size, Actor by) {
        requireAdmin(by);
        int rows = Math.max(1, Math.min(100, size));
        var values = new HashMap<String, Object>();
        values.put("before", before == null ? Long.MAX_VALUE : before);
        if (state != null) {
            values.put("state", state.name());
        }
        var found = jdbc.sql("select id, username, address, subject, case_number, state, attempts, created_at, next_at,"
                        + " sent_at, last_error from mail_outbox where id < :before"
                        + (state == null ? "" : " and state = :state") + " order by id desc fetch first " + (rows + 1)
                        + " rows only")
                .params(values)
                .query((rs, i) -> new Mail(
                        rs.getLong("id"),
                        rs.getString("username"),
                        rs.getString("address"),
                        rs.getString("subject"),
                        rs.getString("case_number"),
                        State.valueOf(rs.getString("state")),
                        rs.getInt("attempts"),
                        rs.getObject("created_at", OffsetDateTime.class).toInstant(),
                        rs.getObject("next_at", OffsetDateTime.class).toInstant(),
                        moment(rs.getObject("sent_at", OffsetDateTime.class)),
                        rs.getString("last_error")))
                .list();
        boolean more = found.size() > rows;
        var shown = more ? found.subList(0, rows) : found;
        return new Page(List.copyOf(shown), more ? shown.get(rows - 1).id() : null);
    }

    /**
     * Puts a mail that was given up back into the queue, with all its attempts.
     *
     * @throws Refusal.Forbidden unless an administrator asks
     * @throws Refusal.NotFound when there is none
     * @throws Refusal.Conflict when it was sent or waits already
     */
    @Transactional
    public void retry(long id, Actor by) {
        requireAdmin(by);
        int rows = jdbc.sql("update mail_outbox set state = 'WAITING', attempts = 0, created_at = ?, next_at = ?"
                        + " where id = ? and state in ('FAILED', 'OUTDATED')")
                .params(realTime.now(), realTime.now(), id)
                .update();
        if (rows == 0) {
            int present = jdbc.sql("select count(*) from mail_outbox where id = ?")
                    .param(id)
                    .query(Integer.class)
                    .single();
            if (present == 0) {
                throw new Refusal.NotFound("notification.mail.notFound");
            }
            throw new Refusal.Conflict("notification.mail.notGivenUp");
        }
        journal.record(Act.of("HE_THONG", "notification.mailRetried", null, by, Map.of("mail", id)));
    }

    private static void requireAdmin(Actor by) {
        if (!by.hasRole("admin")) {
            throw new Refusal.Forbidden("refusal.adminOnly");
        }
    }

    private static @Nullable Instant moment(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
