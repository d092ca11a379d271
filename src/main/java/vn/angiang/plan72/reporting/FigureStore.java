package vn.angiang.plan72.reporting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes {@code report_figure}. */
@Repository
class FigureStore {

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;

    FigureStore(JdbcClient jdbc, JdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    /** Asks a report for these indicators. */
    void ask(long report, Collection<String> indicators) {
        batch.batchUpdate(
                "insert into report_figure(report_id, indicator_code) values (?, ?)",
                indicators.stream().map(i -> new Object[] {report, i}).toList());
    }

    /** Figures of a report by indicator; blank ones too. */
    Map<String, Figure> of(long report) {
        var figures = new LinkedHashMap<String, Figure>();
        jdbc.sql("select * from report_figure where report_id = ?")
                .param(report)
                .query(FigureStore::map)
                .list()
                .forEach(f -> figures.put(f.indicator(), f));
        return figures;
    }

    /** One indicator of all reports of a period that a level sent. */
    List<Figure> ofIndicator(String period, String indicator) {
        return jdbc.sql("select f.* from report_figure f join unit_report r on r.id = f.report_id"
                        + " where r.period_code = ? and f.indicator_code = ? order by r.id")
                .params(period, indicator)
                .query(FigureStore::map)
                .list();
    }

    /** All figures of a period that are not blank, by indicator; close the stream. */
    Stream<Figure> stream(String period) {
        return jdbc
                .sql("select f.* from report_figure f join unit_report r on r.id = f.report_id"
                        + " where r.period_code = ? and (f.amount is not null or f.numerator is not null)"
                        + " order by f.indicator_code, r.id")
                .param(period)
                .query(FigureStore::map)
                .stream();
    }

    /** A changed figure. */
    record Change(
            String indicator,
            Figure.Value value,
            @Nullable String reason,
            String by,
            String byName,
            Instant at,
            String via) {}

    void write(long report, Collection<Change> changes) {
        batch.batchUpdate(
                """
                update report_figure set amount = ?, numerator = ?, denominator = ?, reason = ?, entered_by = ?,
                    entered_by_name = ?, entered_at = ?, entered_via = ? where report_id = ? and indicator_code = ?
                """,
                changes.stream()
                        .map(c -> new Object[] {
                            c.value.amount(),
                            c.value.numerator(),
                            c.value.denominator(),
                            c.reason,
                            c.by,
                            c.byName,
                            OffsetDateTime.ofInstant(c.at, ZoneOffset.UTC),
                            c.via,
                            report,
                            c.indicator
                        })
                        .toList());
    }

    /** Lets a correction count from now on; what was first reported stays. */
    void correct(long report, String indicator, Figure.Value value, int number) {
        jdbc.sql("update report_figure set correction_no = ?, fixed_amount = ?, fixed_numerator = ?,"
                        + " fixed_denominator = ? where report_id = ? and indicator_code = ?")
                .param(number)
                .param(value.amount())
                .param(value.numerator())
                .param(value.denominator())
                .param(report)
                .param(indicator)
                .update();
    }

    static Figure map(ResultSet rs, int row) throws SQLException {
        Integer correction = rs.getObject("correction_no", Integer.class);
        var reported = new Figure.Value(
                rs.getBigDecimal("amount"), rs.getBigDecimal("numerator"), rs.getBigDecimal("denominator"));
        var at = rs.getObject("entered_at", OffsetDateTime.class);
        return new Figure(
                rs.getLong("report_id"),
                rs.getString("indicator_code"),
                correction == null
                        ? reported
                        : new Figure.Value(
                                rs.getBigDecimal("fixed_amount"),
                                rs.getBigDecimal("fixed_numerator"),
                                rs.getBigDecimal("fixed_denominator")),
                reported,
                rs.getString("reason"),
                rs.getString("entered_by"),
                rs.getString("entered_by_name"),
                at == null ? null : at.toInstant(),
                rs.getString("entered_via"),
                correction);
    }
}
