package vn.angiang.plan72.notification;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.organization.Person;

/** Writes notices and waiting mails into the running transaction: told if and only if the act happened. */
@Component
class NoticeWriter {

    private final JdbcTemplate batch;
    private final NoticeTexts texts;
    private final Clock clock;
    private final RealTime realTime;

    NoticeWriter(JdbcTemplate batch, NoticeTexts texts, Clock clock, RealTime realTime) {
        this.batch = batch;
        this.texts = texts;
        this.clock = clock;
        this.realTime = realTime;
    }

    /** One notice and those it is for. */
    record Addressed(NewNotice notice, Collection<Person> people) {}

    /** Each person once, each mail address once. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(List<Addressed> all) {
        OffsetDateTime at = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        OffsetDateTime real = realTime.now();
        var notices = new ArrayList<Object[]>();
        var mails = new ArrayList<Object[]>();
        for (Addressed addressed : all) {
            NewNotice n = addressed.notice();
            String arguments = texts.keep(n.arguments());
            Set<String> told = new HashSet<>();
            Set<String> mailed = new HashSet<>();
            for (Person person : addressed.people()) {
                if (!told.add(person.username())) {
                    continue;
                }
                notices.add(new Object[] {person.username(), at, n.caseNumber(), n.messageKey(), arguments, n.href()});
                String address = person.email() == null ? "" : person.email().strip();
                if (!address.isEmpty() && mailed.add(address.toLowerCase(Locale.ROOT))) {
                    mails.add(new Object[] {
                        person.username(), address, texts.subject(n), texts.body(n), n.caseNumber(), real, real
                    });
                }
            }
        }
        batch.batchUpdate(
                "insert into notice(username, at, case_number, message_key, arguments, href) values (?, ?, ?, ?, ?, ?)",
                notices);
        batch.batchUpdate(
                """
                insert into mail_outbox(username, address, subject, body, case_number, state, attempts, created_at, next_at)
                values (?, ?, ?, ?, ?, 'WAITING', 0, ?, ?)
                """,
                mails);
    }
}
