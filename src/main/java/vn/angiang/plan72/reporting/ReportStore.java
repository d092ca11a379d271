package vn.angiang.plan72.reporting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.angiang.plan72.shared.Refusal;

/** Reads and writes {@code unit_report}. */
@Repository
class ReportStore {

    private final JdbcClient jdbc;

    ReportStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Opens a report; returns its id. */
    long insert(
            String period, String unit, UnitReport.Level level, String receiver, String caseNumber, LocalDate dueOn) {
        jdbc.sql(
                        """
                        insert into unit_report(period_code, unit_code, level, receiver_unit, case_number, state, due_on,
                            returns, urged, revision)
                        values (?, ?, ?, ?, ?, ?, ?, 0, 0, 1)
                        """)
                .params(period, unit, level.name(), receiver, caseNumber, ReportState.CHUA_NOP.name(), dueOn)
                .update();
        return jdbc.sql("select id from unit_report where case_number = ?")
                .param(caseNumber)
                .query(Long.class)
                .single();
    }

    /** @throws Refusal.NotFound when the case is no report */
    UnitReport ofCase(String caseNumber) {
        return findOfCase(caseNumber).orElseThrow(() -> new Refusal.NotFound("reporting.unknown", caseNumber));
    }

    Optional<UnitReport> findOfCase(String caseNumber) {
        return jdbc.sql("select * from unit_report where case_number = ?")
                .param(caseNumber)
                .query(ReportStore::map)
                .optional();
    }

    List<UnitReport> ofPeriod(String period) {
        return jdbc.sql("select * from unit_report where period_code = ? order by id")
                .param(period)
                .query(ReportStore::map)
                .list();
    }

    /** Reports of all periods due in these years. */
    List<UnitReport> ofYears(int first, int last) {
        return jdbc.sql("select r.* from unit_report r join report_period p on p.code = r.period_code"
                        + " where p.plan_year between ? and ? order by r.id")
                .params(first, last)
                .query(ReportStore::map)
                .list();
    }

    Optional<UnitReport> find(String period, String unit) {
        return jdbc.sql("select * from unit_report where period_code = ? and unit_code = ?")
                .params(period, unit)
                .query(ReportStore::map)
                .optional();
    }

    void state(long id, ReportState state) {
        jdbc.sql("update unit_report set state = ? where id = ?")
                .params(state.name(), id)
                .update();
    }

    void sent(long id, LocalDate on, int lateDays) {
        jdbc.sql("update unit_report set sent_on = ?, late_days = ? where id = ? and sent_on is null")
                .params(on, lateDays, id)
                .update();
    }

    void narrative(long id, @Nullable String achievements, @Nullable String difficulties, @Nullable String proposals) {
        jdbc.sql("update unit_report set achievements = ?, difficulties = ?, proposals = ? where id = ?")
                .param(achievements)
                .param(difficulties)
                .param(proposals)
                .param(id)
                .update();
    }

    void countReturn(long id) {
        jdbc.sql("update unit_report set returns = returns + 1 where id = ?")
                .param(id)
                .update();
    }

    void countUrging(long id) {
        jdbc.sql("update unit_report set urged = urged + 1 where id = ?")
                .param(id)
                .update();
    }

    /** Counts one more change of its figures; false when somebody else changed them meanwhile. */
    boolean advance(long id, long revision) {
        return jdbc.sql("update unit_report set revision = revision + 1 where id = ? and revision = ?")
                        .params(id, revision)
                        .update()
                == 1;
    }

    /** Reports of a year that a unit did not send before they were locked. */
    int missedInYear(String unit, int year) {
        return jdbc.sql("select count(*) from unit_report r join report_period p on p.code = r.period_code"
                        + " where r.unit_code = ? and p.plan_year = ? and r.state = ?")
                .params(unit, year, ReportState.KHONG_NOP.name())
                .query(Integer.class)
                .single();
    }

    private static UnitReport map(ResultSet rs, int row) throws SQLException {
        return new UnitReport(
                rs.getLong("id"),
                rs.getString("period_code"),
                rs.getString("unit_code"),
                UnitReport.Level.valueOf(rs.getString("level")),
                rs.getString("receiver_unit"),
                rs.getString("case_number"),
                ReportState.valueOf(rs.getString("state")),
                rs.getObject("due_on", LocalDate.class),
                rs.getObject("sent_on", LocalDate.class),
                rs.getObject("late_days", Integer.class),
                rs.getInt("returns"),
                rs.getInt("urged"),
                rs.getLong("revision"),
                rs.getString("achievements"),
                rs.getString("difficulties"),
                rs.getString("proposals"));
    }
}
