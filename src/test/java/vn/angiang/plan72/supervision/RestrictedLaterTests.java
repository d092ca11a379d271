package vn.angiang.plan72.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.support.As;
import vn.angiang.plan72.support.Clockwork;
import vn.angiang.plan72.support.Desk;
import vn.angiang.plan72.support.IntegrationTest;
import vn.angiang.plan72.support.SomeAssignment;

/** A case that becomes restricted while it runs leaves every count it was in. */
@IntegrationTest
class RestrictedLaterTests {

    @Autowired
    SomeAssignment assignment;

    @Autowired
    Cases cases;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Desk desk;

    @Autowired
    As as;

    @Autowired
    Clockwork clock;

    /** Both tallies, cell by cell, rows summed up or not. */
    private List<Map<String, Object>> counts() {
        var rows = jdbc.sql(
                        "select process_key a, lead_unit b, standing c, cast(due_on as varchar(20)) d, sum(n) n, 0 p,"
                                + " 0 l from case_tally group by process_key, lead_unit, standing, due_on having sum(n) <> 0"
                                + " union all select definition_id, unit_code, kind || subject, due_on || ' ' || ended_year || ' '"
                                + " || days, sum(n), sum(planned_days), sum(late) from step_tally where unit_code <> ''"
                                + " group by definition_id, unit_code, kind, subject, due_on, ended_year, days"
                                + " having sum(n) <> 0 order by 1, 2, 3, 4")
                .query()
                .listOfRows();
        return rows;
    }

    @Test
    void itLeavesTheCountsOfCasesAndOfSteps() {
        clock.set(LocalDate.of(2017, 2, 20));
        var before = counts();
        String number = assignment.forUnit("BDT");
        clock.set(LocalDate.of(2017, 2, 24));
        desk.does("officer.bdt", number, "acceptAssignment", "acceptance", "ACCEPT");
        assertThat(counts()).as("counted while it is open to all").isNotEqualTo(before);

        as.run("admin", () -> transaction.executeWithoutResult(t -> cases.restrict(number, List.of("officer.BDT"))));

        assertThat(counts()).isEqualTo(before);
        for (String table : List.of("process_run", "step_run")) {
            assertThat(jdbc.sql("select count(*) from " + table + " where case_number = ?")
                            .param(number)
                            .query(Integer.class)
                            .single())
                    .as(table)
                    .isZero();
        }
        desk.does("officer.bdt", number, "planExecution", "steps", "Soạn, trình", "milestones", "15/4");
        assertThat(counts()).as("nor does what happens later count").isEqualTo(before);
    }
}
