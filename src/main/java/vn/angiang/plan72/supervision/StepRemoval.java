package vn.angiang.plan72.supervision;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.supervision.StepCell.Sum;

/**
 * Takes a case that became restricted after it started out of the runs, the steps and their tally, in the transaction of
 * the restriction: a number would tell of it.
 */
@Component
class StepRemoval {

    private final JdbcClient jdbc;
    private final StepTally tally;
    private final StepCount count;

    StepRemoval(JdbcClient jdbc, StepTally tally, StepCount count) {
        this.jdbc = jdbc;
        this.tally = tally;
        this.count = count;
    }

    @EventListener
    void on(Cases.CaseRestricted restricted) {
        var counted = new HashMap<StepCell, Sum>();
        steps(restricted.number(), counted);
        runs(restricted.number(), counted);
        counted.replaceAll((cell, sum) -> sum.negated());
        tally.add(counted);
        for (String table : new String[] {"step_run", "process_run"}) {
            jdbc.sql("delete from " + table + " where case_number = ?")
                    .param(restricted.number())
                    .update();
        }
    }

    /** Steps the flow took away are counted nowhere. */
    private void steps(String number, HashMap<StepCell, Sum> counted) {
        jdbc.sql("select definition_id, task_key, unit_code, opened_at, due_on, closed_at from step_run"
                        + " where case_number = ? and (done = true or closed_at is null)")
                .param(number)
                .query(rs -> {
                    var closed = rs.getObject("closed_at", OffsetDateTime.class);
                    String definition = rs.getString("definition_id");
                    String task = rs.getString("task_key");
                    String unit = rs.getString("unit_code");
                    var dueOn = rs.getObject("due_on", LocalDate.class);
                    if (closed == null) {
                        counted.merge(StepCount.open(definition, task, unit, dueOn), Sum.OPENED, Sum::plus);
                    } else {
                        var opened = rs.getObject("opened_at", OffsetDateTime.class);
                        var done = count.done(definition, task, unit, opened.toInstant(), dueOn, closed.toInstant());
                        counted.merge(done.getKey(), done.getValue(), Sum::plus);
                    }
                });
    }

    private void runs(String number, HashMap<StepCell, Sum> counted) {
        jdbc.sql("select definition_id, unit_code, path, started_at, ended_at from process_run where case_number = ?")
                .param(number)
                .query(rs -> {
                    var ended = rs.getObject("ended_at", OffsetDateTime.class);
                    String definition = rs.getString("definition_id");
                    String unit = rs.getString("unit_code");
                    counted.merge(
                            ended == null
                                    ? StepCount.running(definition, unit)
                                    : count.ended(
                                            definition,
                                            rs.getString("path"),
                                            unit,
                                            rs.getObject("started_at", OffsetDateTime.class)
                                                    .toInstant(),
                                            ended.toInstant()),
                            Sum.OPENED,
                            Sum::plus);
                });
    }
}
