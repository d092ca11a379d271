package vn.angiang.plan72.supervision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.supervision.StepCell.Sum;

/**
 * Writes {@code step_tally}. A change adds rows and locks none, so people do not wait for each other; the job sums rows of
 * the same cell, once by unit and once of all units.
 */
@Component
class StepTally {

    private static final int BATCH = 10_000;
    private static final String DIMENSIONS = "definition_id, kind, subject, unit_code, due_on, ended_year, days";
    private static final String INSERT = "insert into step_tally(" + DIMENSIONS
            + ", n, with_target, planned_days, late, summed_up) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ";
    private static final String ADD = "update step_tally set n = n + ?, with_target = with_target + ?,"
            + " planned_days = planned_days + ?, late = late + ? where summed_up = true and definition_id = ?"
            + " and kind = ? and subject = ? and unit_code = ? and due_on = ? and ended_year = ? and days = ?";

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;

    StepTally(JdbcClient jdbc, JdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    /** Notes what changed, in the running transaction. */
    void add(Map<StepCell, Sum> changes) {
        insert(changes, false);
    }

    /** Puts these in place of everything. */
    void replace(Map<StepCell, Sum> cells) {
        batch.update("delete from step_tally");
        insert(withAllUnits(cells), true);
    }

    private void insert(Map<StepCell, Sum> cells, boolean summedUp) {
        var rows = new ArrayList<Object[]>();
        cells.forEach((cell, sum) -> {
            if (!sum.isNothing()) {
                rows.add(values(cell, sum, false));
            }
        });
        batch.batchUpdate(INSERT + summedUp + ")", rows);
    }

    private static Map<StepCell, Sum> withAllUnits(Map<StepCell, Sum> cells) {
        var all = new HashMap<>(cells);
        cells.forEach((cell, sum) -> all.merge(cell.ofAllUnits(), sum, Sum::plus));
        return all;
    }

    /**
     * Sums up what was added since, at most a batch at a time; returns how many rows went. A node that comes second waits
     * for the first and finds them gone.
     */
    @Scheduled(fixedDelayString = "${plan72.tally.sum-up-every:PT1M}", initialDelayString = "PT1M")
    @Transactional
    public int sumUp() {
        var ids = new ArrayList<Object[]>();
        var fresh = new HashMap<StepCell, Sum>();
        jdbc.sql("select id, n, with_target, planned_days, late, " + DIMENSIONS
                        + " from step_tally where summed_up = false order by id fetch first " + BATCH
                        + " rows only for update")
                .query(rs -> {
                    ids.add(new Object[] {rs.getLong("id")});
                    fresh.merge(cell(rs), sum(rs), Sum::plus);
                });
        withAllUnits(fresh).forEach((cell, sum) -> {
            if (!sum.isNothing() && batch.update(ADD, values(cell, sum, true)) == 0) {
                batch.update(INSERT + "true)", values(cell, sum, false));
            }
        });
        batch.batchUpdate("delete from step_tally where id = ?", ids);
        return ids.size();
    }

    /** The numbers come first in the update, last in the insert. */
    private static Object[] values(StepCell c, Sum s, boolean numbersFirst) {
        var numbers = List.<Object>of(s.n(), s.withTarget(), s.planned(), s.late());
        var values = new ArrayList<Object>(
                List.of(c.definitionId(), c.kind(), c.subject(), c.unit(), c.dueOn(), c.endedYear(), c.days()));
        values.addAll(numbersFirst ? 0 : values.size(), numbers);
        return values.toArray();
    }

    private static StepCell cell(ResultSet rs) throws SQLException {
        return new StepCell(
                rs.getString("definition_id"),
                rs.getString("kind"),
                rs.getString("subject"),
                rs.getString("unit_code"),
                rs.getObject("due_on", LocalDate.class),
                rs.getInt("ended_year"),
                rs.getInt("days"));
    }

    private static Sum sum(ResultSet rs) throws SQLException {
        return new Sum(rs.getLong("n"), rs.getLong("with_target"), rs.getLong("planned_days"), rs.getLong("late"));
    }
}
