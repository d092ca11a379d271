package vn.angiang.plan72.reporting;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.document.official.SafeSheets;
import vn.angiang.plan72.document.official.SafeSheets.Column;
import vn.angiang.plan72.document.official.SafeSheets.Kind;
import vn.angiang.plan72.organization.Units;
import vn.angiang.plan72.plan.Indicators;

/** The Excel workbooks of reporting: the template of a unit, and the consolidated figures of a period. */
@Component
public class ReportSheets {

    private static final int NAME = 58;
    private static final int UNIT = 36;
    private static final int NUMBER = 16;

    private final Indicators indicators;
    private final Units units;
    private final ReportingWords words;
    private final Consolidation consolidation;
    private final Corrections corrections;

    ReportSheets(
            Indicators indicators,
            Units units,
            ReportingWords words,
            Consolidation consolidation,
            Corrections corrections) {
        this.indicators = indicators;
        this.units = units;
        this.words = words;
        this.consolidation = consolidation;
        this.corrections = corrections;
    }

    /** The template: columns and second sheet as {@link ReportWorkbook} reads them back. */
    void template(UnitReports.Sheet sheet, Locale locale, OutputStream out) throws IOException {
        var columns = List.of(
                column("reporting.sheet.code", NUMBER, Kind.TEXT),
                column("reporting.indicator", NAME, Kind.TEXT),
                column("reporting.unitOfMeasure", NUMBER, Kind.TEXT),
                column("reporting.before", NUMBER, Kind.DECIMAL),
                column("reporting.sheet.figure", NUMBER, Kind.DECIMAL),
                column("reporting.sheet.denominator", NUMBER, Kind.DECIMAL),
                column("reporting.reason", NAME, Kind.TEXT));
        var about = Stream.of(
                Arrays.asList(
                        words.say("reporting.sheet.period"), sheet.period().name()),
                Arrays.asList(
                        words.say("reporting.sheet.unit"),
                        units.nameOf(sheet.report().unit())),
                Arrays.asList(words.say("reporting.sheet.case"), sheet.report().caseNumber()));
        SafeSheets.xlsx(
                out,
                new SafeSheets.Sheet(
                        words.say("reporting.sheet.name"),
                        columns,
                        sheet.lines().stream().map(l -> line(l, locale))),
                new SafeSheets.Sheet(
                        words.say("reporting.sheet.about"),
                        List.of(
                                column("reporting.sheet.about", NUMBER, Kind.TEXT),
                                column("reporting.sheet.hint", NAME, Kind.TEXT)),
                        about));
    }

    private List<Object> line(UnitReports.Line line, Locale locale) {
        Measure m = line.measure();
        Figure.Value v = line.figure().value();
        String parts = m.isRatio() ? " (" + m.numerator(locale) + " / " + m.denominator(locale) + ")" : "";
        return Arrays.asList(
                m.code(),
                words.indicator(m.code()) + parts,
                indicators.byCode(m.code()).unit(),
                line.before() == null ? null : line.before().shown(m),
                m.isRatio() ? v.numerator() : v.amount(),
                m.isRatio() ? v.denominator() : null,
                line.figure().reason());
    }

    /** The consolidated figures, every unit's own on a second sheet, and the corrections. Rows are streamed. */
    @Transactional(readOnly = true)
    public void consolidated(Period period, OutputStream out) throws IOException {
        SafeSheets.xlsx(out, totals(period), byUnit(period), corrected(period));
    }

    private SafeSheets.Sheet totals(Period period) {
        var columns = List.of(
                column("reporting.sheet.code", NUMBER, Kind.TEXT),
                column("reporting.indicator", NAME, Kind.TEXT),
                column("reporting.unitOfMeasure", NUMBER, Kind.TEXT),
                column("reporting.total", NUMBER, Kind.DECIMAL),
                column("reporting.before", NUMBER, Kind.DECIMAL),
                column("reporting.numerator", NUMBER, Kind.DECIMAL),
                column("reporting.sheet.denominator", NUMBER, Kind.DECIMAL),
                column("reporting.given", NUMBER, Kind.WHOLE),
                column("reporting.asked", NUMBER, Kind.WHOLE));
        var rows = consolidation.of(period).stream()
                .map(l -> Arrays.<Object>asList(
                        l.measure().code(),
                        words.indicator(l.measure().code()),
                        indicators.byCode(l.measure().code()).unit(),
                        l.shown(),
                        l.before(),
                        l.total().numerator(),
                        l.total().denominator(),
                        l.given(),
                        l.asked()));
        return new SafeSheets.Sheet(words.say("reporting.consolidated"), columns, rows);
    }

    private SafeSheets.Sheet byUnit(Period period) {
        var columns = List.of(
                column("reporting.sheet.code", NUMBER, Kind.TEXT),
                column("reporting.indicator", NAME, Kind.TEXT),
                column("reporting.unit", UNIT, Kind.TEXT),
                column("reporting.value", NUMBER, Kind.DECIMAL),
                column("reporting.numerator", NUMBER, Kind.DECIMAL),
                column("reporting.sheet.denominator", NUMBER, Kind.DECIMAL),
                column("reporting.enteredBy", UNIT, Kind.TEXT),
                column("reporting.sheet.case", NUMBER, Kind.TEXT));
        var rows = consolidation.each(period).map(share -> {
            Figure f = share.figure();
            return Arrays.<Object>asList(
                    f.indicator(),
                    words.indicator(f.indicator()),
                    units.nameOf(share.report().unit()),
                    f.value().shown(consolidation.measure(f.indicator())),
                    f.value().numerator(),
                    f.value().denominator(),
                    f.enteredByName(),
                    share.report().caseNumber());
        });
        return new SafeSheets.Sheet(words.say("reporting.byUnit"), columns, rows);
    }

    private SafeSheets.Sheet corrected(Period period) {
        var columns = List.of(
                column("reporting.correction.number", NUMBER, Kind.WHOLE),
                column("reporting.indicator", NAME, Kind.TEXT),
                column("reporting.unit", UNIT, Kind.TEXT),
                column("reporting.correction.before", NUMBER, Kind.DECIMAL),
                column("reporting.correction.after", NUMBER, Kind.DECIMAL),
                column("reporting.reason", NAME, Kind.TEXT),
                column("reporting.correction.by", UNIT, Kind.TEXT));
        var rows = corrections.of(period.code()).stream().map(c -> {
            Measure m = consolidation.measure(c.indicator());
            return Arrays.<Object>asList(
                    c.number(),
                    words.indicator(c.indicator()),
                    units.nameOf(c.unit()),
                    c.before().shown(m),
                    c.after().shown(m),
                    c.reason(),
                    c.madeByName());
        });
        return new SafeSheets.Sheet(words.say("reporting.corrections"), columns, rows);
    }

    private Column column(String key, int width, Kind kind) {
        return new Column(words.say(key), width, kind);
    }
}
