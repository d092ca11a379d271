package vn.angiang.plan72.calendar;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The moments a model may name, from the day of a clock: last minutes for who has to be ready, mornings for what happens
 * when a term is over.
 */
public final class Terms {

    /** Working days that remain at least for a step that opens after the day it was due; default, no legal basis. */
    static final int LEAST = 5;

    private static final Pattern DAY_AND_MONTH = Pattern.compile("(\\d{1,2})/(\\d{1,2})");
    private static final LocalTime LAST_MINUTE = LocalTime.of(23, 59);
    private static final LocalTime MORNING = LocalTime.of(7, 0);

    private final WorkingCalendar calendar;
    private final Clock clock;

    public Terms(WorkingCalendar calendar, Clock clock) {
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Last minute of the n-th working day from now. */
    public Instant dueIn(int workingDays) {
        return at(calendar.plusWorkingDays(today(), workingDays), LAST_MINUTE);
    }

    /** Last minute of a term in calendar days. */
    public Instant dueInDays(int calendarDays) {
        return at(calendar.deadlineDays(today(), calendarDays).due(), LAST_MINUTE);
    }

    /**
     * Last minute of a day. On a day off the working day before it, since the plan's own dates are limits; when that has
     * passed, the fifth working day from now, so that nobody begins overdue.
     */
    public Instant dueOn(LocalDate day) {
        return notPassed(calendar.isWorkingDay(day) ? day : calendar.plusWorkingDays(day, -1));
    }

    /** Last minute of a day that was fixed before; the fifth working day from now when there is none or it has passed. */
    public Instant dueWith(@Nullable LocalDate due) {
        return due == null ? dueIn(LEAST) : notPassed(due);
    }

    private Instant notPassed(LocalDate day) {
        return day.isBefore(today()) ? dueIn(LEAST) : at(day, LAST_MINUTE);
    }

    /** Morning after the n-th working day from now. */
    public Instant after(int workingDays) {
        return at(calendar.plusWorkingDays(today(), workingDays).plusDays(1), MORNING);
    }

    /** Morning after a term in calendar days. */
    public Instant afterDays(int calendarDays) {
        return at(calendar.deadlineDays(today(), calendarDays).due().plusDays(1), MORNING);
    }

    /** Morning of a day. */
    public Instant morningOf(LocalDate day) {
        return at(day, MORNING);
    }

    /**
     * A day of a year, {@code 15/12}.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static LocalDate dayOfYear(int year, String dayAndMonth) {
        var match = DAY_AND_MONTH.matcher(dayAndMonth);
        if (!match.matches()) {
            throw new IllegalArgumentException("Not a day and month: " + dayAndMonth);
        }
        int month = Integer.parseInt(match.group(2));
        int day = Integer.parseInt(match.group(1));
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("No such day: " + dayAndMonth + "/" + year, e);
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(clock.getZone()).toInstant();
    }
}
