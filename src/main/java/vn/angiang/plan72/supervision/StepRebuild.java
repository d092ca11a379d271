package vn.angiang.plan72.supervision;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vn.angiang.plan72.process.StepHistory;
import vn.angiang.plan72.supervision.StepCell.Sum;

/**
 * Builds steps, runs and their tally anew from the engine's history: {@code --plan72.steps.rebuild} at start-up. In one
 * transaction, so nobody sees half of it. Needed after a restore of one part without the other, or after a change of the
 * holidays that is to count for what is over.
 */
@Service
@Order(32)
public class StepRebuild implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(StepRebuild.class);
    private static final int BATCH = 1000;
    private static final int REPORT_EVERY = 100_000;

    private final JdbcTemplate jdbc;
    private final StepHistory history;
    private final StepTally tally;
    private final StepCount count;
    private final TransactionTemplate transaction;

    StepRebuild(
            JdbcTemplate jdbc, StepHistory history, StepTally tally, StepCount count, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.history = history;
        this.tally = tally;
        this.count = count;
        this.transaction = transaction;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (arguments.containsOption("plan72.steps.rebuild")) {
            rebuild();
        }
    }

    /** Rebuilds; returns how many steps were counted. */
    public long rebuild() {
        Long steps = transaction.execute(tx -> new Turn().all());
        LOG.info("Steps rebuilt: {}", steps);
        return steps == null ? 0 : steps;
    }

    /** One rebuild: what it has counted so far. */
    private final class Turn {

        private final Map<String, String> leads = new HashMap<>();
        private final Map<StepCell, Sum> cells = new HashMap<>();
        private final List<Object[]> rows = new ArrayList<>();
        private long seen;

        long all() {
            jdbc.update("delete from step_run");
            jdbc.update("delete from process_run");
            reader().query("select number, lead_unit from case_file where restricted = false", rs -> {
                leads.put(rs.getString(1), rs.getString(2).intern());
            });
            history.forEachStep(this::step);
            insertSteps();
            long steps = seen;
            var paths = paths();
            history.forEachRun(run -> run(run, paths.getOrDefault(run.processInstanceId(), "")));
            insertRuns();
            tally.replace(cells);
            return steps;
        }

        private JdbcTemplate reader() {
            var reader = new JdbcTemplate(Objects.requireNonNull(jdbc.getDataSource()));
            reader.setFetchSize(2000);
            return reader;
        }

        private void step(StepHistory.Step s) {
            String lead = leads.get(s.caseNumber());
            if (lead == null) {
                return;
            }
            String unit = s.group() == null ? lead : StepCount.unitOf(s.group());
            var dueOn = StepCount.orNever(s.dueOn());
            rows.add(new Object[] {
                s.taskId(),
                s.processInstanceId(),
                s.caseNumber(),
                s.definitionId(),
                s.taskKey(),
                unit,
                s.openedAt().atOffset(ZoneOffset.UTC),
                dueOn,
                at(s.closedAt()),
                s.done()
            });
            if (s.closedAt() == null) {
                cells.merge(StepCount.open(s.definitionId(), s.taskKey(), unit, dueOn), Sum.OPENED, Sum::plus);
            } else if (s.done()) {
                var done = count.done(s.definitionId(), s.taskKey(), unit, s.openedAt(), dueOn, s.closedAt());
                cells.merge(done.getKey(), done.getValue(), Sum::plus);
            }
            if (++seen % REPORT_EVERY == 0) {
                LOG.info("Steps: {}", seen);
            }
            if (rows.size() == BATCH) {
                insertSteps();
            }
        }

        private void insertSteps() {
            jdbc.batchUpdate(
                    "insert into step_run(task_id, process_instance_id, case_number, definition_id, task_key,"
                            + " unit_code, opened_at, due_on, closed_at, done) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    rows);
            rows.clear();
        }

        /** Steps of every run that is over, by run. */
        private Map<String, String> paths() {
            var known = new HashMap<String, String>();
            var paths = new HashMap<String, String>();
            var keys = new ArrayList<String>();
            var run = new String[] {""};
            reader().query(
                            "select process_instance_id, task_key from step_run"
                                    + " order by process_instance_id, opened_at, task_key",
                            rs -> {
                                if (!run[0].equals(rs.getString(1))) {
                                    keep(run[0], keys, known, paths);
                                    run[0] = rs.getString(1);
                                    keys.clear();
                                }
                                keys.add(rs.getString(2));
                            });
            keep(run[0], keys, known, paths);
            return paths;
        }

        /** There are few different paths: each text is held once. */
        private static void keep(String run, List<String> keys, Map<String, String> known, Map<String, String> paths) {
            String steps = StepCount.steps(keys);
            paths.put(run, known.computeIfAbsent(steps, s -> s));
        }

        private void run(StepHistory.Run r, String steps) {
            String lead = leads.get(r.caseNumber());
            if (lead == null) {
                return;
            }
            boolean over = r.endedAt() != null;
            String path = over ? StepCount.path(steps) : "";
            rows.add(new Object[] {
                r.processInstanceId(),
                r.caseNumber(),
                r.definitionId(),
                lead,
                r.startedAt().atOffset(ZoneOffset.UTC),
                at(r.endedAt()),
                path,
                over ? steps : ""
            });
            cells.merge(
                    r.endedAt() == null
                            ? StepCount.running(r.definitionId(), lead)
                            : count.ended(r.definitionId(), path, lead, r.startedAt(), r.endedAt()),
                    Sum.OPENED,
                    Sum::plus);
            if (rows.size() == BATCH) {
                insertRuns();
            }
        }

        private void insertRuns() {
            jdbc.batchUpdate(
                    "insert into process_run(process_instance_id, case_number, definition_id, unit_code, started_at,"
                            + " ended_at, path, steps) values (?, ?, ?, ?, ?, ?, ?, ?)",
                    rows);
            rows.clear();
        }

        private static @Nullable OffsetDateTime at(java.time.@Nullable Instant moment) {
            return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
        }
    }
}
