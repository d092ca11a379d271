package vn.angiang.plan72.calendar;

import java.time.Clock;
import vn.angiang.plan72.support.ModuleDatabase;

/** The calendar module wired by hand, its years loaded. */
public final class CalendarFixture {

    public final Holidays holidays;
    public final WorkingCalendar calendar;
    final CalendarLoader loader;

    public CalendarFixture(ModuleDatabase db) {
        holidays = new Holidays(db.jdbc, db.publisher, Clock.systemUTC());
        loader = new CalendarLoader(db.jdbc, holidays, db.transaction, Clock.systemUTC());
        loader.load();
        calendar = new WorkingCalendar(holidays);
    }
}
