package vn.angiang.plan72.notification;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** SQL of the reminders. A case is open for reminding while its result is still to come and nobody has stopped it. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ReminderStore {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private static final String OPEN = " from case_file c where c.closed_at is null and c.suspended = false"
            + " and c.submitted_on is null and c.state not in ('CHO_DUYET', 'TAM_DUNG')";

    private static final String INSERT = "insert into reminder(case_number, kind, due_on, at, message_key, arguments,"
            + " people) values (?, ?, ?, ?, ?, ?, ?)";

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final NoticeTexts texts;
    private final Clock clock;

    ReminderStore(JdbcClient jdbc, JdbcTemplate batch, NoticeTexts texts, Clock clock) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.texts = texts;
        this.clock = clock;
    }

    /** A case to be reminded. */
    record Candidate(String number, String title, String leadUnit, String processKey, String modality) {}

    /** A reminder that went out. */
    record Sent(String caseNumber, ReminderKind kind, LocalDate dueOn, NewNotice notice, int people) {}

    /** Due dates of open cases up to a day. */
    List<LocalDate> dueDates(LocalDate upTo) {
        return jdbc.sql("select distinct c.due_on" + OPEN + " and c.due_on <= :upTo order by c.due_on")
                .param("upTo", upTo)
                .query(LocalDate.class)
                .list();
    }

    /**
     * Open cases of a due date that have not had this reminder.
     *
     * @param asked lead units outside the hierarchy: like requests, they get no weekly reminder
     */
    List<Candidate> candidates(LocalDate due, ReminderKind kind, Collection<String> asked, int limit) {
        var values = new HashMap<String, Object>();
        values.put("due", due);
        values.put("kind", kind.code());
        var sql = new StringBuilder("select c.number, c.title, c.lead_unit, c.process_key, c.modality" + OPEN
                + " and c.due_on = :due and not exists (select 1 from reminder r where r.case_number = c.number"
                + " and r.kind = :kind and r.due_on = c.due_on)");
        if (kind.stage() == ReminderKind.Stage.BEFORE) {
            sql.append(" and c.opened_at < :reached");
            values.put("reached", kind.reachedOn().atStartOfDay(ZONE).toOffsetDateTime());
        }
        if (kind.stage() == ReminderKind.Stage.WEEKLY) {
            sql.append(" and c.modality <> 'request'");
            if (!asked.isEmpty()) {
                sql.append(" and c.lead_unit not in (:asked)");
                values.put("asked", asked);
            }
        }
        sql.append(" order by c.number fetch first ").append(limit).append(" rows only");
        return jdbc.sql(sql.toString())
                .params(values)
                .query((rs, i) -> new Candidate(
                        rs.getString(1), rs.getString(2), rs.getString(3), rs.getString(4), rs.getString(5)))
                .list();
    }

    /** @throws org.springframework.dao.DuplicateKeyException when one of them has gone out before */
    void sent(List<Sent> all) {
        OffsetDateTime at = now();
        batch.batchUpdate(
                INSERT,
                all.stream()
                        .map(s -> new Object[] {
                            s.caseNumber(),
                            s.kind().code(),
                            s.dueOn(),
                            at,
                            s.notice().messageKey(),
                            texts.keep(s.notice().arguments()),
                            s.people()
                        })
                        .toList());
    }

    /** Keeps an act of "đôn đốc" that a flow decided on. */
    void urged(NewNotice notice, LocalDate dueOn, int people) {
        batch.update(
                INSERT,
                notice.caseNumber(),
                "FLOW_" + UUID.randomUUID(),
                dueOn,
                now(),
                notice.messageKey(),
                texts.keep(notice.arguments()),
                people);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
