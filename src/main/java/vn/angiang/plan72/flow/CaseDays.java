package vn.angiang.plan72.flow;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import org.springframework.stereotype.Component;
import vn.angiang.plan72.calendar.Terms;
import vn.angiang.plan72.calendar.WorkingCalendar;
import vn.angiang.plan72.casefile.Cases;

/** The days a model may name: terms from now, and days of the year of the case; {@link Terms} as the engine takes them. */
@Component
public class CaseDays {

    private final Cases cases;
    private final Terms terms;

    CaseDays(Cases cases, WorkingCalendar calendar, Clock clock) {
        this.cases = cases;
        this.terms = new Terms(calendar, clock);
    }

    /** Last minute of the n-th working day from now. */
    public Date dueIn(int workingDays) {
        return date(terms.dueIn(workingDays));
    }

    /** Last minute of a term in calendar days. */
    public Date dueInDays(int calendarDays) {
        return date(terms.dueInDays(calendarDays));
    }

    /** Last minute of a day of the case's year. */
    public Date dueOn(String caseNumber, String dayAndMonth) {
        return date(terms.dueOn(dayOfYear(caseNumber, dayAndMonth)));
    }

    /** Last minute of the case's own due date. */
    public Date dueWithCase(String caseNumber) {
        return date(terms.dueWith(cases.byNumber(caseNumber).dueOn()));
    }

    /** Morning after the n-th working day from now. */
    public Date after(int workingDays) {
        return date(terms.after(workingDays));
    }

    /** Morning after a term in calendar days. */
    public Date afterDays(int calendarDays) {
        return date(terms.afterDays(calendarDays));
    }

    /** Morning of a day of the case's year. */
    public Date onDay(String caseNumber, String dayAndMonth) {
        return date(terms.morningOf(dayOfYear(caseNumber, dayAndMonth)));
    }

    /** Morning after a day of the case's year. */
    public Date afterDay(String caseNumber, String dayAndMonth) {
        return date(terms.morningOf(dayOfYear(caseNumber, dayAndMonth).plusDays(1)));
    }

    private LocalDate dayOfYear(String caseNumber, String dayAndMonth) {
        return Terms.dayOfYear(cases.byNumber(caseNumber).year(), dayAndMonth);
    }

    private static Date date(Instant moment) {
        return Date.from(moment);
    }
}
