package vn.angiang.plan72.reporting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes {@code report_period} and its indicators. */
@Repository
class PeriodStore {

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;

    PeriodStore(JdbcClient jdbc, JdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    void insert(Period p, Collection<String> indicators) {
        jdbc.sql(
                        """
                        insert into report_period(code, kind, plan_year, name, opens_on, commune_due_on, unit_due_on,
                            lock_on, due_on, communes, state, case_number)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        p.code(),
                        p.kind().name(),
                        p.year(),
                        p.name(),
                        p.opensOn(),
                        p.communeDueOn(),
                        p.unitDueOn(),
                        p.lockOn(),
                        p.dueOn(),
                        p.communes(),
                        p.state().name(),
                        p.caseNumber())
                .update();
        batch.batchUpdate(
                "insert into report_period_indicator(period_code, indicator_code) values (?, ?)",
                indicators.stream().map(i -> new Object[] {p.code(), i}).toList());
    }

    Optional<Period> find(String code) {
        return jdbc.sql("select * from report_period where code = ?")
                .param(code)
                .query(PeriodStore::map)
                .optional();
    }

    Optional<Period> ofCase(String caseNumber) {
        return jdbc.sql("select * from report_period where case_number = ?")
                .param(caseNumber)
                .query(PeriodStore::map)
                .optional();
    }

    /** Locks the period's row until the transaction ends: two last reports must not miss each other. */
    void lock(String code) {
        jdbc.sql("select code from report_period where code = ? for update")
                .param(code)
                .query(String.class)
                .single();
    }

    List<Period> all() {
        return jdbc.sql("select * from report_period order by due_on, code")
                .query(PeriodStore::map)
                .list();
    }

    List<String> indicators(String code) {
        return jdbc.sql("select indicator_code from report_period_indicator where period_code = ?")
                .param(code)
                .query(String.class)
                .list();
    }

    /** Codes of the periods that ask for an indicator. */
    Set<String> asking(String indicator) {
        return new HashSet<>(jdbc.sql("select period_code from report_period_indicator where indicator_code = ?")
                .param(indicator)
                .query(String.class)
                .list());
    }

    int countAdHoc(int year) {
        return jdbc.sql("select count(*) from report_period where kind = 'ADHOC' and plan_year = ?")
                .param(year)
                .query(Integer.class)
                .single();
    }

    void state(String code, Period.State state) {
        jdbc.sql("update report_period set state = ? where code = ?")
                .params(state.name(), code)
                .update();
    }

    void narrative(String code, String achievements, String difficulties, String proposals) {
        jdbc.sql("update report_period set achievements = ?, difficulties = ?, proposals = ? where code = ?")
                .params(achievements, difficulties, proposals, code)
                .update();
    }

    void signed(String code, @Nullable String documentNo, LocalDate on, @Nullable String signedFor) {
        jdbc.sql("update report_period set document_no = ?, signed_on = ?, signed_for = ? where code = ?")
                .param(documentNo)
                .param(on)
                .param(signedFor)
                .param(code)
                .update();
    }

    private static Period map(ResultSet rs, int row) throws SQLException {
        return new Period(
                rs.getString("code"),
                PeriodKind.valueOf(rs.getString("kind")),
                rs.getInt("plan_year"),
                rs.getString("name"),
                rs.getObject("opens_on", LocalDate.class),
                rs.getObject("commune_due_on", LocalDate.class),
                rs.getObject("unit_due_on", LocalDate.class),
                rs.getObject("lock_on", LocalDate.class),
                rs.getObject("due_on", LocalDate.class),
                rs.getBoolean("communes"),
                Period.State.valueOf(rs.getString("state")),
                rs.getString("case_number"),
                rs.getString("achievements"),
                rs.getString("difficulties"),
                rs.getString("proposals"),
                rs.getString("document_no"),
                rs.getObject("signed_on", LocalDate.class),
                rs.getString("signed_for"));
    }
}
