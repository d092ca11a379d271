package vn.angiang.plan72.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps {@code case_tally}. A change adds rows and never locks one, so people do not wait for each other; the job sums
 * rows of the same cell. Restricted cases are not counted: a number would tell of them.
 * {@code --plan72.tally.rebuild} at start-up counts anew.
 */
@Component
@Order(31)
class CaseTally implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(CaseTally.class);
    private static final int REPORT_EVERY = 100_000;
    private static final int BATCH = 10_000;
    private static final String DIMENSIONS =
            "process_key, plan_year, obligation_id, clause, lead_unit, standing, due_on, ended_month, extended";
    private static final String INSERT =
            "insert into case_tally(" + DIMENSIONS + ", n, summed_up) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ";
    private static final String ADD = "update case_tally set n = n + ? where summed_up = true and process_key = ?"
            + " and plan_year = ? and obligation_id = ? and clause = ? and lead_unit = ? and standing = ?"
            + " and due_on is not distinct from cast(? as date) and ended_month is not distinct from cast(? as date)"
            + " and extended = ?";

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;

    CaseTally(JdbcClient jdbc, JdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    /** A case went from one standing to another; null is nowhere. */
    void moved(@Nullable CaseFile before, @Nullable CaseFile after) {
        var from = before == null ? null : TallyCell.of(before);
        var to = after == null ? null : TallyCell.of(after);
        if (Objects.equals(from, to)) {
            return;
        }
        if (before != null && isRestricted(before.number())) {
            return;
        }
        add(from, -1);
        add(to, 1);
    }

    /** A case that was counted is nobody else's business from now on. */
    void restricted(CaseFile file) {
        if (!isRestricted(file.number())) {
            add(TallyCell.of(file), -1);
        }
    }

    private boolean isRestricted(String number) {
        return jdbc.sql("select count(*) from case_file where number = ? and restricted")
                        .param(number)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private void add(@Nullable TallyCell cell, long n) {
        if (cell != null) {
            batch.update(INSERT + "false)", values(cell, n));
        }
    }

    private static Object[] values(TallyCell c, long n) {
        return new Object[] {
            c.processKey(),
            c.year(),
            c.obligation(),
            c.clause(),
            c.unit(),
            c.standing().name(),
            c.dueOn(),
            c.endedMonth(),
            c.extended(),
            n
        };
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        if (arguments.containsOption("plan72.tally.rebuild")) {
            rebuild();
        }
    }

    /** Counts anew from the cases; returns how many were counted. */
    @Transactional
    public long rebuild() {
        batch.update("delete from case_tally");
        var cells = new HashMap<TallyCell, Long>();
        long[] seen = {0};
        var reader = new JdbcTemplate(Objects.requireNonNull(batch.getDataSource()));
        reader.setFetchSize(2000);
        reader.query("select * from case_file where restricted = false", rs -> {
            TallyCell cell = TallyCell.of(CaseRows.map(rs, 0));
            if (cell != null) {
                cells.merge(cell, 1L, Long::sum);
            }
            if (++seen[0] % REPORT_EVERY == 0) {
                LOG.info("Tally: {} cases", seen[0]);
            }
        });
        insert(cells);
        LOG.info("Tally rebuilt: {} cases in {} cells", seen[0], cells.size());
        return seen[0];
    }

    private void insert(Map<TallyCell, Long> cells) {
        List<Object[]> rows = cells.entrySet().stream()
                .map(e -> values(e.getKey(), e.getValue()))
                .toList();
        batch.batchUpdate(INSERT + "true)", rows);
    }

    /**
     * Sums up what was added since, at most a batch at a time; returns how many rows went. A node that comes second waits
     * for the first and finds them gone.
     */
    @Scheduled(fixedDelayString = "${plan72.tally.sum-up-every:PT1M}", initialDelayString = "PT1M")
    @Transactional
    public int sumUp() {
        var ids = new ArrayList<Long>();
        var cells = new HashMap<TallyCell, Long>();
        jdbc.sql("select id, n, " + DIMENSIONS + " from case_tally where summed_up = false order by id fetch first "
                        + BATCH + " rows only for update")
                .query(rs -> {
                    ids.add(rs.getLong("id"));
                    cells.merge(cell(rs), rs.getLong("n"), Long::sum);
                });
        cells.forEach((cell, n) -> {
            var values = values(cell, n);
            if (n != 0 && batch.update(ADD, added(values)) == 0) {
                batch.update(INSERT + "true)", values);
            }
        });
        batch.batchUpdate(
                "delete from case_tally where id = ?",
                ids.stream().map(id -> new Object[] {id}).toList());
        return ids.size();
    }

    /** The number comes first in the update, last in the insert. */
    private static Object[] added(Object[] values) {
        var moved = new Object[values.length];
        moved[0] = values[values.length - 1];
        System.arraycopy(values, 0, moved, 1, values.length - 1);
        return moved;
    }

    private static TallyCell cell(ResultSet rs) throws SQLException {
        return new TallyCell(
                rs.getString("process_key"),
                rs.getInt("plan_year"),
                rs.getString("obligation_id"),
                rs.getString("clause"),
                rs.getString("lead_unit"),
                Standing.valueOf(rs.getString("standing")),
                rs.getObject("due_on", LocalDate.class),
                rs.getObject("ended_month", LocalDate.class),
                rs.getBoolean("extended"));
    }
}
