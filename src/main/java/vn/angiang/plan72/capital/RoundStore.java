package vn.angiang.plan72.capital;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.angiang.plan72.shared.Refusal;

/** Reads and writes {@code capital_round} and {@code capital_given}. */
@Repository
class RoundStore {

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;

    RoundStore(JdbcClient jdbc, JdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    /** Notes a case of the flow; a case that runs the flow again keeps what it has. */
    void begin(String caseNumber, int year, String leadUnit, boolean districtOnly, String processInstanceId) {
        int there = jdbc.sql("update capital_round set process_instance_id = ? where case_number = ?")
                .params(processInstanceId, caseNumber)
                .update();
        if (there == 0) {
            jdbc.sql("insert into capital_round(case_number, plan_year, lead_unit, process_instance_id, district_only,"
                            + " revision) values (?, ?, ?, ?, ?, 1)")
                    .params(caseNumber, year, leadUnit, processInstanceId, districtOnly)
                    .update();
        }
    }

    /** @throws Refusal.NotFound when the case does not run this flow */
    Round of(String caseNumber) {
        return find(caseNumber).orElseThrow(() -> new Refusal.NotFound("case.notFound", caseNumber));
    }

    Optional<Round> find(String caseNumber) {
        return jdbc.sql("select * from capital_round where case_number = ?")
                .param(caseNumber)
                .query(this::map)
                .optional();
    }

    /** Rounds of a year that concern a district: its own, and those that give to it. */
    List<Round> concerning(int year, String district) {
        return jdbc.sql(
                        """
                        select * from capital_round r where r.plan_year = :year and (r.lead_unit = :district or exists
                            (select 1 from capital_given g where g.case_number = r.case_number
                             and g.district_code = :district)) order by r.case_number
                        """)
                .param("year", year)
                .param("district", district)
                .query(this::map)
                .list();
    }

    List<Round> ofYear(int year) {
        return jdbc.sql("select * from capital_round where plan_year = ? order by case_number")
                .param(year)
                .query(this::map)
                .list();
    }

    /** One step on, unless somebody else was first. */
    boolean advance(String caseNumber, long revision) {
        return jdbc.sql("update capital_round set revision = revision + 1 where case_number = ? and revision = ?")
                        .params(caseNumber, revision)
                        .update()
                == 1;
    }

    void replaceGiven(String caseNumber, List<Given> given) {
        jdbc.sql("delete from capital_given where case_number = ?")
                .param(caseNumber)
                .update();
        batch.batchUpdate(
                "insert into capital_given(case_number, district_code, source, project, amount) values (?, ?, ?, ?, ?)",
                given.stream()
                        .map(g -> new Object[] {
                            caseNumber,
                            g.district(),
                            g.source().name(),
                            g.project().name(),
                            g.amount()
                        })
                        .toList());
    }

    void balance(String caseNumber, String text) {
        jdbc.sql("update capital_round set balance = ? where case_number = ?")
                .params(text, caseNumber)
                .update();
    }

    void opinion(String caseNumber, String text) {
        jdbc.sql("update capital_round set opinion = ? where case_number = ?")
                .params(text, caseNumber)
                .update();
    }

    void decided(String caseNumber, String number, LocalDate on) {
        jdbc.sql(
                        "update capital_round set decision_no = ?, decided_on = ?, revision = revision + 1 where case_number = ?")
                .params(number, on, caseNumber)
                .update();
    }

    private Round map(ResultSet rs, int row) throws SQLException {
        String number = rs.getString("case_number");
        return new Round(
                number,
                rs.getInt("plan_year"),
                rs.getString("lead_unit"),
                rs.getString("process_instance_id"),
                rs.getBoolean("district_only"),
                rs.getString("balance"),
                rs.getString("opinion"),
                rs.getString("decision_no"),
                rs.getObject("decided_on", LocalDate.class),
                rs.getLong("revision"),
                jdbc.sql("select * from capital_given where case_number = ? order by district_code, source, project")
                        .param(number)
                        .query(RoundStore::given)
                        .list());
    }

    static Given given(ResultSet rs, int row) throws SQLException {
        return new Given(
                rs.getString("case_number"),
                rs.getString("district_code"),
                Source.valueOf(rs.getString("source")),
                Project.valueOf(rs.getString("project")),
                rs.getLong("amount"));
    }
}
