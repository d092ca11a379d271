package vn.angiang.plan72.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.angiang.plan72.support.Clockwork;
import vn.angiang.plan72.support.Desk;
import vn.angiang.plan72.support.IntegrationTest;
import vn.angiang.plan72.support.SomeAssignment;

/** The tally kept up as things happen is the tally counted anew. */
@IntegrationTest
class CaseTallyTests {

    @Autowired
    CaseTally tally;

    @Autowired
    CaseBoard board;

    @Autowired
    SomeAssignment assignment;

    @Autowired
    Desk desk;

    @Autowired
    Clockwork clock;

    @Autowired
    JdbcClient jdbc;

    @Test
    void keptUpCountedAnewAndSummedUpAreTheSame() {
        clock.set(LocalDate.of(2017, 2, 20));
        String returned = assignment.forUnit("SXD");
        desk.does(
                "officer.sxd", returned, "acceptAssignment", "acceptance", "RETURN", "reason", "Không thuộc chức năng");
        desk.does("officer.sldtbxh", returned, "resolveObjection", "resolution", "WITHDRAW", "reason", "Đồng ý");
        assignment.forUnit("SXD", LocalDate.of(2017, 3, 1));
        clock.advanceTo(LocalDate.of(2017, 3, 20));

        var kept = cells();
        while (tally.sumUp() > 0) {
            // until nothing is left to sum up
        }
        assertThat(cells()).as("summed up").isEqualTo(kept);
        assertThat(jdbc.sql("select count(*) from case_tally where summed_up = false")
                        .query(Integer.class)
                        .single())
                .isZero();
        tally.rebuild();
        assertThat(cells()).as("counted anew").isEqualTo(kept);
        assertThat(board.rows()).noneMatch(r -> r.processKey().equals("accountability"));
    }

    private List<String> cells() {
        return jdbc
                .sql("select process_key, plan_year, obligation_id, clause, lead_unit, standing, due_on, ended_month,"
                        + " extended, sum(n) from case_tally group by process_key, plan_year, obligation_id, clause,"
                        + " lead_unit, standing, due_on, ended_month, extended having sum(n) <> 0")
                .query((rs, i) -> {
                    var line = new StringBuilder();
                    for (int c = 1; c <= 10; c++) {
                        line.append(rs.getObject(c)).append('|');
                    }
                    return line.toString();
                })
                .list()
                .stream()
                .sorted()
                .toList();
    }
}
