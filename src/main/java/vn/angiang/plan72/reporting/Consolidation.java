package vn.angiang.plan72.reporting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The province's figures of a period, always worked out from the units' own: there is no second copy that could differ.
 * Where districts report an indicator, their sum is the province's figure and the agencies' stand beside it.
 */
@Service
public class Consolidation {

    private final JdbcClient jdbc;
    private final Measures measures;
    private final PeriodStore periods;
    private final ReportStore reports;
    private final FigureStore figures;

    Consolidation(JdbcClient jdbc, Measures measures, PeriodStore periods, ReportStore reports, FigureStore figures) {
        this.jdbc = jdbc;
        this.measures = measures;
        this.periods = periods;
        this.reports = reports;
        this.figures = figures;
    }

    /**
     * One indicator of the province.
     *
     * @param source level whose figures make the total
     * @param asked units of that level that were asked
     * @param given units whose figure counts
     * @param total sum; of numerators and denominators for ratios; blank for indicators that do not add up
     * @param before total of the latest earlier period that has one, or null
     * @param corrected how many of the figures were corrected after locking
     */
    public record Line(
            Measure measure,
            UnitReport.Level source,
            int asked,
            int given,
            Figure.Value total,
            @Nullable BigDecimal before,
            @Nullable Target target,
            int corrected) {

        /** The number people read; null when nothing was reported or nothing adds up. */
        public @Nullable BigDecimal shown() {
            return measure.addsUp() ? total.shown(measure) : null;
        }
    }

    private record Sum(String key, UnitReport.Level level, int asked, int given, Figure.Value total, int corrected) {}

    /** All indicators of a period in catalogue order. */
    @Transactional(readOnly = true)
    public List<Line> of(Period period) {
        var sums = sums(period.code());
        var before = previous(period);
        var lines = new ArrayList<Line>();
        for (Measure m : measures.all()) {
            var levels = sums.get(m.code());
            if (levels == null) {
                continue;
            }
            var level =
                    levels.containsKey(UnitReport.Level.DISTRICT) ? UnitReport.Level.DISTRICT : UnitReport.Level.AGENCY;
            Sum sum = levels.get(level);
            lines.add(new Line(
                    m,
                    level,
                    sum.asked,
                    sum.given,
                    m.addsUp() ? sum.total : Figure.Value.BLANK,
                    before.get(m.code()),
                    measures.target(m.code()).orElse(null),
                    sum.corrected));
        }
        return lines;
    }

    /** What counts of each figure, by indicator or period and level. */
    private static final String SUMS =
            """
            r.level, count(*) asked,
                sum(case when r.state = 'DA_TIEP_NHAN' and (f.amount is not null or f.numerator is not null
                    or f.fixed_amount is not null or f.fixed_numerator is not null) then 1 else 0 end) given,
                sum(case when r.state <> 'DA_TIEP_NHAN' then null when f.correction_no is null then f.amount
                    else f.fixed_amount end) a,
                sum(case when r.state <> 'DA_TIEP_NHAN' then null when f.correction_no is null then f.numerator
                    else f.fixed_numerator end) n,
                sum(case when r.state <> 'DA_TIEP_NHAN' then null when f.correction_no is null
                    then f.denominator else f.fixed_denominator end) d,
                count(f.correction_no) corrected
            from unit_report r join report_figure f on f.report_id = r.id
            where r.level <> 'COMMUNE' and """;

    private Map<String, Map<UnitReport.Level, Sum>> sums(String period) {
        return byKey(
                jdbc.sql("select f.indicator_code, " + SUMS + " r.period_code = ? group by f.indicator_code, r.level")
                        .param(period));
    }

    /** The province's figure of one indicator in each period, by period code. */
    @Transactional(readOnly = true)
    public Map<String, BigDecimal> overTime(String indicator) {
        Measure m = measures.of(indicator);
        var values = new HashMap<String, BigDecimal>();
        byKey(jdbc.sql("select r.period_code, " + SUMS + " f.indicator_code = ? group by r.period_code, r.level")
                        .param(indicator))
                .forEach((period, levels) -> {
                    Sum sum = levels.getOrDefault(UnitReport.Level.DISTRICT, levels.get(UnitReport.Level.AGENCY));
                    if (m.addsUp() && sum.total.shown(m) != null) {
                        values.put(period, sum.total.shown(m));
                    }
                });
        return values;
    }

    private static Map<String, Map<UnitReport.Level, Sum>> byKey(JdbcClient.StatementSpec query) {
        var sums = new HashMap<String, Map<UnitReport.Level, Sum>>();
        query.query((rs, n) -> new Sum(
                        rs.getString(1),
                        UnitReport.Level.valueOf(rs.getString(2)),
                        rs.getInt(3),
                        rs.getInt(4),
                        new Figure.Value(rs.getBigDecimal(5), rs.getBigDecimal(6), rs.getBigDecimal(7)),
                        rs.getInt(8)))
                .list()
                .forEach(s -> sums.computeIfAbsent(s.key, i -> new EnumMap<>(UnitReport.Level.class))
                        .put(s.level, s));
        return sums;
    }

    private Map<String, BigDecimal> previous(Period period) {
        var values = new HashMap<String, BigDecimal>();
        Optional<Period> before = periods.all().stream()
                .filter(p -> p.isLocked() && p.state() != Period.State.WITHDRAWN)
                .filter(p -> p.dueOn().isBefore(period.dueOn()))
                .reduce((first, second) -> second);
        before.ifPresent(p -> sums(p.code()).forEach((code, levels) -> {
            Measure m = measures.of(code);
            Sum sum = levels.getOrDefault(UnitReport.Level.DISTRICT, levels.get(UnitReport.Level.AGENCY));
            if (m.addsUp() && sum != null && sum.total.shown(m) != null) {
                values.put(code, sum.total.shown(m));
            }
        }));
        return values;
    }

    /** A unit's share in a total, down to the person and the moment. */
    public record Share(UnitReport report, Figure figure) {}

    /** Where a figure of the province comes from: every unit asked, communes below their district. */
    @Transactional(readOnly = true)
    public List<Share> shares(Period period, String indicator) {
        var byReport = new HashMap<Long, Figure>();
        figures.ofIndicator(period.code(), indicator).forEach(f -> byReport.put(f.reportId(), f));
        return reports.ofPeriod(period.code()).stream()
                .filter(r -> byReport.containsKey(r.id()))
                .map(r -> new Share(r, byReport.get(r.id())))
                .toList();
    }

    Measure measure(String indicator) {
        return measures.of(indicator);
    }

    /** Every figure of a period that counts, by indicator and unit; to be read in a transaction and closed. */
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    public Stream<Share> each(Period period) {
        var byId = new HashMap<Long, UnitReport>();
        reports.ofPeriod(period.code()).stream().filter(r -> r.state().counts()).forEach(r -> byId.put(r.id(), r));
        return figures.stream(period.code())
                .filter(f -> byId.containsKey(f.reportId()))
                .map(f -> new Share(byId.get(f.reportId()), f));
    }
}
