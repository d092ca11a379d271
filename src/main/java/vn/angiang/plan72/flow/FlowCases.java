package vn.angiang.plan72.flow;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.angiang.plan72.worklist.WorkItem;

/** Reads and writes {@code flow_case} and {@code flow_answer}. */
@Repository
class FlowCases {

    private final JdbcClient jdbc;
    private final Clock clock;

    FlowCases(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What is kept of a case beside its envelope.
     *
     * @param endedWith label of the end event, or null while it runs
     * @param reason why it was withdrawn, or null
     */
    record FlowCase(String processKey, @Nullable String endedWith, @Nullable String reason) {}

    void create(String caseNumber, String processKey) {
        jdbc.sql("insert into flow_case(case_number, process_key) values (?, ?)")
                .params(caseNumber, processKey)
                .update();
    }

    Optional<FlowCase> find(String caseNumber) {
        return jdbc.sql("select process_key, ended_with, reason from flow_case where case_number = ?")
                .param(caseNumber)
                .query((rs, i) -> new FlowCase(rs.getString(1), rs.getString(2), rs.getString(3)))
                .optional();
    }

    void ended(String caseNumber, String with) {
        jdbc.sql("update flow_case set ended_with = ? where case_number = ?")
                .params(with, caseNumber)
                .update();
    }

    void reason(String caseNumber, String reason) {
        jdbc.sql("update flow_case set reason = ? where case_number = ?")
                .params(reason, caseNumber)
                .update();
    }

    void answered(WorkItem task) {
        jdbc.sql("insert into flow_answer(task_id, case_number, process_key, form_key, unit_code, answered_at)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(
                        task.taskId(),
                        task.caseNumber(),
                        task.processKey(),
                        task.formKey(),
                        task.unitCode(),
                        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    /** Which unit answered which task in a case. */
    Map<String, String> unitsByTask(String caseNumber) {
        var units = new HashMap<String, String>();
        jdbc.sql("select task_id, unit_code from flow_answer where case_number = ?")
                .param(caseNumber)
                .query((rs, i) -> units.put(rs.getString(1), rs.getString(2)))
                .list();
        return units;
    }

    /** Which unit answered which task of a process in a case. */
    Map<String, String> unitsByTask(String caseNumber, String processKey) {
        var units = new HashMap<String, String>();
        jdbc.sql("select task_id, unit_code from flow_answer where case_number = ? and process_key = ?")
                .params(caseNumber, processKey)
                .query((rs, i) -> units.put(rs.getString(1), rs.getString(2)))
                .list();
        return units;
    }
}
