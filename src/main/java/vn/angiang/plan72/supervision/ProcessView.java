package vn.angiang.plan72.supervision;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.angiang.plan72.calendar.WorkingCalendar;
import vn.angiang.plan72.casefile.CaseAccess;
import vn.angiang.plan72.organization.Roles;
import vn.angiang.plan72.process.ProcessVersions;
import vn.angiang.plan72.process.ProcessVersions.Version;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.supervision.ProcessFigures.Finished;
import vn.angiang.plan72.supervision.ProcessFigures.Scope;
import vn.angiang.plan72.supervision.ProcessFigures.Totals;

/**
 * Where cases stand in a process, how long its steps take and which ways cases go. Who oversees the programme sees all
 * units; a leader sees the steps of the own units; others see nothing. Processes of restricted cases are left out.
 */
@Service
public class ProcessView {

    /** All its cases are restricted (accountability of heads of units). */
    private static final Set<String> LEFT_OUT = Set.of("accountability");

    private static final int PATHS = 10;
    private static final double MOST_OF_THEM = 0.9;

    private final ProcessVersions versions;
    private final ProcessFigures figures;
    private final CaseAccess access;
    private final WorkingCalendar calendar;
    private final Clock clock;

    ProcessView(
            ProcessVersions versions,
            ProcessFigures figures,
            CaseAccess access,
            WorkingCalendar calendar,
            Clock clock) {
        this.versions = versions;
        this.figures = figures;
        this.access = access;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** A process, all its versions together. */
    public record ProcessLine(
            String key, String name, int versions, long running, long open, long overdue, long ended) {}

    /**
     * A step of a version.
     *
     * @param daysOver working days over the last day, of all that wait, added up
     * @param median working days within which half were done, or null
     * @param p90 working days within which nine of ten were done, or null
     * @param planned working days given on average, of those with a last day, or null
     * @param real working days taken on average, of the same, or null
     * @param latePercent share done after the last day, of those with one
     * @param heat 0 nothing to show, 1 low to 4 high
     * @param waiting value of {@code buoc} in the address of the list behind
     */
    public record StepLine(
            String id,
            String name,
            long open,
            long overdue,
            long daysOver,
            long done,
            @Nullable Integer median,
            @Nullable Integer p90,
            @Nullable Double planned,
            @Nullable Double real,
            int latePercent,
            int heat,
            String waiting) {}

    /** A way through the steps; {@code selection} is the value of {@code duong}. */
    public record PathLine(
            String id, List<String> steps, List<String> names, long n, int percent, int median, String selection) {}

    /** A version of a process with its figures. */
    public record Page(
            Version version,
            List<Version> versions,
            ProcessMeasure measure,
            List<Integer> years,
            @Nullable Integer year,
            long running,
            long ended,
            List<StepLine> steps,
            List<StepLine> bottlenecks,
            List<PathLine> paths,
            String all) {}

    /** Whether this person may look at processes at all. */
    public boolean mayUse(Actor actor) {
        return access.scopeOf(actor).everything() || !led(actor).isEmpty();
    }

    private Scope scope(Actor actor) {
        var scope = access.scopeOf(actor);
        if (scope.everything()) {
            return Scope.ALL;
        }
        var led = led(actor);
        if (led.isEmpty()) {
            throw new Refusal.Forbidden("processView.forbidden");
        }
        return new Scope(led);
    }

    private static List<String> led(Actor actor) {
        return actor.allGroups().stream()
                .filter(g -> g.startsWith(Roles.LEADER + "."))
                .map(StepCount::unitOf)
                .distinct()
                .sorted()
                .toList();
    }

    /** All processes, those with most open steps first. */
    public List<ProcessLine> processes(Actor actor) {
        var totals = figures.totals(scope(actor), LocalDate.now(clock));
        var lines = new ArrayList<ProcessLine>();
        versions.all().forEach((key, all) -> {
            if (!LEFT_OUT.contains(key)) {
                long running = 0;
                long open = 0;
                long overdue = 0;
                long ended = 0;
                for (Version v : all) {
                    Totals t = totals.getOrDefault(v.definitionId(), Totals.NONE);
                    running += t.running();
                    open += t.open();
                    overdue += t.overdue();
                    ended += t.ended();
                }
                lines.add(new ProcessLine(key, all.get(0).name(), all.size(), running, open, overdue, ended));
            }
        });
        lines.sort(Comparator.comparing(ProcessLine::open).reversed().thenComparing(ProcessLine::name));
        return lines;
    }

    /**
     * One version; the newest when the number is null.
     *
     * @throws Refusal.NotFound when there is no such process or version
     */
    public Page of(String key, @Nullable Integer number, ProcessMeasure measure, @Nullable Integer year, Actor actor) {
        Scope scope = scope(actor);
        Version version = version(key, number);
        String id = version.definitionId();
        var steps = steps(version, measure, year, scope);
        var bottlenecks = steps.stream()
                .filter(s -> s.daysOver() > 0)
                .sorted(Comparator.comparing(StepLine::daysOver).reversed())
                .toList();
        Totals totals = figures.totals(scope, LocalDate.now(clock)).getOrDefault(id, Totals.NONE);
        return new Page(
                version,
                versions.of(key),
                measure,
                figures.years(id, scope),
                year,
                totals.running(),
                totals.ended(),
                steps,
                bottlenecks,
                paths(version, year, scope),
                StepSelection.value(id, "", scope.units()));
    }

    /** The diagram's version, for who may look at it. */
    public Version version(String key, @Nullable Integer number, Actor actor) {
        scope(actor);
        return version(key, number);
    }

    private Version version(String key, @Nullable Integer number) {
        var all = LEFT_OUT.contains(key) ? List.<Version>of() : versions.of(key);
        return all.stream()
                .filter(v -> number == null || v.number() == number)
                .findFirst()
                .orElseThrow(() -> new Refusal.NotFound("processView.notFound"));
    }

    private List<StepLine> steps(Version version, ProcessMeasure measure, @Nullable Integer year, Scope scope) {
        LocalDate today = LocalDate.now(clock);
        var open = new HashMap<String, Long>();
        var overdue = new HashMap<String, Long>();
        var daysOver = new HashMap<String, Long>();
        for (var w : figures.waiting(version.definitionId(), scope)) {
            open.merge(w.step(), w.n(), Long::sum);
            if (w.dueOn().isBefore(today)) {
                overdue.merge(w.step(), w.n(), Long::sum);
                daysOver.merge(w.step(), w.n() * calendar.workingDaysBetween(w.dueOn(), today), Long::sum);
            }
        }
        var finished = figures.finished(version.definitionId(), StepCell.STEP, year, scope);
        var lines = new ArrayList<StepLine>();
        versions.steps(version.definitionId()).forEach((step, name) -> {
            Finished f = finished.get(step);
            lines.add(new StepLine(
                    step,
                    name,
                    open.getOrDefault(step, 0L),
                    overdue.getOrDefault(step, 0L),
                    daysOver.getOrDefault(step, 0L),
                    f == null ? 0 : f.n(),
                    f == null ? null : f.within(0.5),
                    f == null ? null : f.within(MOST_OF_THEM),
                    f == null || f.withTarget() == 0 ? null : (double) f.planned() / f.withTarget(),
                    f == null || f.withTarget() == 0 ? null : (double) f.real() / f.withTarget(),
                    f == null || f.withTarget() == 0 ? 0 : (int) (f.late() * 100 / f.withTarget()),
                    0,
                    StepSelection.value(version.definitionId(), step, scope.units())));
        });
        return ProcessHeat.colour(lines, measure);
    }

    private List<PathLine> paths(Version version, @Nullable Integer year, Scope scope) {
        var finished = figures.finished(version.definitionId(), StepCell.RUN, year, scope);
        long all = finished.values().stream().mapToLong(Finished::n).sum();
        Map<String, String> names = versions.steps(version.definitionId());
        return finished.entrySet().stream()
                .sorted(Comparator.comparing(
                                (Map.Entry<String, Finished> e) -> -e.getValue().n())
                        .thenComparing(Map.Entry::getKey))
                .limit(PATHS)
                .map(e -> {
                    var steps = figures.steps(version.definitionId(), e.getKey());
                    Integer median = e.getValue().within(0.5);
                    return new PathLine(
                            e.getKey(),
                            steps,
                            steps.stream().map(s -> names.getOrDefault(s, s)).toList(),
                            e.getValue().n(),
                            (int) (e.getValue().n() * 100 / Math.max(1, all)),
                            median == null ? 0 : median,
                            StepSelection.value(version.definitionId(), e.getKey(), scope.units()));
                })
                .toList();
    }
}
