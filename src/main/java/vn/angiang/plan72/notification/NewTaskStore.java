package vn.angiang.plan72.notification;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.process.EngineEvents;

/** Tasks opened and not yet told about. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class NewTaskStore {

    private final JdbcClient jdbc;
    private final RealTime realTime;

    NewTaskStore(JdbcClient jdbc, RealTime realTime) {
        this.jdbc = jdbc;
        this.realTime = realTime;
    }

    /** A task to tell about. */
    record NewTask(
            String taskId,
            String caseNumber,
            String processKey,
            String taskName,
            List<String> candidates,
            @Nullable String assignee,
            String openedBy,
            @Nullable LocalDate dueOn) {}

    void add(EngineEvents.TaskOpened task, String unit, String openedBy) {
        jdbc.sql(
                        """
                insert into new_task(task_id, case_number, process_key, task_name, unit_code, candidates, assignee,
                    opened_by, due_on, recorded_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(Arrays.asList(
                        task.taskId(),
                        task.caseNumber(),
                        task.processKey(),
                        task.name(),
                        unit,
                        String.join(" ", task.candidateGroups()),
                        task.assignee(),
                        openedBy,
                        task.dueOn(),
                        realTime.now()))
                .update();
    }

    void remove(String taskId) {
        jdbc.sql("delete from new_task where task_id = ?").param(taskId).update();
    }

    /** Units for which no task came since {@code quiet}, or whose oldest has waited since {@code longest}. */
    List<String> readyUnits(OffsetDateTime quiet, OffsetDateTime longest) {
        return jdbc.sql("select unit_code from new_task group by unit_code"
                        + " having max(recorded_at) <= :quiet or min(recorded_at) <= :longest order by unit_code")
                .param("quiet", quiet)
                .param("longest", longest)
                .query(String.class)
                .list();
    }

    List<NewTask> ofUnit(String unit) {
        return jdbc.sql("select * from new_task where unit_code = ? order by recorded_at, task_id for update")
                .param(unit)
                .query((rs, i) -> new NewTask(
                        rs.getString("task_id"),
                        rs.getString("case_number"),
                        rs.getString("process_key"),
                        rs.getString("task_name"),
                        split(rs.getString("candidates")),
                        rs.getString("assignee"),
                        rs.getString("opened_by"),
                        rs.getObject("due_on", LocalDate.class)))
                .list();
    }

    private static List<String> split(String groups) {
        return groups.isEmpty() ? List.of() : List.of(groups.split(" "));
    }
}
