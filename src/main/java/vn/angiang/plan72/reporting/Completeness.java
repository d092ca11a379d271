package vn.angiang.plan72.reporting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.casefile.CaseAccess;
import vn.angiang.plan72.organization.Unit;
import vn.angiang.plan72.organization.Units;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.Refusal;

/** Who has reported for which period, who is late and by how many working days; and urging, which is counted. */
@Service
public class Completeness {

    private final PeriodStore periods;
    private final ReportStore reports;
    private final PeriodDays days;
    private final ReportNotices notices;
    private final CaseAccess access;
    private final Units units;

    Completeness(
            PeriodStore periods,
            ReportStore reports,
            PeriodDays days,
            ReportNotices notices,
            CaseAccess access,
            Units units) {
        this.periods = periods;
        this.reports = reports;
        this.days = days;
        this.notices = notices;
        this.access = access;
        this.units = units;
    }

    /**
     * One field of the board.
     *
     * @param late working days late so far or when it was sent; 0 in time
     */
    public record Field(UnitReport report, int late) {

        /** Late and still owed. */
        public boolean isOverdue() {
            return late > 0 && report.sentOn() == null && !report.state().isOver();
        }

        /** Sent after its day. */
        public boolean wasLate() {
            return late > 0 && report.sentOn() != null;
        }
    }

    /** A unit's row; fields by period code. */
    public record Row(String unit, UnitReport.Level level, Map<String, Field> fields) {}

    /** The board of a year. */
    public record Board(int year, List<Period> periods, List<Row> rows) {

        /** Reports that are late and still owed. */
        public long overdue() {
            return rows.stream()
                    .flatMap(r -> r.fields.values().stream())
                    .filter(Field::isOverdue)
                    .count();
        }
    }

    /** The board of a year as far as this person may see it. */
    @Transactional(readOnly = true)
    public Board board(int year, boolean communes, Actor actor) {
        var scope = access.scopeOf(actor);
        var shown = periods.all().stream()
                .filter(p -> p.year() == year && p.state() != Period.State.WITHDRAWN)
                .toList();
        Map<String, Map<String, Field>> fields = new HashMap<>();
        Map<String, UnitReport.Level> levels = new HashMap<>();
        for (UnitReport r : reports.ofYears(year, year)) {
            boolean wanted = communes || r.level() != UnitReport.Level.COMMUNE;
            boolean visible = scope.everything()
                    || scope.units().contains(r.unit())
                    || scope.units().contains(r.receiver());
            if (wanted && visible && r.state() != ReportState.THU_HOI) {
                levels.put(r.unit(), r.level());
                fields.computeIfAbsent(r.unit(), u -> new LinkedHashMap<>()).put(r.periodCode(), field(r));
            }
        }
        var rows = new ArrayList<Row>();
        for (Unit unit : units.all()) {
            if (fields.containsKey(unit.code())) {
                rows.add(new Row(unit.code(), levels.get(unit.code()), fields.get(unit.code())));
            }
        }
        return new Board(year, shown, rows);
    }

    /** Reports of one period with their lateness, in order of the catalogue of units. */
    @Transactional(readOnly = true)
    public List<Field> ofPeriod(Period period, Actor actor) {
        var scope = access.scopeOf(actor);
        return reports.ofPeriod(period.code()).stream()
                .filter(r -> scope.everything()
                        || scope.units().contains(r.unit())
                        || scope.units().contains(r.receiver()))
                .map(this::field)
                .toList();
    }

    private Field field(UnitReport r) {
        Integer sent = r.lateDays();
        int late = sent != null ? sent : r.state().isOver() ? 0 : days.workingDaysLate(r.dueOn(), days.today());
        return new Field(r, late);
    }

    /**
     * Urges units that have not sent, as an act that is counted and recorded.
     *
     * @param unit one unit, or null for all that are late
     * @return how many were urged
     * @throws Refusal.Forbidden unless the receiver's people or the standing agency urge
     */
    @Transactional
    public int urge(String periodCode, @Nullable String unit, Actor by) {
        int urged = 0;
        for (UnitReport r : reports.ofPeriod(periodCode)) {
            boolean meant = unit == null
                    ? r.level() != UnitReport.Level.COMMUNE && field(r).isOverdue()
                    : r.unit().equals(unit);
            if (meant && r.sentOn() == null && !r.state().isOver()) {
                requireReceiver(r, by);
                notices.urge(r, by);
                urged++;
            }
        }
        if (urged == 0) {
            throw new Refusal.Conflict("reporting.urge.nobody");
        }
        return urged;
    }

    private void requireReceiver(UnitReport report, Actor by) {
        String standing = units.standingAgency().code();
        boolean may = by.has("officer", report.receiver())
                || by.has("leader", report.receiver())
                || by.has("officer", standing)
                || by.has("leader", standing);
        if (!may) {
            throw new Refusal.Forbidden("reporting.urge.notYours");
        }
    }
}
