package vn.angiang.plan72.inspection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.angiang.plan72.shared.Refusal;

/** Reads and writes {@code inspection_plan} and its rows. */
@Repository
class PlanStore {

    private final JdbcClient jdbc;

    PlanStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void open(int year, String caseNumber) {
        jdbc.sql("insert into inspection_plan(plan_year, case_number, state) values (?, ?, 'EDITING')")
                .params(year, caseNumber)
                .update();
    }

    Optional<PlanYear> year(int year) {
        return jdbc.sql("select * from inspection_plan where plan_year = ?")
                .param(year)
                .query(PlanStore::year)
                .optional();
    }

    List<PlanYear> years() {
        return jdbc.sql("select * from inspection_plan order by plan_year")
                .query(PlanStore::year)
                .list();
    }

    PlanYear ofCase(String caseNumber) {
        return jdbc.sql("select * from inspection_plan where case_number = ?")
                .param(caseNumber)
                .query(PlanStore::year)
                .optional()
                .orElseThrow(() -> new Refusal.NotFound("case.notFound", caseNumber));
    }

    void state(int year, String state) {
        jdbc.sql("update inspection_plan set state = ? where plan_year = ?")
                .params(state, year)
                .update();
    }

    void approved(int year, String documentNo, LocalDate on) {
        jdbc.sql("update inspection_plan set document_no = ?, approved_on = ? where plan_year = ?")
                .params(documentNo, on, year)
                .update();
    }

    void add(int year, int sort, PlanItem item) {
        jdbc.sql("insert into inspection_plan_item(plan_year, sort, unit_code, kind, plan_month, scope, why, included,"
                        + " revision) values (?, ?, ?, ?, ?, ?, ?, ?, 1)")
                .params(year, sort, item.unit(), item.kind(), item.month(), item.scope(), item.why(), item.included())
                .update();
    }

    List<PlanItem> items(int year) {
        return jdbc.sql("select * from inspection_plan_item where plan_year = ? order by sort, id")
                .param(year)
                .query(PlanStore::item)
                .list();
    }

    PlanItem item(long id) {
        return jdbc.sql("select * from inspection_plan_item where id = ?")
                .param(id)
                .query(PlanStore::item)
                .optional()
                .orElseThrow(() -> new Refusal.NotFound("inspection.plan.noItem"));
    }

    /** False when somebody else changed the row meanwhile. */
    boolean update(PlanItem item) {
        return jdbc.sql("update inspection_plan_item set kind = ?, plan_month = ?, scope = ?, included = ?,"
                                + " revision = revision + 1 where id = ? and revision = ?")
                        .params(item.kind(), item.month(), item.scope(), item.included(), item.id(), item.revision())
                        .update()
                == 1;
    }

    /** False when an inspection was opened for the row already. */
    boolean opened(long id, String caseNumber) {
        return jdbc.sql("update inspection_plan_item set inspection_case = ? where id = ? and inspection_case is null")
                        .params(caseNumber, id)
                        .update()
                == 1;
    }

    private static PlanYear year(ResultSet rs, int row) throws SQLException {
        return new PlanYear(
                rs.getInt("plan_year"),
                rs.getString("case_number"),
                rs.getString("state"),
                rs.getString("document_no"),
                rs.getObject("approved_on", LocalDate.class));
    }

    private static PlanItem item(ResultSet rs, int row) throws SQLException {
        return new PlanItem(
                rs.getLong("id"),
                rs.getInt("plan_year"),
                rs.getString("unit_code"),
                rs.getString("kind"),
                rs.getInt("plan_month"),
                rs.getString("scope"),
                rs.getString("why"),
                rs.getBoolean("included"),
                rs.getString("inspection_case"),
                rs.getLong("revision"));
    }
}
