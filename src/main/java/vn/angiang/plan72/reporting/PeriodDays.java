package vn.angiang.plan72.reporting;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Date;
import org.springframework.stereotype.Component;
import vn.angiang.plan72.calendar.WorkingCalendar;
import vn.angiang.plan72.plan.Parameters;

/** The days of a period, counted back from its due day, and the terms of its tasks. Defaults: {@code plan/defaults.yaml}. */
@Component
class PeriodDays {

    private final WorkingCalendar calendar;
    private final Parameters parameters;
    private final Clock clock;

    PeriodDays(WorkingCalendar calendar, Parameters parameters, Clock clock) {
        this.calendar = calendar;
        this.parameters = parameters;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** A working day so many calendar days before the due day, or the next one after it. */
    LocalDate before(LocalDate due, String parameter) {
        return calendar.workingDayFrom(due.minusDays(parameters.whole(parameter, today())));
    }

    LocalDate workingDayFrom(LocalDate day) {
        return calendar.workingDayFrom(day);
    }

    /** Last minute of the day a task that opens now is due. */
    Date dueOf(String task, UnitReport report) {
        return switch (task) {
            case "enterReport", "enterCommuneReport", "signReport", "signCommuneReport" -> end(report.dueOn());
            case "receiveReport", "receiveCommuneReport" -> end(fromToday("report.sign.workingDays"));
            default -> throw new IllegalArgumentException("No deadline rule for task " + task);
        };
    }

    /** Last minute of the day a step of the consolidation that opens now is due. */
    Date consolidationDueOf() {
        return end(fromToday("report.consolidate.workingDays"));
    }

    private LocalDate fromToday(String parameter) {
        return calendar.plusWorkingDays(today(), parameters.whole(parameter));
    }

    int workingDaysLate(LocalDate due, LocalDate on) {
        return calendar.workingDaysLate(due, on);
    }

    Date morning(LocalDate day) {
        return at(day, LocalTime.of(7, 0));
    }

    /** Just after the day is over. */
    Date endOf(LocalDate day) {
        return at(day.plusDays(1), LocalTime.of(0, 5));
    }

    private Date end(LocalDate day) {
        return at(day, LocalTime.of(23, 59));
    }

    private Date at(LocalDate day, LocalTime time) {
        return Date.from(day.atTime(time).atZone(ZoneId.of("Asia/Ho_Chi_Minh")).toInstant());
    }
}
