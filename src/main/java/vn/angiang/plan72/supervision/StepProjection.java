package vn.angiang.plan72.supervision;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.angiang.plan72.casefile.CaseAccess;
import vn.angiang.plan72.casefile.CaseFile;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.process.EngineEvents;
import vn.angiang.plan72.supervision.StepCell.Sum;

/**
 * Keeps {@code process_run}, {@code step_run} and their tally in step with the engine, inside the engine's transaction.
 * Restricted cases are left out.
 */
@Component
class StepProjection {

    private final JdbcClient jdbc;
    private final StepTally tally;
    private final StepCount count;
    private final Cases cases;
    private final CaseAccess access;
    private final Clock clock;

    StepProjection(JdbcClient jdbc, StepTally tally, StepCount count, Cases cases, CaseAccess access, Clock clock) {
        this.jdbc = jdbc;
        this.tally = tally;
        this.count = count;
        this.cases = cases;
        this.access = access;
        this.clock = clock;
    }

    private record Open(String definitionId, String taskKey, String unit, OffsetDateTime openedAt, LocalDate dueOn) {}

    private Optional<CaseFile> counted(String caseNumber) {
        return cases.find(caseNumber).filter(c -> !access.isRestricted(caseNumber));
    }

    @EventListener
    void on(EngineEvents.ProcessStarted run) {
        counted(run.caseNumber()).ifPresent(file -> {
            jdbc.sql("insert into process_run(process_instance_id, case_number, definition_id, unit_code, started_at,"
                            + " path, steps) values (?, ?, ?, ?, ?, '', '')")
                    .params(
                            run.processInstanceId(),
                            run.caseNumber(),
                            run.definitionId(),
                            file.leadUnit(),
                            at(clock.instant()))
                    .update();
            tally.add(Map.of(StepCount.running(run.definitionId(), file.leadUnit()), Sum.OPENED));
        });
    }

    @EventListener
    void on(EngineEvents.TaskOpened task) {
        counted(task.caseNumber()).ifPresent(file -> {
            String unit = task.candidateGroups().stream()
                    .findFirst()
                    .map(StepCount::unitOf)
                    .orElse(file.leadUnit());
            LocalDate dueOn = StepCount.orNever(task.dueOn());
            jdbc.sql("insert into step_run(task_id, process_instance_id, case_number, definition_id, task_key,"
                            + " unit_code, opened_at, due_on, done) values (?, ?, ?, ?, ?, ?, ?, ?, false)")
                    .params(
                            task.taskId(),
                            task.processInstanceId(),
                            task.caseNumber(),
                            task.definitionId(),
                            task.taskKey(),
                            unit,
                            at(task.openedAt()),
                            dueOn)
                    .update();
            tally.add(Map.of(StepCount.open(task.definitionId(), task.taskKey(), unit, dueOn), Sum.OPENED));
        });
    }

    @EventListener
    void on(EngineEvents.TaskDueChanged task) {
        LocalDate dueOn = StepCount.orNever(task.dueOn());
        open(task.taskId()).filter(o -> !o.dueOn.equals(dueOn)).ifPresent(o -> {
            jdbc.sql("update step_run set due_on = ? where task_id = ?")
                    .params(dueOn, task.taskId())
                    .update();
            tally.add(Map.of(
                    StepCount.open(o.definitionId, o.taskKey, o.unit, o.dueOn),
                    Sum.NO_LONGER,
                    StepCount.open(o.definitionId, o.taskKey, o.unit, dueOn),
                    Sum.OPENED));
        });
    }

    @EventListener
    void on(EngineEvents.TaskClosed task) {
        open(task.taskId()).ifPresent(o -> {
            Instant now = clock.instant();
            jdbc.sql("update step_run set closed_at = ?, done = ? where task_id = ?")
                    .params(at(now), task.done(), task.taskId())
                    .update();
            var changes = new HashMap<StepCell, Sum>();
            changes.put(StepCount.open(o.definitionId, o.taskKey, o.unit, o.dueOn), Sum.NO_LONGER);
            if (task.done()) {
                var done = count.done(o.definitionId, o.taskKey, o.unit, o.openedAt.toInstant(), o.dueOn, now);
                changes.put(done.getKey(), done.getValue());
            }
            tally.add(changes);
        });
    }

