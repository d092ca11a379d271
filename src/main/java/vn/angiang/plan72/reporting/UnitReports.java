package vn.angiang.plan72.reporting;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.casefile.CaseAccess;
import vn.angiang.plan72.journal.Act;
import vn.angiang.plan72.journal.Journal;
import vn.angiang.plan72.plan.Parameters;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.FieldError;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.shared.Texts;

/** The figures of one unit's report: read with what they are compared with, and changed. */
@Service
public class UnitReports {

    private static final int LONGEST_REASON = 2000;

    private final ReportStore reports;
    private final PeriodStore periods;
    private final FigureStore figures;
    private final PreviousFigures previous;
    private final CommuneSums communes;
    private final Measures measures;
    private final Parameters parameters;
    private final CaseAccess access;
    private final Journal journal;
    private final ReportingWords words;
    private final Clock clock;

    UnitReports(
            ReportStore reports,
            PeriodStore periods,
            FigureStore figures,
            PreviousFigures previous,
            CommuneSums communes,
            Measures measures,
            Parameters parameters,
            CaseAccess access,
            Journal journal,
            ReportingWords words,
            Clock clock) {
        this.reports = reports;
        this.periods = periods;
        this.figures = figures;
        this.previous = previous;
        this.communes = communes;
        this.measures = measures;
        this.parameters = parameters;
        this.access = access;
        this.journal = journal;
        this.words = words;
        this.clock = clock;
    }

    /**
     * One line of the sheet.
     *
     * @param before figure of the period before, or null
     * @param problems what still stands in the way, in words
     */
    public record Line(
            Measure measure,
            Figure figure,
            Figure.@Nullable Value before,
            Figure.@Nullable Value communes,
            List<String> problems) {}

    /** The sheet of a report. */
    public record Sheet(UnitReport report, Period period, List<Line> lines, boolean editable) {

        /** Lines that still have a problem. */
        public long open() {
            return lines.stream().filter(l -> !l.problems.isEmpty()).count();
        }
    }

    /** What somebody entered for one indicator. */
    public record Entry(String indicator, Figure.Value value, @Nullable String reason) {}

    /**
     * The sheet of a report.
     *
     * @throws Refusal.NotFound when the case is no report
     * @throws Refusal.Forbidden when the actor may not see the case
     */
    @Transactional(readOnly = true)
    public Sheet sheet(String caseNumber, Actor actor) {
        access.requireVisible(caseNumber);
        return read(reports.ofCase(caseNumber), actor);
    }

    private Sheet read(UnitReport report, Actor actor) {
        Period period = periods.find(report.periodCode()).orElseThrow();
        var present = figures.of(report.id());
        var before = previous.of(period, report.unit(), measures);
        var sums = communes.of(period, report);
        var looked = new LinkedHashMap<String, FigureChecks.Looked>();
        for (Measure m : measures.all()) {
            Figure f = present.get(m.code());
            if (f != null) {
                looked.put(
                        m.code(),
                        new FigureChecks.Looked(
                                m.code(), f.value(), f.reason(), before.get(m.code()), sums.get(m.code())));
            }
        }
        var problems = new LinkedHashMap<String, List<String>>();
        for (var problem : checks().all(looked)) {
            problems.computeIfAbsent(problem.indicator(), i -> new ArrayList<>())
                    .add(say(problem));
        }
        var lines = new ArrayList<Line>();
        looked.forEach((code, l) -> lines.add(new Line(
                measures.of(code),
                present.get(code),
                Optional.ofNullable(before.get(code))
                        .map(FigureChecks.Previous::value)
                        .orElse(null),
                sums.get(code),
                problems.getOrDefault(code, List.of()))));
        return new Sheet(report, period, lines, mayEdit(report, actor));
    }

    private FigureChecks checks() {
        return new FigureChecks(measures, parameters.whole("report.jump.percent"));
    }

    private String say(FigureChecks.Problem problem) {
        var arguments = problem.arguments().stream()
                .map(a -> measures.all().stream().anyMatch(m -> m.code().equals(a)) ? words.indicator(a.toString()) : a)
                .toArray();
        return words.say(problem.key(), arguments);
    }

