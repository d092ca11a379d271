package vn.angiang.plan72.reporting;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The figure of the period before beside each figure: what was accepted last, else where the programme started from. */
@Component
class PreviousFigures {

    /** The household review's standard since 2016; the older income series is never compared with it. */
    static final String SERIES = "MULTIDIMENSIONAL";

    private final JdbcClient jdbc;

    PreviousFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(String indicator, int year, Figure figure) {}

    /** By indicator; an indicator without an earlier figure is missing. */
    Map<String, FigureChecks.Previous> of(Period period, String unit, Measures measures) {
        var found = new HashMap<String, FigureChecks.Previous>();
        for (Row row : earlier(period.dueOn(), unit)) {
            Measure m = measures.of(row.indicator);
            found.putIfAbsent(
                    row.indicator,
                    new FigureChecks.Previous(
                            row.figure.value(), m.time() == Measure.Time.STOCK, row.year == period.year()));
        }
        baselines(unit)
                .forEach((code, value) -> found.putIfAbsent(
                        code, new FigureChecks.Previous(value, measures.of(code).time() == Measure.Time.STOCK, false)));
        return found;
    }

    private List<Row> earlier(LocalDate before, String unit) {
        return jdbc.sql(
                        """
                        select f.*, p.plan_year from report_figure f
                            join unit_report r on r.id = f.report_id
                            join report_period p on p.code = r.period_code
                        where r.unit_code = ? and p.due_on < ? and r.state = ?
                            and (f.amount is not null or f.numerator is not null)
                        order by p.due_on desc
                        """)
                .params(unit, before, ReportState.DA_TIEP_NHAN.name())
                .query((rs, n) ->
                        new Row(rs.getString("indicator_code"), rs.getInt("plan_year"), FigureStore.map(rs, n)))
                .list();
    }

    private Map<String, Figure.Value> baselines(String unit) {
        var values = new HashMap<String, Figure.Value>();
        jdbc.sql("select * from report_baseline where series = ? and unit_code = ? order by on_day")
                .params(SERIES, unit)
                .query((rs, n) -> {
                    values.put(
                            rs.getString("indicator_code"),
                            new Figure.Value(
                                    rs.getBigDecimal("amount"),
                                    rs.getBigDecimal("numerator"),
                                    rs.getBigDecimal("denominator")));
                    return n;
                })
                .list();
        return values;
    }
}