    @EventListener
    void on(EngineEvents.TaskMigrated migrated) {
        var task = migrated.now();
        open(task.taskId()).ifPresent(o -> {
            jdbc.sql("update step_run set definition_id = ?, task_key = ? where task_id = ?")
                    .params(task.definitionId(), task.taskKey(), task.taskId())
                    .update();
            tally.add(Map.of(
                    StepCount.open(o.definitionId, o.taskKey, o.unit, o.dueOn),
                    Sum.NO_LONGER,
                    StepCount.open(task.definitionId(), task.taskKey(), o.unit, o.dueOn),
                    Sum.OPENED));
        });
    }

    @EventListener
    void on(EngineEvents.ProcessMigrated run) {
        jdbc.sql("select unit_code from process_run where process_instance_id = ? and ended_at is null")
                .param(run.processInstanceId())
                .query(String.class)
                .optional()
                .ifPresent(unit -> {
                    jdbc.sql("update process_run set definition_id = ? where process_instance_id = ?")
                            .params(run.toDefinition(), run.processInstanceId())
                            .update();
                    tally.add(Map.of(
                            StepCount.running(run.fromDefinition(), unit), Sum.NO_LONGER,
                            StepCount.running(run.toDefinition(), unit), Sum.OPENED));
                });
    }

    private Optional<Open> open(String taskId) {
        return jdbc.sql("select definition_id, task_key, unit_code, opened_at, due_on from step_run"
                        + " where task_id = ? and closed_at is null")
                .param(taskId)
                .query((rs, i) -> new Open(
                        rs.getString(1),
                        rs.getString(2),
                        rs.getString(3),
                        rs.getObject(4, OffsetDateTime.class),
                        rs.getObject(5, LocalDate.class)))
                .optional();
    }

    @EventListener
    void on(EngineEvents.ProcessEnded run) {
        var found = jdbc.sql("select definition_id, unit_code, started_at from process_run"
                        + " where process_instance_id = ? and ended_at is null")
                .param(run.processInstanceId())
                .query((rs, i) -> Map.entry(
                        StepCount.running(rs.getString(1), rs.getString(2)), rs.getObject(3, OffsetDateTime.class)))
                .optional();
        found.ifPresent(open -> {
            Instant now = clock.instant();
            String steps = StepCount.steps(jdbc.sql("select task_key from step_run where process_instance_id = ?"
                            + " order by opened_at, task_key")
                    .param(run.processInstanceId())
                    .query(String.class)
                    .list());
            String path = StepCount.path(steps);
            jdbc.sql("update process_run set ended_at = ?, path = ?, steps = ? where process_instance_id = ?")
                    .params(at(now), path, steps, run.processInstanceId())
                    .update();
            StepCell was = open.getKey();
            tally.add(Map.of(
                    was,
                    Sum.NO_LONGER,
                    count.ended(
                            was.definitionId(),
                            path,
                            was.unit(),
                            open.getValue().toInstant(),
                            now),
                    Sum.OPENED));
        });
    }

    /** A run belongs to the unit that leads the case, also when that changes. */
    @EventListener
    void on(Cases.CaseChanged changed) {
        var runs = jdbc.sql("select r.process_instance_id, r.definition_id, r.unit_code, c.lead_unit from process_run r"
                        + " join case_file c on c.number = r.case_number where r.case_number = ?"
                        + " and r.unit_code <> c.lead_unit and r.ended_at is null")
                .param(changed.number())
                .query((rs, i) -> new String[] {rs.getString(1), rs.getString(2), rs.getString(3), rs.getString(4)})
                .list();
        for (String[] run : runs) {
            jdbc.sql("update process_run set unit_code = ? where process_instance_id = ?")
                    .params(run[3], run[0])
                    .update();
            tally.add(Map.of(
                    StepCount.running(run[1], run[2]), Sum.NO_LONGER, StepCount.running(run[1], run[3]), Sum.OPENED));
        }
    }

    private static OffsetDateTime at(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
