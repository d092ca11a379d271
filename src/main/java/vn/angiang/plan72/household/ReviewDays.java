package vn.angiang.plan72.household;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.Date;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.angiang.plan72.calendar.WorkingCalendar;
import vn.angiang.plan72.plan.Parameters;

/** Days of a review, from the dated parameters. */
@Component
class ReviewDays {

    private static final int BEFORE_PRELIMINARY = 5;

    private final WorkingCalendar calendar;
    private final Parameters parameters;
    private final Clock clock;

    ReviewDays(WorkingCalendar calendar, Parameters parameters, Clock clock) {
        this.calendar = calendar;
        this.parameters = parameters;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    private LocalDate of(String parameter, int year) {
        LocalDate start = LocalDate.of(year, 1, 1);
        return MonthDay.parse("--" + parameters.text(parameter, start)).atYear(year);
    }

    /** First day of the review, by default 1 September. */
    LocalDate begins(int year) {
        return of("review.periodic.from", year);
    }

    /** Last day for the provisional result: before 15 November. */
    LocalDate preliminary(int year) {
        return of("review.prelim.deadline", year).minusDays(1);
    }

    /** Last day for the official result: before 15 December. */
    LocalDate official(int year) {
        return of("review.official.deadline", year).minusDays(1);
    }

    /** The provisional sums are taken some working days before they are due; five by default, no legal basis. */
    LocalDate takeStock(int year) {
        LocalDate day = preliminary(year);
        for (int left = BEFORE_PRELIMINARY; left > 0; ) {
            day = day.minusDays(1);
            left -= calendar.isWorkingDay(day) ? 1 : 0;
        }
        return day;
    }

    /** Calendar days from today; a last day off moves to the next working day. */
    LocalDate postingEnds() {
        return calendar.deadlineDays(today(), parameters.whole("review.posting.days"))
                .due();
    }

    /** A step of a commune or district. */
    LocalDate step() {
        return calendar.plusWorkingDays(today(), parameters.whole("household.step.workingDays"));
    }

    /** Last day to answer a request: working days from the day it was received (Thông tư 14/2018; before, a default). */
    LocalDate requestDue(LocalDate receivedOn) {
        return calendar.plusWorkingDays(receivedOn, parameters.whole("review.adhoc.workingDays", receivedOn));
    }

    /** Last day of the posting of a request; default, no legal basis. */
    LocalDate requestPostingEnds() {
        return calendar.plusWorkingDays(today(), parameters.whole("household.request.posting.workingDays"));
    }

    int leastAgreement() {
        return parameters.whole("review.meeting.minAgreePct");
    }

    LocalDate eraseBefore() {
        return today().minusMonths(parameters.whole("household.keep.months"));
    }

    Date morning(LocalDate day) {
        return Date.from(day.atTime(0, 5).atZone(clock.getZone()).toInstant());
    }

    Date evening(@Nullable LocalDate day) {
        LocalDate last = day == null ? step() : day;
        return Date.from(
                last.atTime(LocalTime.of(23, 59)).atZone(clock.getZone()).toInstant());
    }
}
