package vn.angiang.plan72.flow;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import vn.angiang.plan72.calendar.WorkingCalendar;
import vn.angiang.plan72.casefile.Cases;

/** The days a model may name: terms from now, and days of the year of the case. */
@Component
public class CaseDays {

    /** Working days that remain at least for a step that opens after the day it was due; default, no legal basis. */
    static final int LEAST = 5;

    private static final Pattern DAY_AND_MONTH = Pattern.compile("(\\d{1,2})/(\\d{1,2})");
    private static final LocalTime LAST_MINUTE = LocalTime.of(23, 59);
    private static final LocalTime MORNING = LocalTime.of(7, 0);

    private final Cases cases;
    private final WorkingCalendar calendar;
    private final Clock clock;

    CaseDays(Cases cases, WorkingCalendar calendar, Clock clock) {
        this.cases = cases;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Last minute of the n-th working day from now. */
    public Date dueIn(int workingDays) {
        return at(calendar.plusWorkingDays(today(), workingDays), LAST_MINUTE);
    }

    /** Last minute of a term in calendar days. */
    public Date dueInDays(int calendarDays) {
        return at(calendar.deadlineDays(today(), calendarDays).due(), LAST_MINUTE);
    }

    /**
     * Last minute of a day of the case's year. On a day off the working day before it, since the plan's own dates are
     * limits; when that has passed, the fifth working day from now, so that nobody begins overdue.
     */
    public Date dueOn(String caseNumber, String dayAndMonth) {
        LocalDate day = dayOfYear(caseNumber, dayAndMonth);
        return notPassed(calendar.isWorkingDay(day) ? day : calendar.plusWorkingDays(day, -1));
    }

    /** Last minute of the case's own due date. */
    public Date dueWithCase(String caseNumber) {
        LocalDate due = cases.byNumber(caseNumber).dueOn();
        return due == null ? dueIn(LEAST) : notPassed(due);
    }

    private Date notPassed(LocalDate day) {
        return day.isBefore(today()) ? dueIn(LEAST) : at(day, LAST_MINUTE);
    }

    /** Morning after the n-th working day from now. */
    public Date after(int workingDays) {
        return at(calendar.plusWorkingDays(today(), workingDays).plusDays(1), MORNING);
    }

    /** Morning after a term in calendar days. */
    public Date afterDays(int calendarDays) {
        return at(calendar.deadlineDays(today(), calendarDays).due().plusDays(1), MORNING);
    }

    /** Morning of a day of the case's year. */
    public Date onDay(String caseNumber, String dayAndMonth) {
        return at(dayOfYear(caseNumber, dayAndMonth), MORNING);
    }

    /** Morning after a day of the case's year. */
    public Date afterDay(String caseNumber, String dayAndMonth) {
        return at(dayOfYear(caseNumber, dayAndMonth).plusDays(1), MORNING);
    }

    private LocalDate dayOfYear(String caseNumber, String dayAndMonth) {
        var match = DAY_AND_MONTH.matcher(dayAndMonth);
        if (!match.matches()) {
            throw new IllegalArgumentException("Not a day and month: " + dayAndMonth);
        }
        int month = Integer.parseInt(match.group(2));
        int day = Integer.parseInt(match.group(1));
        int year = cases.byNumber(caseNumber).year();
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("No such day: " + dayAndMonth + "/" + year, e);
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private Date at(LocalDate day, LocalTime time) {
        return Date.from(day.atTime(time).atZone(clock.getZone()).toInstant());
    }
}
