package vn.angiang.plan72.assignment;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.casefile.CaseFile;
import vn.angiang.plan72.journal.Act;
import vn.angiang.plan72.journal.Journal;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.Refusal;

/** Progress reported by the lead at any time while the case is open. */
@Service
public class Progress {

    private final JdbcClient jdbc;
    private final AssignmentStore store;
    private final Journal journal;
    private final Clock clock;

    Progress(JdbcClient jdbc, AssignmentStore store, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.store = store;
        this.journal = journal;
        this.clock = clock;
    }

    /** One report; percent 0 to 100. */
    public record Update(Instant at, String authorName, int percent, String text, @Nullable String figures) {}

    /** Reports of a case, newest first. The caller has checked who may see it. */
    @Transactional(readOnly = true)
    public List<Update> of(String caseNumber) {
        return jdbc.sql("select * from assignment_progress where case_number = :number order by id desc")
                .param("number", caseNumber)
                .query((rs, i) -> new Update(
                        rs.getObject("at", OffsetDateTime.class).toInstant(),
                        rs.getString("author_name"),
                        rs.getInt("percent"),
                        rs.getString("text"),
                        rs.getString("figures")))
                .list();
    }

    /** Adds a report of the lead unit. */
    @Transactional
    public void report(CaseFile file, int percent, String text, @Nullable String figures, Actor by) {
        if (!file.isOpen()) {
            throw new Refusal.Conflict("assignment.closed", file.number());
        }
        jdbc.sql(
                        """
                        insert into assignment_progress(case_number, at, author, author_name, percent, text, figures)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(file.number())
                .param(OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param(by.username())
                .param(by.fullName())
                .param(percent)
                .param(text)
                .param(figures)
                .update();
        store.set(file.number(), Map.of("percent", percent));
        journal.record(Act.of(
                file.leadUnit(),
                "assignment.progressReported",
                file.number(),
                by,
                Map.of("percent", percent, "text", text)));
    }
}
