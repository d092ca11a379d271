package vn.angiang.plan72.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was sent to urge on a case ("đôn đốc"): reminders by date and those its flow decided on. */
@Service
public class Reminders {

    private final JdbcClient jdbc;
    private final NoticeTexts texts;
    private final ReminderRun run;

    Reminders(JdbcClient jdbc, NoticeTexts texts, ReminderRun run) {
        this.jdbc = jdbc;
        this.texts = texts;
        this.run = run;
    }

    /**
     * One act of urging.
     *
     * @param text the words as sent, in the reader's language
     * @param people how many were told
     */
    public record Reminded(Instant at, LocalDate dueOn, String text, int people) {}

    /** Of a case, newest first. The caller has asked {@code CaseAccess}. */
    @Transactional(readOnly = true)
    public List<Reminded> ofCase(String caseNumber, Locale locale) {
        return jdbc.sql("select at, due_on, message_key, arguments, people from reminder where case_number = :number"
                        + " order by at desc, id desc")
                .param("number", caseNumber)
                .query((rs, i) -> new Reminded(
                        rs.getObject("at", OffsetDateTime.class).toInstant(),
                        rs.getObject("due_on", LocalDate.class),
                        texts.say(rs.getString("message_key"), texts.read(rs.getString("arguments")), locale),
                        rs.getInt("people")))
                .list();
    }

    /** How often the case was urged. */
    @Transactional(readOnly = true)
    public int countOfCase(String caseNumber) {
        return jdbc.sql("select count(*) from reminder where case_number = ?")
                .param(caseNumber)
                .query(Integer.class)
                .single();
    }

    /** Sends every reminder that is due now; returns how many. Runs by itself every hour; safe to call at any time. */
    public int run() {
        return run.run();
    }
}
