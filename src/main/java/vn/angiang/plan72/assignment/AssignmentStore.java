package vn.angiang.plan72.assignment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.angiang.plan72.shared.Refusal;

/** Reads and writes {@code assignment_fact}. */
@Repository
class AssignmentStore {

    private final JdbcClient jdbc;

    AssignmentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void create(String caseNumber, String deliverable, String specialFlow) {
        jdbc.sql(
                        """
                        insert into assignment_fact(case_number, deliverable, special_flow, percent, results_returned,
                            force_majeure, urged, trigger_b) values (?, ?, ?, 0, 0, false, 0, false)
                        """)
                .params(caseNumber, deliverable, specialFlow)
                .update();
    }

    AssignmentFact of(String caseNumber) {
        return jdbc.sql("select * from assignment_fact where case_number = :number")
                .param("number", caseNumber)
                .query(AssignmentStore::map)
                .optional()
                .orElseThrow(() -> new Refusal.NotFound("case.notFound", caseNumber));
    }

    /** Sets columns to values; column names are constants of this package, never input. */
    void set(String caseNumber, Map<String, ?> values) {
        String assignments = values.keySet().stream().map(c -> c + " = :" + c).collect(Collectors.joining(", "));
        jdbc.sql("update assignment_fact set " + assignments + " where case_number = :number")
                .params(values)
                .param("number", caseNumber)
                .update();
    }

    void countUrging(String caseNumber) {
        jdbc.sql("update assignment_fact set urged = urged + 1 where case_number = :number")
                .param("number", caseNumber)
                .update();
    }

    void countReturn(String caseNumber) {
        jdbc.sql("update assignment_fact set results_returned = results_returned + 1 where case_number = :number")
                .param("number", caseNumber)
                .update();
    }

    private static AssignmentFact map(ResultSet rs, int row) throws SQLException {
        return new AssignmentFact(
                rs.getString("case_number"),
                rs.getString("deliverable"),
                rs.getString("special_flow"),
                rs.getString("contact_person"),
                rs.getString("objection"),
                rs.getString("objection_reason"),
                rs.getString("proposed_lead"),
                rs.getString("proposed_scope"),
                rs.getObject("proposed_due_on", LocalDate.class),
                rs.getString("resolution"),
                rs.getString("resolution_reason"),
                rs.getString("new_lead"),
                rs.getString("new_scope"),
                rs.getObject("new_due_on", LocalDate.class),
                rs.getString("plan_steps"),
                rs.getString("plan_milestones"),
                rs.getObject("plan_money", Long.class),
                rs.getInt("percent"),
                rs.getString("result_summary"),
                rs.getString("result_figures"),
                rs.getObject("completed_on", LocalDate.class),
                rs.getInt("results_returned"),
                rs.getString("verdict"),
                rs.getString("verdict_reason"),
                rs.getBoolean("force_majeure"),
                rs.getString("force_majeure_note"),
                rs.getString("responsibility"),
                rs.getInt("urged"),
                rs.getBoolean("trigger_b"));
    }
}
