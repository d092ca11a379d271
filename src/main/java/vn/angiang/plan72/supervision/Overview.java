package vn.angiang.plan72.supervision;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.stereotype.Service;
import vn.angiang.plan72.casefile.CaseAccess;
import vn.angiang.plan72.casefile.CaseBoard;
import vn.angiang.plan72.casefile.CaseBucket;
import vn.angiang.plan72.casefile.CaseFile;
import vn.angiang.plan72.casefile.CaseList;
import vn.angiang.plan72.casefile.CaseQuery;
import vn.angiang.plan72.casefile.CaseStatus;
import vn.angiang.plan72.organization.Units;
import vn.angiang.plan72.plan.Clause;
import vn.angiang.plan72.plan.Clauses;
import vn.angiang.plan72.plan.Obligations;
import vn.angiang.plan72.shared.Actor;

/**
 * The leader's board: every unit with its head and the four official buckets, a table of units and clauses, what ended by
 * month, the longest waits. A person who does not see everything sees their own units only.
 */
@Service
public class Overview {

    /** Months shown. */
    private static final int MONTHS = 24;

    private static final int WAITS = 10;

    /** Where a level is asked for: how far to look for its cases among those of all levels. */
    private static final int PAGES_OF_WAITS = 20;

    private static final int MOST_KEPT = 200;
    private static final long OLD_NANOS = Duration.ofMinutes(1).toNanos();

    private final CaseBoard board;
    private final CaseAccess access;
    private final CaseList cases;
    private final Units units;
    private final Heads heads;
    private final Clauses clauses;
    private final Obligations obligations;
    private final ReminderCounts reminders;
    private final Clock clock;
    private final ConcurrentMap<Asked, Kept> kept = new ConcurrentHashMap<>();

    private record Asked(OverviewFilter filter, boolean everything, Set<String> units) {}

    /** A board that holds as long as the tally it was folded from; names of heads and reminders may be a minute old. */
    private record Kept(List<CaseBoard.Row> rows, LocalDate today, long at, View view) {

        boolean isOld() {
            return System.nanoTime() - at > OLD_NANOS;
        }
    }

    Overview(
            CaseBoard board,
            CaseAccess access,
            CaseList cases,
            Units units,
            Heads heads,
            Clauses clauses,
            Obligations obligations,
            ReminderCounts reminders,
            Clock clock) {
        this.board = board;
        this.access = access;
        this.cases = cases;
        this.units = units;
        this.heads = heads;
        this.clauses = clauses;
        this.obligations = obligations;
        this.reminders = reminders;
        this.clock = clock;
    }

    /**
     * A unit and what it has to do.
     *
     * @param head who answers for it, by name; empty when the post is vacant
     * @param reminders sent about its cases in the last 30 days
     */
    public record Line(String unit, String head, CaseStatus status, int reminders) {}

    /** A unit's cases by clause, in the order of {@link View#clauses}. */
    public record HeatLine(String unit, List<CaseStatus> byClause) {}

    /** What ended in a month. */
    public record MonthLine(LocalDate month, int onTime, int late, int failed) {

        /** Share done on time in whole percent, rounded down. */
        public int percent() {
            return onTime * 100 / Math.max(1, onTime + late + failed);
        }
    }

    /** The whole board. */
    public record View(
            CaseStatus all,
            List<Line> lines,
            List<Clause> clauses,
            List<HeatLine> heat,
            List<MonthLine> months,
            List<CaseFile> waits) {}

    /** The board within what the actor may see. */
    public View of(OverviewFilter filter, Actor actor) {
        var scope = access.scopeOf(actor);
        var asked = new Asked(filter, scope.everything(), scope.everything() ? Set.of() : scope.units());
        var rows = board.rows();
        LocalDate today = LocalDate.now(clock);
        Kept known = kept.get(asked);
        if (known == null || known.rows != rows || !known.today.equals(today) || known.isOld()) {
            if (kept.size() >= MOST_KEPT) {
                kept.clear();
            }
            known = new Kept(rows, today, System.nanoTime(), withoutWaits(filter, scope, rows));
            kept.put(asked, known);
        }
        var v = known.view;
        return new View(v.all, v.lines, v.clauses, v.heat, v.months, waits(filter, actor));
    }

