package vn.angiang.plan72.assignment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.casefile.CaseFile;
import vn.angiang.plan72.casefile.CaseState;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.journal.Act;
import vn.angiang.plan72.journal.Journal;
import vn.angiang.plan72.plan.Parameters;
import vn.angiang.plan72.process.ProcessInstances;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.Refusal;

/**
 * Extensions: asked by the lead with reason and new date, at most {@code task.extension.max} times, decided by the
 * assigner. A late request is possible and marked; it does not stop the clock. Defaults, no legal basis.
 */
@Service
public class Extensions {

    private final JdbcClient jdbc;
    private final Cases cases;
    private final Parameters parameters;
    private final ProcessInstances processes;
    private final Journal journal;
    private final Clock clock;

    Extensions(
            JdbcClient jdbc,
            Cases cases,
            Parameters parameters,
            ProcessInstances processes,
            Journal journal,
            Clock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.parameters = parameters;
        this.processes = processes;
        this.journal = journal;
        this.clock = clock;
    }

    /** A request and what became of it; both dates are kept. */
    public record Extension(
            long id,
            Instant askedAt,
            String askedBy,
            boolean late,
            LocalDate fromDueOn,
            LocalDate wantedDueOn,
            String reason,
            @Nullable String decision,
            @Nullable LocalDate grantedDueOn,
            @Nullable String decisionReason) {}

    /** Requests of a case, oldest first. The caller has checked who may see it. */
    @Transactional(readOnly = true)
    public List<Extension> of(String caseNumber) {
        return jdbc.sql("select * from assignment_extension where case_number = :number order by id")
                .param("number", caseNumber)
                .query(Extensions::map)
                .list();
    }

    /** Whether the lead may ask now; otherwise the key of the words that say why not. */
    @Transactional(readOnly = true)
    public Optional<String> obstacle(CaseFile file) {
        if (!file.isOpen() || file.suspended() || file.dueOn() == null) {
            return Optional.of("assignment.extension.notOpen");
        }
        if (file.state() == CaseState.CHO_DUYET) {
            return Optional.of("assignment.extension.submitted");
        }
        var requests = of(file.number());
        if (requests.stream().anyMatch(e -> e.decision() == null)) {
            return Optional.of("assignment.extension.pending");
        }
        if (requests.size() >= parameters.whole("task.extension.max")) {
            return Optional.of("assignment.extension.max");
        }
        return Optional.empty();
    }

    /**
     * The lead asks for a later due date.
     *
     * @throws Refusal.Conflict when it may not ask now
     */
    @Transactional
    public void request(CaseFile file, LocalDate wanted, String reason, Actor by) {
        obstacle(file).ifPresent(key -> {
            throw new Refusal.Conflict(key, file.number());
        });
        LocalDate due = file.dueOn();
        boolean late = LocalDate.now(clock).isAfter(due);
        jdbc.sql(
                        """
                        insert into assignment_extension(case_number, asked_at, asked_by, late, from_due_on, wanted_due_on,
                            reason) values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(file.number(), now(), by.username(), late, due, wanted, reason)
                .update();
        journal.record(Act.of(
                file.leadUnit(),
                "assignment.extensionRequested",
                file.number(),
                by,
                Map.of("from", due.toString(), "wanted", wanted.toString(), "reason", reason, "late", late)));
        processes.message("assignment.extensionRequested", Assignments.instanceOf(file), Map.of());
    }

    /** The request that waits for a decision. */
    Optional<Extension> pending(String caseNumber) {
        return of(caseNumber).stream().filter(e -> e.decision() == null).findFirst();
    }

    Optional<Extension> last(String caseNumber) {
        var all = of(caseNumber);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    void decide(long id, String decision, @Nullable LocalDate granted, String reason, Actor by) {
        jdbc.sql("update assignment_extension set decision = ?, granted_due_on = ?, decision_reason = ?,"
                        + " decided_by = ?, decided_at = ? where id = ?")
                .param(decision)
                .param(granted)
                .param(reason)
                .param(by.username())
                .param(now())
                .param(id)
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static Extension map(ResultSet rs, int row) throws SQLException {
        return new Extension(
                rs.getLong("id"),
                rs.getObject("asked_at", OffsetDateTime.class).toInstant(),
                rs.getString("asked_by"),
                rs.getBoolean("late"),
                rs.getObject("from_due_on", LocalDate.class),
                rs.getObject("wanted_due_on", LocalDate.class),
                rs.getString("reason"),
                rs.getString("decision"),
                rs.getObject("granted_due_on", LocalDate.class),
                rs.getString("decision_reason"));
    }
}
