package vn.angiang.plan72.worklist;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.angiang.plan72.process.ProcessTasks;
import vn.angiang.plan72.shared.LogContext;
import vn.angiang.plan72.shared.Refusal;

/** One open task by its id. */
@Component
class OpenItems {

    private final JdbcClient jdbc;
    private final ProcessTasks tasks;

    OpenItems(JdbcClient jdbc, ProcessTasks tasks) {
        this.jdbc = jdbc;
        this.tasks = tasks;
    }

    /**
     * The task.
     *
     * @throws Refusal.NotFound when there never was one
     * @throws Refusal.Conflict when it is over
     */
    WorkItem get(String taskId) {
        return read(taskId, "");
    }

    /** The task, held against whoever else is about to change it, until the transaction ends; errors as {@link #get}. */
    WorkItem locked(String taskId) {
        return read(taskId, " order by principal for update");
    }

    private WorkItem read(String taskId, String lock) {
        List<WorkItem> rows = jdbc.sql("select " + WorkItemRows.COLUMNS + " from work_item where task_id = :id" + lock)
                .param("id", taskId)
                .query(WorkItemRows::map)
                .list();
        if (!rows.isEmpty()) {
            LogContext.caseNumber(rows.get(0).caseNumber());
            return rows.get(0);
        }
        if (tasks.existed(taskId)) {
            throw new Refusal.Conflict("process.task.gone");
        }
        throw new Refusal.NotFound("worklist.task.notFound");
    }
}
