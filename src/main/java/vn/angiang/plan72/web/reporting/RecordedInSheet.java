package vn.angiang.plan72.web.reporting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.angiang.plan72.flow.FlowFigures;
import vn.angiang.plan72.flow.FlowFigures.Recorded;
import vn.angiang.plan72.reporting.Figure;
import vn.angiang.plan72.reporting.Measure;
import vn.angiang.plan72.reporting.Period;
import vn.angiang.plan72.reporting.PeriodKind;
import vn.angiang.plan72.reporting.UnitReports;

/**
 * What the system itself recorded for the lines of a sheet, from the forms of the unit's cases: offered, never put in by
 * itself, since the unit answers for its report.
 */
@Component
class RecordedInSheet {

    private static final LocalDate BEGINNING = LocalDate.of(2016, 1, 1);

    private final FlowFigures figures;

    RecordedInSheet(FlowFigures figures) {
        this.figures = figures;
    }

    /** By code of the indicator; lines of which nothing is recorded are left out. */
    Map<String, Recorded> of(UnitReports.Sheet sheet) {
        Period period = sheet.period();
        boolean wholePlan = period.kind() == PeriodKind.MIDTERM || period.kind() == PeriodKind.FINAL;
        LocalDate from = wholePlan ? BEGINNING : LocalDate.of(period.year(), 1, 1);
        String unit = sheet.report().unit();
        var sums = figures.sums(unit, from, period.lockOn());
        var latest = figures.latest(unit, from, period.lockOn());
        var recorded = new HashMap<String, Recorded>();
        for (UnitReports.Line line : sheet.lines()) {
            var known = line.measure().time() == Measure.Time.STOCK ? latest : sums;
            Recorded found = known.get(line.measure().code());
            if (found != null && found.value() != null && (!line.measure().isRatio() || found.denominator() != null)) {
                recorded.put(line.measure().code(), found);
            }
        }
        return recorded;
    }

    /** Entries that fill the lines still blank. */
    List<UnitReports.Entry> forBlanks(UnitReports.Sheet sheet) {
        var recorded = of(sheet);
        var entries = new ArrayList<UnitReports.Entry>();
        for (UnitReports.Line line : sheet.lines()) {
            Recorded found = recorded.get(line.measure().code());
            Figure.Value old = line.figure().value();
            boolean blank = old.amount() == null && old.numerator() == null && old.denominator() == null;
            if (found != null && blank) {
                var value = line.measure().isRatio()
                        ? Figure.Value.ratio(found.value(), found.denominator())
                        : Figure.Value.of(found.value());
                entries.add(new UnitReports.Entry(
                        line.measure().code(), value, line.figure().reason()));
            }
        }
        return entries;
    }
}
