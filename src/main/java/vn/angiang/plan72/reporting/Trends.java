package vn.angiang.plan72.reporting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.organization.Unit;
import vn.angiang.plan72.organization.Units;

/** An indicator over time and by district. Only one poverty series is ever in one line. */
@Service
public class Trends {

    /** Code of the whole province in baselines and targets. */
    public static final String PROVINCE = "AG";

    private final JdbcClient jdbc;
    private final Measures measures;
    private final PeriodStore periods;
    private final ReportStore reports;
    private final FigureStore figures;
    private final Consolidation consolidation;
    private final Units units;

    Trends(
            JdbcClient jdbc,
            Measures measures,
            PeriodStore periods,
            ReportStore reports,
            FigureStore figures,
            Consolidation consolidation,
            Units units) {
        this.jdbc = jdbc;
        this.measures = measures;
        this.periods = periods;
        this.reports = reports;
        this.figures = figures;
        this.consolidation = consolidation;
        this.units = units;
    }

    /**
     * A point of a line.
     *
     * @param label period, or the day of a baseline
     * @param baseline whether it is where the programme started from
     */
    public record Point(String label, LocalDate on, @Nullable BigDecimal value, boolean baseline, String source) {}

    /** A figure of a district. */
    public record OfUnit(String unit, String gsoCode, @Nullable BigDecimal value) {}

    /** An older figure by another standard, told beside the line, never in it. */
    public record OtherStandard(LocalDate on, BigDecimal value, String source) {}

    /** Baselines and locked periods that hold the indicator, oldest first. */
    @Transactional(readOnly = true)
    public List<Point> ofProvince(String indicator) {
        var points = new ArrayList<Point>(baselines(indicator, PROVINCE, PreviousFigures.SERIES));
        var values = consolidation.overTime(indicator);
        var asking = periods.asking(indicator);
        for (Period p : periods.all()) {
            if (p.state() == Period.State.ISSUED && asking.contains(p.code())) {
                points.add(new Point(p.code(), p.dueOn(), values.get(p.code()), false, p.name()));
            }
        }
        points.sort(Comparator.comparing(Point::on));
        return points;
    }

    private List<Point> baselines(String indicator, String unit, String series) {
        Measure m = measures.of(indicator);
        return jdbc.sql("select * from report_baseline where indicator_code = ? and unit_code = ? and series = ?"
                        + " order by on_day")
                .params(indicator, unit, series)
                .query((rs, n) -> {
                    LocalDate on = rs.getObject("on_day", LocalDate.class);
                    var value = new Figure.Value(
                            rs.getBigDecimal("amount"), rs.getBigDecimal("numerator"), rs.getBigDecimal("denominator"));
                    return new Point(
                            "%02d/%d".formatted(on.getMonthValue(), on.getYear()),
                            on,
                            value.shown(m),
                            true,
                            rs.getString("source"));
                })
                .list();
    }

    /** Figures by the income standard of 2011–2015, which cannot be compared with today's. */
    @Transactional(readOnly = true)
    public List<OtherStandard> byOtherStandard(String indicator) {
        return baselines(indicator, PROVINCE, Baselines.INCOME).stream()
                .filter(p -> p.value() != null)
                .map(p -> new OtherStandard(p.on(), p.value(), p.source()))
                .toList();
    }

    /**
     * The districts' latest figures.
     *
     * @param label period or day they are of
     */
    public record ByDistrict(String label, List<OfUnit> units) {}

    /** By district: of the latest locked period that has the indicator, else of the latest baseline. */
    @Transactional(readOnly = true)
    public ByDistrict byDistrict(String indicator) {
        Measure m = measures.of(indicator);
        for (Period p : periods.all().stream()
                .filter(p -> p.state() == Period.State.ISSUED)
                .sorted(Comparator.comparing(Period::dueOn).reversed())
                .toList()) {
            var byReport = new java.util.HashMap<Long, Figure>();
            figures.ofIndicator(p.code(), indicator).forEach(f -> byReport.put(f.reportId(), f));
            var found = new java.util.HashMap<String, BigDecimal>();
            for (UnitReport r : reports.ofPeriod(p.code())) {
                Figure f = byReport.get(r.id());
                if (r.level() == UnitReport.Level.DISTRICT
                        && f != null
                        && r.state().counts()) {
                    found.put(r.unit(), f.value().shown(m));
                }
            }
            if (!found.isEmpty()) {
                return new ByDistrict(p.name(), districts(found));
            }
        }
        var found = new java.util.HashMap<String, BigDecimal>();
        String label = "";
        for (Unit u : units.districts()) {
            var points = baselines(indicator, u.code(), PreviousFigures.SERIES);
            if (!points.isEmpty()) {
                Point last = points.get(points.size() - 1);
                found.put(u.code(), last.value());
                label = last.label();
            }
        }
        return new ByDistrict(label, found.isEmpty() ? List.of() : districts(found));
    }

    private List<OfUnit> districts(java.util.Map<String, BigDecimal> values) {
        return units.districts().stream()
                .map(u -> new OfUnit(u.code(), u.gsoCode() == null ? "" : u.gsoCode(), values.get(u.code())))
                .toList();
    }
}
