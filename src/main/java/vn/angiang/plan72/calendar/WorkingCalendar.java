package vn.angiang.plan72.calendar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Service;

/**
 * Counts working days (ngày làm việc): Monday to Friday without holidays and days in lieu, with make-up days. A term
 * starts the day after the day it runs from.
 */
@Service
public class WorkingCalendar {

    /** More than any term of the plan; catches a date typed as a number of days. */
    private static final int MOST_DAYS = 5000;

    private final Holidays holidays;

    WorkingCalendar(Holidays holidays) {
        this.holidays = holidays;
    }

    public boolean isWorkingDay(LocalDate day) {
        return holidays.on(day).map(h -> h.kind() == Holiday.Kind.MAKE_UP).orElseGet(() -> !Holidays.isWeekend(day));
    }

    /** The day itself when it is a working day, else the next one. */
    public LocalDate workingDayFrom(LocalDate day) {
        LocalDate d = day;
        while (!isWorkingDay(d)) {
            d = d.plusDays(1);
        }
        return d;
    }

    /**
     * The n-th working day after the day; before it when n is negative; the day itself when n is 0.
     *
     * @throws IllegalArgumentException beyond 5000 days
     */
    public LocalDate plusWorkingDays(LocalDate from, int n) {
        if (Math.abs((long) n) > MOST_DAYS) {
            throw new IllegalArgumentException("Too many working days: " + n);
        }
        int step = n < 0 ? -1 : 1;
        LocalDate day = from;
        for (int left = Math.abs(n); left > 0; ) {
            day = day.plusDays(step);
            if (isWorkingDay(day)) {
                left--;
            }
        }
        return day;
    }

    /** A term in working days. */
    public Deadline deadline(LocalDate from, int workingDays) {
        LocalDate due = plusWorkingDays(from, workingDays);
        return new Deadline(from, due, workingDays, true, daysOff(from.plusDays(1), due));
    }

    /** A term in calendar days; when the last one is a day off, the next working day. */
    public Deadline deadlineDays(LocalDate from, int calendarDays) {
        LocalDate last = from.plusDays(calendarDays);
        LocalDate due = workingDayFrom(last);
        return new Deadline(from, due, calendarDays, false, daysOff(last, due));
    }

    /** Working days after the first day up to and including the second; negative when reversed. */
    public int workingDaysBetween(LocalDate fromExclusive, LocalDate toInclusive) {
        if (toInclusive.isBefore(fromExclusive)) {
            return -workingDaysBetween(toInclusive, fromExclusive);
        }
        int days = 0;
        for (LocalDate d = fromExclusive.plusDays(1); !d.isAfter(toInclusive); d = d.plusDays(1)) {
            if (isWorkingDay(d)) {
                days++;
            }
        }
        return days;
    }

    /** Working days past the due date; 0 when in time, or when none has passed yet. */
    public int workingDaysLate(LocalDate due, LocalDate today) {
        return Math.max(0, workingDaysBetween(due, today));
    }

    /** "còn 2 ngày làm việc", "hết hạn hôm nay", "quá hạn 3 ngày làm việc". */
    public String relative(LocalDate due, LocalDate today, Locale locale) {
        Words words = Words.of(locale);
        if (due.equals(today)) {
            return words.say("calendar.relative.today");
        }
        int days = workingDaysBetween(today, due);
        if (due.isAfter(today)) {
            return days > 0
                    ? words.say("calendar.relative.left", days)
                    : words.say("calendar.relative.leftOff", ChronoUnit.DAYS.between(today, due));
        }
        return days < 0
                ? words.say("calendar.relative.late", -days)
                : words.say("calendar.relative.lateOff", ChronoUnit.DAYS.between(due, today));
    }

    private List<Skipped> daysOff(LocalDate first, LocalDate last) {
        var skipped = new ArrayList<Skipped>();
        for (LocalDate d = first; !d.isAfter(last); d = d.plusDays(1)) {
            if (!isWorkingDay(d)) {
                skipped.add(new Skipped(d, holidays.on(d).orElse(null)));
            }
        }
        return skipped;
    }
}