    /** Whether this person may change figures now. */
    public boolean mayEdit(UnitReport report, Actor actor) {
        return report.state().isEditable() && actor.allGroups().contains(Actor.group("officer", report.unit()));
    }

    /**
     * Takes figures. Blank ones and those that will need a reason are kept: the sheet says what is missing, and the
     * report cannot be handed in before it is whole.
     *
     * @param revision of the report when the sheet was read
     * @param via {@code FORM}, {@code EXCEL} or {@code RECORDED}
     * @return how many figures changed
     * @throws Refusal.BadInput when a figure is impossible; nothing has changed then
     * @throws Refusal.Conflict when somebody else changed the sheet meanwhile, or it is not being edited
     */
    @Transactional
    public int save(String caseNumber, long revision, List<Entry> entries, String via, Actor by) {
        access.requireVisible(caseNumber);
        UnitReport report = reports.ofCase(caseNumber);
        requireEditor(report, by);
        if (!reports.advance(report.id(), revision)) {
            throw new Refusal.Conflict("reporting.sheet.changed");
        }
        var present = figures.of(report.id());
        var errors = new ArrayList<FieldError>();
        var changes = new ArrayList<FigureStore.Change>();
        for (Entry e : entries) {
            Figure old = present.get(e.indicator);
            if (old == null) {
                errors.add(new FieldError("", words.say("reporting.check.notAsked", e.indicator)));
                continue;
            }
            String reason = clean(e.reason);
            checks().impossible(e.indicator, e.value)
                    .forEach(
                            p -> errors.add(new FieldError(e.indicator, words.indicator(e.indicator) + ": " + say(p))));
            if (reason != null && reason.length() > LONGEST_REASON) {
                errors.add(new FieldError(e.indicator, words.say("reporting.check.reasonTooLong")));
            }
            if (!old.value().same(e.value) || !java.util.Objects.equals(old.reason(), reason)) {
                changes.add(change(e, reason, via, by));
            }
        }
        if (!errors.isEmpty()) {
            throw new Refusal.BadInput(errors);
        }
        figures.write(report.id(), changes);
        if (report.state() == ReportState.CHUA_NOP) {
            reports.state(report.id(), ReportState.DANG_SOAN);
        }
        journal.record(Act.of(
                report.unit(),
                "reporting.figuresSaved",
                caseNumber,
                by,
                Map.of(
                        "via",
                        via,
                        "figures",
                        changes.stream().map(UnitReports::told).toList())));
        return changes.size();
    }

    private FigureStore.Change change(Entry e, @Nullable String reason, String via, Actor by) {
        return new FigureStore.Change(
                e.indicator,
                e.value,
                reason,
                by.username(),
                by.fullName(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                via);
    }

    private static String told(FigureStore.Change c) {
        return c.indicator() + "="
                + (c.value().isBlank()
                        ? ""
                        : c.value().amount() != null
                                ? c.value().amount().toPlainString()
                                : c.value().numerator() + "/" + c.value().denominator());
    }

    private static @Nullable String clean(@Nullable String reason) {
        String clean = reason == null ? "" : Texts.clean(reason);
        return clean.isEmpty() ? null : clean;
    }

    private void requireEditor(UnitReport report, Actor by) {
        if (!by.allGroups().contains(Actor.group("officer", report.unit()))) {
            throw new Refusal.Forbidden("reporting.sheet.notYours");
        }
        if (!report.state().isEditable()) {
            throw new Refusal.Conflict("reporting.sheet.closed");
        }
    }

    /** What keeps the report from being handed in, one line per indicator; empty when it is whole. */
    List<String> obstacles(UnitReport report) {
        return read(report, Actor.SYSTEM).lines().stream()
                .filter(l -> !l.problems().isEmpty())
                .map(l -> words.indicator(l.measure().code()) + ": " + String.join("; ", l.problems()))
                .toList();
    }
}
