package vn.angiang.plan72.worklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

final class WorkItemRows {

    static final String COLUMNS =
            "task_id, case_number, process_key, definition_id, deployment_id, task_key, task_name,"
                    + " form_key, candidates, title, unit_code, from_unit, clause, assignee, due_on, opened_at";

    private WorkItemRows() {}

    static WorkItem map(ResultSet rs, int row) throws SQLException {
        var due = rs.getObject("due_on", LocalDate.class);
        String candidates = rs.getString("candidates");
        return new WorkItem(
                rs.getString("task_id"),
                rs.getString("case_number"),
                rs.getString("process_key"),
                rs.getString("definition_id"),
                rs.getString("deployment_id"),
                rs.getString("task_key"),
                rs.getString("task_name"),
                rs.getString("form_key"),
                candidates.isEmpty() ? List.of() : List.of(candidates.split(" ")),
                rs.getString("title"),
                rs.getString("unit_code"),
                rs.getString("from_unit"),
                rs.getString("clause"),
                rs.getString("assignee"),
                WorkItem.NEVER.equals(due) ? null : due,
                rs.getObject("opened_at", OffsetDateTime.class).toInstant());
    }
}
