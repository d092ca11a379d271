package vn.angiang.plan72.calendar;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.shared.Snapshot;
import vn.angiang.plan72.shared.Texts;

/** The days that differ from the ordinary week; administrators keep them. Terms already running keep their date. */
@Service
public class Holidays {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Snapshot<NavigableMap<LocalDate, Holiday>> days;

    Holidays(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
        this.days = new Snapshot<>(this::read);
    }

    public Optional<Holiday> on(LocalDate day) {
        return Optional.ofNullable(days.get().get(day));
    }

    /** Of one year, by day. */
    public List<Holiday> ofYear(int year) {
        return List.copyOf(days.get()
                .subMap(LocalDate.of(year, 1, 1), true, LocalDate.of(year, 12, 31), true)
                .values());
    }

    /** Years that have any such day, ascending. */
    public List<Integer> years() {
        return days.get().keySet().stream().map(LocalDate::getYear).distinct().toList();
    }

    /**
     * Puts the day in, or changes what it is.
     *
     * @throws Refusal.Forbidden unless an administrator or the system acts
     * @throws Refusal.BadInput no name, or a make-up day that is a working day anyway (fields nameVi, kind)
     */
    @Transactional
    public Holiday put(LocalDate day, Holiday.Kind kind, String nameVi, Actor by) {
        mayChange(by);
        String name = Texts.clean(nameVi);
        if (name.isEmpty() || name.length() > 200) {
            throw new Refusal.BadInput("nameVi", error("holiday.error.name"));
        }
        boolean weekend = isWeekend(day);
        if (kind == Holiday.Kind.MAKE_UP && !weekend) {
            throw new Refusal.BadInput("kind", error("holiday.error.makeUp"));
        }
        if (kind == Holiday.Kind.SUBSTITUTE_OFF && weekend) {
            throw new Refusal.BadInput("kind", error("holiday.error.substitute"));
        }
        Holiday before = read().get(day);
        if (before != null) {
            delete(day);
        }
        var after = new Holiday(day, kind, name, before == null ? name : before.nameEn(), "LOCAL", "");
        insert(after, by.username());
        changed(before, after, by);
        return after;
    }

    /** Makes the day an ordinary one again. @throws Refusal.NotFound when it is one already */
    @Transactional
    public void remove(LocalDate day, Actor by) {
        mayChange(by);
        Holiday before = read().get(day);
        if (before == null) {
            throw new Refusal.NotFound("refusal.holiday.notFound");
        }
        delete(day);
        changed(before, null, by);
    }

    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    void insert(Holiday h, String by) {
        jdbc.sql(
                        """
                insert into holiday (on_day, kind, name_vi, name_en, basis, note, changed_by, changed_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        h.day(),
                        h.kind().name(),
                        h.nameVi(),
                        h.nameEn(),
                        h.basis(),
                        h.note(),
                        by,
                        OffsetDateTime.now(clock))
                .update();
    }

    void refresh() {
        days.clear();
    }

    private void delete(LocalDate day) {
        jdbc.sql("delete from holiday where on_day = ?").param(day).update();
    }

    private void changed(@Nullable Holiday before, @Nullable Holiday after, Actor by) {
        days.clear();
        events.publishEvent(new HolidayChanged(before, after, by));
    }

    private NavigableMap<LocalDate, Holiday> read() {
        var all = new TreeMap<LocalDate, Holiday>();
        jdbc.sql("select on_day, kind, name_vi, name_en, basis, note from holiday")
                .query((rs, n) -> new Holiday(
                        rs.getObject(1, LocalDate.class),
                        Holiday.Kind.valueOf(rs.getString(2)),
                        rs.getString(3),
                        rs.getString(4),
                        rs.getString(5),
                        rs.getString(6)))
                .list()
                .forEach(h -> all.put(h.day(), h));
        return all;
    }

    private static void mayChange(Actor by) {
        if (!by.isSystem() && !by.hasRole("admin")) {
            throw new Refusal.Forbidden("refusal.adminOnly");
        }
    }

    private static String error(String key) {
        return Words.of(LocaleContextHolder.getLocale()).say(key);
    }
}
