package vn.angiang.plan72.process;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import org.camunda.bpm.engine.impl.calendar.BusinessCalendarManager;
import org.camunda.bpm.engine.impl.calendar.DueDateBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DurationBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.MapBusinessCalendarManager;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;

/**
 * The time of one trial. The engine's own clock is shared by all engines of the process and must not be moved here, so
 * terms are counted from this clock and timers are fired by hand.
 */
final class TrialTime extends Clock {

    private Instant now;

    TrialTime(Instant start) {
        this.now = start;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return EngineClock.ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }

    /** Never backwards. */
    void advance(Instant until) {
        if (until.isAfter(now)) {
            now = until;
        }
    }

    BusinessCalendarManager calendars() {
        var calendars = new MapBusinessCalendarManager();
        calendars.addBusinessCalendar(DurationBusinessCalendar.NAME, new FromHere());
        calendars.addBusinessCalendar(DueDateBusinessCalendar.NAME, new DueDateBusinessCalendar());
        return calendars;
    }

    private final class FromHere extends DurationBusinessCalendar {

        @Override
        public Date resolveDuedate(String duration) {
            return resolveDuedate(duration, Date.from(now));
        }

        @Override
        public Date resolveDuedate(String duration, Task task) {
            return resolveDuedate(duration);
        }

        @Override
        public Date resolveDuedate(String duration, @Nullable Date from) {
            return super.resolveDuedate(duration, from == null ? Date.from(now) : from);
        }
    }
}
