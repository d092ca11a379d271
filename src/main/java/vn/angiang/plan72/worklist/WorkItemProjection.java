package vn.angiang.plan72.worklist;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.angiang.plan72.casefile.CaseFile;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.process.EngineEvents;
import vn.angiang.plan72.shared.Texts;

/** Keeps {@code work_item} in step with the engine, inside the engine's transaction. */
@Component
class WorkItemProjection {

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final Cases cases;

    WorkItemProjection(JdbcClient jdbc, JdbcTemplate batch, Cases cases) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.cases = cases;
    }

    static String principalOf(String username) {
        return "u:" + username;
    }

    @EventListener
    void on(EngineEvents.TaskOpened task) {
        insert(rows(task, cases.find(task.caseNumber())));
    }

    /** Lists many open tasks at once, for the rebuild. */
    void list(List<EngineEvents.TaskOpened> tasks) {
        var files = cases.find(
                tasks.stream().map(EngineEvents.TaskOpened::caseNumber).collect(Collectors.toSet()));
        var all = new ArrayList<Object[]>();
        tasks.forEach(task -> all.addAll(rows(task, Optional.ofNullable(files.get(task.caseNumber())))));
        insert(all);
    }

    private static List<Object[]> rows(EngineEvents.TaskOpened task, Optional<CaseFile> file) {
        var principals = new ArrayList<>(task.candidateGroups());
        if (task.assignee() != null) {
            principals.add(principalOf(task.assignee()));
        }
        String title = file.map(CaseFile::title).orElse(task.name());
        String unit = task.candidateGroups().stream()
                .findFirst()
                .map(g -> g.substring(g.indexOf('.') + 1))
                .orElseGet(() -> file.map(CaseFile::leadUnit).orElse(""));
        String clause = file.map(CaseFile::clause).orElse(null);
        String key = Texts.searchKey(
                task.caseNumber() + " " + task.name() + " " + title + " " + (clause == null ? "" : clause));
        var rows = new ArrayList<Object[]>();
        for (String principal : principals) {
            rows.add(new Object[] {
                task.taskId(),
                principal,
                task.caseNumber(),
                task.processKey(),
                task.definitionId(),
                task.deploymentId(),
                task.taskKey(),
                task.name(),
                task.formKey(),
                String.join(" ", task.candidateGroups()),
                title,
                unit,
                file.map(CaseFile::assignerUnit).orElse(""),
                clause,
                task.assignee(),
                orNever(task.dueOn()),
                OffsetDateTime.ofInstant(task.openedAt(), ZoneOffset.UTC),
                key
            });
        }
        return rows;
    }

    private void insert(List<Object[]> rows) {
        batch.batchUpdate(
                """
                insert into work_item(task_id, principal, case_number, process_key, definition_id, deployment_id, task_key,
                    task_name, form_key, candidates, title, unit_code, from_unit, clause, assignee, due_on, opened_at,
                    search_key)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                rows);
    }

    @EventListener
    void on(EngineEvents.TaskAssigned task) {
        String assignee = task.assignee();
        jdbc.sql("delete from work_item where task_id = ? and principal like 'u:%' and principal <> ?")
                .param(task.taskId())
                .param(assignee == null ? "" : principalOf(assignee))
                .update();
        jdbc.sql("update work_item set assignee = ? where task_id = ?")
                .param(assignee)
                .param(task.taskId())
                .update();
        if (assignee != null && !has(task.taskId(), principalOf(assignee))) {
            jdbc.sql("insert into work_item(principal, search_key, " + WorkItemRows.COLUMNS + ")"
                            + " select cast(? as varchar(120)), search_key, " + WorkItemRows.COLUMNS
                            + " from work_item where task_id = ? order by principal fetch first 1 rows only")
                    .param(principalOf(assignee))
                    .param(task.taskId())
                    .update();
        }
    }

    private boolean has(String taskId, String principal) {
        return jdbc.sql("select count(*) from work_item where task_id = ? and principal = ?")
                        .params(taskId, principal)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    @EventListener
    void on(EngineEvents.TaskDueChanged task) {
        jdbc.sql("update work_item set due_on = ? where task_id = ?")
                .param(orNever(task.dueOn()))
                .param(task.taskId())
                .update();
    }

    @EventListener
    void on(EngineEvents.TaskMigrated migrated) {
        var task = migrated.now();
        var file = cases.find(task.caseNumber());
        String title = file.map(CaseFile::title).orElse(task.name());
        String clause = file.map(CaseFile::clause).orElse("");
        jdbc.sql("update work_item set definition_id = ?, deployment_id = ?, task_key = ?, task_name = ?, form_key = ?,"
                        + " search_key = ? where task_id = ?")
                .param(task.definitionId())
                .param(task.deploymentId())
                .param(task.taskKey())
                .param(task.name())
                .param(task.formKey())
                .param(Texts.searchKey(
                        task.caseNumber() + " " + task.name() + " " + title + " " + (clause == null ? "" : clause)))
                .param(task.taskId())
                .update();
    }

    @EventListener
    void on(EngineEvents.TaskClosed task) {
        jdbc.sql("delete from work_item where task_id = ?").param(task.taskId()).update();
        jdbc.sql("delete from task_draft where task_id = ?")
                .param(task.taskId())
                .update();
    }

    /** A case was renamed or handed on: what the list shows of it follows. */
    @EventListener
    void on(Cases.CaseChanged changed) {
        var file = cases.byNumber(changed.number());
        jdbc.sql("update work_item set title = ? where case_number = ? and title <> ?")
                .params(file.title(), file.number(), file.title())
                .update();
    }

    private static LocalDate orNever(@Nullable LocalDate due) {
        return due == null ? WorkItem.NEVER : due;
    }
}
