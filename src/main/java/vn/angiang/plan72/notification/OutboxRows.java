package vn.angiang.plan72.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The outbox as the sender sees it: one row, locked while it is being sent. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class OutboxRows {

    private static final int ERROR = 480;

    private final JdbcClient jdbc;
    private final RealTime realTime;

    OutboxRows(JdbcClient jdbc, RealTime realTime) {
        this.jdbc = jdbc;
        this.realTime = realTime;
    }

    /** The next mail due that no other node is sending. The lock holds until the transaction ends. */
    Optional<WaitingMail> lockNext() {
        return jdbc.sql("select id, address, subject, body, attempts, created_at, attachment_name, attachment"
                        + " from mail_outbox"
                        + " where state = 'WAITING' and next_at <= :now order by next_at, id"
                        + " fetch first 1 rows only for update skip locked")
                .param("now", realTime.now())
                .query((rs, i) -> new WaitingMail(
                        rs.getLong("id"),
                        rs.getString("address"),
                        rs.getString("subject"),
                        rs.getString("body"),
                        rs.getInt("attempts"),
                        rs.getObject("created_at", OffsetDateTime.class).toInstant(),
                        attachment(rs)))
                .optional();
    }

    private static WaitingMail.@Nullable Attachment attachment(ResultSet rs) throws SQLException {
        String name = rs.getString("attachment_name");
        return name == null ? null : new WaitingMail.Attachment(name, rs.getBytes("attachment"));
    }

    void sent(WaitingMail mail) {
        jdbc.sql("update mail_outbox set state = 'SENT', attempts = attempts + 1, sent_at = ?, last_error = null"
                        + " where id = ?")
                .params(realTime.now(), mail.id())
                .update();
    }

    /** @param wait until the next attempt, or null when there shall be none */
    void notSent(WaitingMail mail, @Nullable Duration wait, String error) {
        Instant next = wait == null ? realTime.instant() : realTime.instant().plus(wait);
        jdbc.sql("update mail_outbox set state = ?, attempts = attempts + 1, next_at = ?, last_error = ? where id = ?")
                .params(
                        wait == null ? "FAILED" : "WAITING",
                        OffsetDateTime.ofInstant(next, ZoneOffset.UTC),
                        NoticeTexts.oneLine(error, ERROR),
                        mail.id())
                .update();
    }

    /** Gives up mails that have waited since before that moment, e.g. from a time without a mail server. */
    int outdate(Instant before) {
        return jdbc.sql("update mail_outbox set state = 'OUTDATED' where state = 'WAITING' and created_at < ?"
                        + " and next_at <= ?")
                .params(OffsetDateTime.ofInstant(before, ZoneOffset.UTC), realTime.now())
                .update();
    }
}
