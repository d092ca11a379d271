package vn.angiang.plan72.assignment;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What co-ordinating units were asked and answered. Silence is recorded and never blocks the lead (flows, step 3). */
@Service
public class Contributions {

    private final JdbcClient jdbc;
    private final Clock clock;

    Contributions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One unit's part; silent when its day passed, or the lead finished, without an answer. */
    public record Contribution(
            String unitCode, LocalDate dueOn, @Nullable Instant answeredAt, boolean silent, @Nullable String opinion) {}

    /** All of a case, in order of unit code. The caller has checked who may see the case. */
    @Transactional(readOnly = true)
    public List<Contribution> of(String caseNumber) {
        return jdbc.sql("select * from assignment_contribution where case_number = :number order by unit_code")
                .param("number", caseNumber)
                .query((rs, i) -> {
                    var at = rs.getObject("answered_at", OffsetDateTime.class);
                    return new Contribution(
                            rs.getString("unit_code"),
                            rs.getObject("due_on", LocalDate.class),
                            at == null ? null : at.toInstant(),
                            rs.getBoolean("silent"),
                            rs.getString("opinion"));
                })
                .list();
    }

    /** Replaces the units to be asked; those that answered already stay. */
    void plan(String caseNumber, List<String> units, LocalDate dueOn) {
        jdbc.sql("delete from assignment_contribution where case_number = :number and answered_at is null")
                .param("number", caseNumber)
                .update();
        var present = of(caseNumber).stream().map(Contribution::unitCode).toList();
        units.stream().distinct().filter(u -> !present.contains(u)).forEach(unit -> jdbc.sql(
                        "insert into assignment_contribution(case_number, unit_code, due_on, silent) values (?, ?, ?, false)")
                .params(caseNumber, unit, dueOn)
                .update());
    }

    List<String> waitingFor(String caseNumber) {
        return of(caseNumber).stream()
                .filter(c -> c.answeredAt() == null && !c.silent())
                .map(Contribution::unitCode)
                .toList();
    }

    void answered(String caseNumber, String unitCode, String opinion) {
        jdbc.sql("update assignment_contribution set answered_at = ?, silent = false, opinion = ?"
                        + " where case_number = ? and unit_code = ?")
                .params(now(), opinion, caseNumber, unitCode)
                .update();
    }

    /** Marks as silent whoever has not answered by a day; returns their codes. */
    List<String> markSilent(String caseNumber, LocalDate dueBefore) {
        var silent = of(caseNumber).stream()
                .filter(c -> c.answeredAt() == null && !c.silent() && c.dueOn().isBefore(dueBefore))
                .map(Contribution::unitCode)
                .toList();
        silent.forEach(unit -> jdbc.sql(
                        "update assignment_contribution set silent = true where case_number = ? and unit_code = ?")
                .params(caseNumber, unit)
                .update());
        return silent;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
