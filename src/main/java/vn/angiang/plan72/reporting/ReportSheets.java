package vn.angiang.plan72.reporting;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.springframework.stereotype.Component;
import vn.angiang.plan72.document.SheetWriter;
import vn.angiang.plan72.organization.Units;
import vn.angiang.plan72.plan.Indicators;

/** The Excel workbooks of reporting: the template of a unit, and the consolidated figures of a period. */
@Component
public class ReportSheets {

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

    /** The template: columns A–G as {@link ReportWorkbook} reads them back. */
    void template(UnitReports.Sheet sheet, Locale locale, OutputStream out) throws IOException {
        try (var w = new SheetWriter(words.say("reporting.sheet.name"))) {
            w.widths(16, 58, 16, 16, 18, 18, 50);
            w.row(words.say("reporting.sheet.period"), sheet.period().name());
            w.row(words.say("reporting.sheet.unit"), units.nameOf(sheet.report().unit()));
            w.row(words.say("reporting.sheet.case"), sheet.report().caseNumber());
            w.row(words.say("reporting.sheet.hint"));
            w.row();
            w.headings(
                    words.say("reporting.sheet.code"),
                    words.say("reporting.indicator"),
                    words.say("reporting.unitOfMeasure"),
                    words.say("reporting.before"),
                    words.say("reporting.sheet.figure"),
                    words.say("reporting.sheet.denominator"),
                    words.say("reporting.reason"));
            for (UnitReports.Line line : sheet.lines()) {
                Measure m = line.measure();
                Figure.Value v = line.figure().value();
                String name = words.indicator(m.code())
                        + (m.isRatio() ? " (" + m.numerator(locale) + " / " + m.denominator(locale) + ")" : "");
                w.row(
                        m.code(),
                        name,
                        indicators.byCode(m.code()).unit(),
                        line.before() == null ? null : line.before().shown(m),
                        m.isRatio() ? v.numerator() : v.amount(),
                        m.isRatio() ? v.denominator() : null,
                        line.figure().reason());
            }
            w.to(out);
        }
    }

    /** The consolidated figures, every unit's own on a second sheet, and the corrections. */
    public void consolidated(Period period, OutputStream out) throws IOException {
        try (var w = new SheetWriter(words.say("reporting.consolidated"))) {
            w.widths(16, 58, 16, 16, 16, 16, 16, 12, 12);
            w.row(period.name());
            w.headings(
                    words.say("reporting.sheet.code"),
                    words.say("reporting.indicator"),
                    words.say("reporting.unitOfMeasure"),
                    words.say("reporting.total"),
                    words.say("reporting.before"),
                    words.say("reporting.numerator"),
                    words.say("reporting.sheet.denominator"),
                    words.say("reporting.given"),
                    words.say("reporting.asked"));
            var lines = consolidation.of(period);
            for (Consolidation.Line l : lines) {
                w.row(
                        l.measure().code(),
                        words.indicator(l.measure().code()),
                        indicators.byCode(l.measure().code()).unit(),
                        l.shown(),
                        l.before(),
                        l.total().numerator(),
                        l.total().denominator(),
                        l.given(),
                        l.asked());
            }
            byUnit(w, period);
            corrected(w, period);
            w.to(out);
        }
    }

    private void byUnit(SheetWriter w, Period period) {
        w.sheet(words.say("reporting.byUnit")).widths(16, 40, 36, 16, 16, 16, 24, 18);
        w.headings(
                words.say("reporting.sheet.code"),
                words.say("reporting.indicator"),
                words.say("reporting.unit"),
                words.say("reporting.value"),
                words.say("reporting.numerator"),
                words.say("reporting.sheet.denominator"),
                words.say("reporting.enteredBy"),
                words.say("reporting.sheet.case"));
        consolidation.each(period, share -> {
            Figure f = share.figure();
            w.row(
                    f.indicator(),
                    words.indicator(f.indicator()),
                    units.nameOf(share.report().unit()),
                    f.value().shown(consolidation.measure(f.indicator())),
                    f.value().numerator(),
                    f.value().denominator(),
                    f.enteredByName(),
                    share.report().caseNumber());
        });
    }

    private void corrected(SheetWriter w, Period period) {
        w.sheet(words.say("reporting.corrections")).widths(8, 40, 36, 16, 16, 60, 24);
        w.headings(
                words.say("reporting.correction.number"),
                words.say("reporting.indicator"),
                words.say("reporting.unit"),
                words.say("reporting.correction.before"),
                words.say("reporting.correction.after"),
                words.say("reporting.reason"),
                words.say("reporting.correction.by"));
        for (Corrections.Correction c : corrections.of(period.code())) {
            Measure m = consolidation.measure(c.indicator());
            w.row(
                    c.number(),
                    words.indicator(c.indicator()),
                    units.nameOf(c.unit()),
                    c.before().shown(m),
                    c.after().shown(m),
                    c.reason(),
                    c.madeByName());
        }
    }
}