    private View withoutWaits(OverviewFilter filter, CaseAccess.Scope scope, List<CaseBoard.Row> tallied) {
        var rows = tallied.stream()
                .filter(r -> scope.everything() || scope.units().contains(r.unit()))
                .filter(r -> filter.takes(r, levelOf(r.unit())))
                .toList();
        var byUnit = new HashMap<String, CaseStatus>();
        var byClause = new HashMap<String, Map<String, CaseStatus>>();
        CaseStatus all = CaseStatus.NONE;
        for (CaseBoard.Row row : rows) {
            all = all.plus(row.status());
            byUnit.merge(row.unit(), row.status(), CaseStatus::plus);
            byClause.computeIfAbsent(row.unit(), u -> new HashMap<>())
                    .merge(clauseOf(row), row.status(), CaseStatus::plus);
        }
        var lines = byUnit.entrySet().stream()
                .map(e -> new Line(e.getKey(), heads.of(e.getKey()), e.getValue(), reminders.of(e.getKey())))
                .sorted(filter.order(units))
                .toList();
        var shown = clauses.all().stream()
                .filter(c -> byClause.values().stream().anyMatch(m -> m.containsKey(c.id())))
                .toList();
        var heat = lines.stream()
                .map(l -> new HeatLine(
                        l.unit(),
                        shown.stream()
                                .map(c -> byClause.get(l.unit()).getOrDefault(c.id(), CaseStatus.NONE))
                                .toList()))
                .toList();
        return new View(all, lines, shown, heat, months(filter, scope), List.of());
    }

    private String clauseOf(CaseBoard.Row row) {
        return row.obligation().isEmpty()
                ? row.clause()
                : obligations.byId(row.obligation()).clauseId();
    }

    private List<MonthLine> months(OverviewFilter filter, CaseAccess.Scope scope) {
        var byMonth = new TreeMap<LocalDate, MonthLine>();
        LocalDate first = LocalDate.now(clock).withDayOfMonth(1).minusMonths(MONTHS - 1L);
        for (CaseBoard.Month m : board.months()) {
            if (!m.month().isBefore(first)
                    && (scope.everything() || scope.units().contains(m.unit()))
                    && filter.takes(m, levelOf(m.unit()))) {
                byMonth.merge(
                        m.month(),
                        new MonthLine(m.month(), m.onTime(), m.late(), m.failed()),
                        (a, b) -> new MonthLine(
                                a.month(), a.onTime() + b.onTime(), a.late() + b.late(), a.failed() + b.failed()));
            }
        }
        return List.copyOf(byMonth.values());
    }

    /** The list comes in order of the last day, so its first pages have them. */
    private List<CaseFile> waits(OverviewFilter filter, Actor actor) {
        var query = CaseQuery.all()
                .withYear(filter.year())
                .withProcess(filter.process())
                .withBucket(CaseBucket.OVERDUE);
        var found = new ArrayList<CaseFile>();
        for (int page = 0; page < PAGES_OF_WAITS; page++) {
            var next = cases.find(query.withPage(page, WAITS * 3), actor);
            next.cases().stream()
                    .filter(c -> filter.takesLevel(levelOf(c.leadUnit())))
                    .forEach(found::add);
            if (found.size() >= WAITS || !next.more()) {
                break;
            }
        }
        return found.stream().limit(WAITS).toList();
    }

    private String levelOf(String unit) {
        return units.find(unit).map(u -> u.level()).orElse("");
    }

    /** Levels that occur among what the actor sees, for choosing. */
    public List<String> levels(Actor actor) {
        var scope = access.scopeOf(actor);
        var levels = new ArrayList<>(board.rows().stream()
                .filter(r -> scope.everything() || scope.units().contains(r.unit()))
                .map(r -> levelOf(r.unit()))
                .distinct()
                .toList());
        levels.sort(Comparator.comparing(OverviewFilter.LEVELS::indexOf));
        return levels;
    }
}
