package vn.angiang.plan72.flow;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.taskform.Component;
import vn.angiang.plan72.worklist.WorkItem;

/**
 * What forms of any flow recorded for the indicators of the plan. Belongs to the unit that answered. A process that was
 * taken away, or that is run again for the same case, counts no more.
 */
@Service
public class FlowFigures {

    private final JdbcClient jdbc;
    private final Clock clock;

    FlowFigures(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What was recorded of one indicator.
     *
     * @param value value or numerator; null when only the denominator was recorded
     * @param denominator of a rate, or null
     * @param cases in how many cases
     */
    public record Recorded(@Nullable BigDecimal value, @Nullable BigDecimal denominator, int cases) {}

    /** Sums of a unit by indicator over a time, both days included: for what happened. */
    @Transactional(readOnly = true)
    public Map<String, Recorded> sums(String unit, LocalDate from, LocalDate until) {
        return read(unit, from, until, "");
    }

    /** By indicator what the case that was answered last in that time says: for what is there. */
    @Transactional(readOnly = true)
    public Map<String, Recorded> latest(String unit, LocalDate from, LocalDate until) {
        return read(
                unit,
                from,
                until,
                """
                 and f.case_number = (select l.case_number from flow_figure l where l.indicator = f.indicator
                    and l.unit_code = :unit and l.answered_on between :from and :until
                    order by l.answered_on desc, l.id desc fetch first 1 rows only)
                """);
    }

    private Map<String, Recorded> read(String unit, LocalDate from, LocalDate until, String more) {
        var found = new TreeMap<String, Recorded>();
        jdbc.sql(
                        """
                        select f.indicator, sum(case when f.denominator then null else f.figure end),
                            sum(case when f.denominator then f.figure end), count(distinct f.case_number)
                        from flow_figure f where f.unit_code = :unit and f.answered_on between :from and :until %s
                        group by f.indicator
                        """
                                .formatted(more))
                .param("unit", unit)
                .param("from", from)
                .param("until", until)
                .query((rs, i) -> found.put(
                        rs.getString(1),
                        new Recorded(plain(rs.getBigDecimal(2)), plain(rs.getBigDecimal(3)), rs.getInt(4))))
                .list();
        return found;
    }

    private static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
        return number == null
                ? null
                : new BigDecimal(number.stripTrailingZeros().toPlainString());
    }

    /** Notes the numbers of an answered form. */
    void record(WorkItem task, List<Component> fields, Map<String, Object> answers) {
        for (Component field : fields) {
            Component.Figure figure = field.figure();
            if (figure != null && answers.get(field.key()) instanceof Number number) {
                if (!figure.each()) {
                    forget(task, field.key());
                }
                jdbc.sql("insert into flow_figure(task_id, case_number, process_key, form_key, field_key, indicator,"
                                + " denominator, unit_code, figure, answered_on) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                        .params(
                                task.taskId(),
                                task.caseNumber(),
                                task.processKey(),
                                task.formKey(),
                                field.key(),
                                figure.indicator(),
                                figure.denominator(),
                                task.unitCode(),
                                new BigDecimal(number.toString()),
                                LocalDate.now(clock))
                        .update();
            }
        }
    }

    private void forget(WorkItem task, String field) {
        jdbc.sql("delete from flow_figure where case_number = ? and process_key = ? and form_key = ? and field_key = ?"
                        + " and unit_code = ?")
                .params(task.caseNumber(), task.processKey(), task.formKey(), field, task.unitCode())
                .update();
    }

    /** The process of the case begins anew or was taken away. */
    void forget(String caseNumber, String processKey) {
        jdbc.sql("delete from flow_figure where case_number = ? and process_key = ?")
                .params(caseNumber, processKey)
                .update();
    }
}
