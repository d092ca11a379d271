package vn.angiang.plan72.assignment;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Date;
import org.springframework.stereotype.Component;
import vn.angiang.plan72.calendar.WorkingCalendar;
import vn.angiang.plan72.casefile.CaseFile;
import vn.angiang.plan72.casefile.CaseState;
import vn.angiang.plan72.plan.Parameters;

/** The days of an assignment: by when each step, when it counts as late, when the next level is told. */
@Component
public class Deadlines {

    private static final LocalTime MORNING = LocalTime.of(7, 0);
    private static final LocalTime LAST_MINUTE = LocalTime.of(23, 59);

    private final WorkingCalendar calendar;
    private final Parameters parameters;
    private final Clock clock;

    Deadlines(WorkingCalendar calendar, Parameters parameters, Clock clock) {
        this.calendar = calendar;
        this.parameters = parameters;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** Last day of a task that starts today; never after the case's own due date while that lies ahead. */
    public LocalDate dueOf(CaseFile file, String task) {
        LocalDate caseDue = file.dueOn();
        return switch (task) {
            case "acceptAssignment" -> fromToday("task.accept.workingDays");
            case "resolveObjection" -> fromToday("task.objection.workingDays");
            case "planExecution" -> notAfter(fromToday("task.plan.workingDays"), caseDue);
            case "approvePlan" -> fromToday("task.approve.workingDays");
            case "contribute" -> notAfter(fromToday("task.contribute.workingDays"), caseDue);
            case "execute", "approveResult" -> caseDue == null ? fromToday("task.plan.workingDays") : caseDue;
            case "verifyResult" -> fromToday("task.verify.workingDays");
            case "decideExtension" -> fromToday("task.approve.workingDays");
            default -> throw new IllegalArgumentException("No deadline rule for task " + task);
        };
    }

    private LocalDate fromToday(String parameter) {
        return calendar.plusWorkingDays(today(), parameters.whole(parameter));
    }

    private LocalDate notAfter(LocalDate day, LocalDate limit) {
        return limit == null || limit.isBefore(today()) || day.isBefore(limit) ? day : limit;
    }

    /** Working days the lead is late with its result; 0 when it is not, or when the case has no due date. */
    public int late(CaseFile file) {
        LocalDate due = file.dueOn();
        if (due == null) {
            return 0;
        }
        LocalDate until = file.submittedOn() == null ? today() : file.submittedOn();
        return Math.max(0, calendar.workingDaysLate(due, until));
    }

    /** Delay that calls for urging now: none while the result lies with the assigner. */
    int urgentDelay(CaseFile file) {
        return !file.isOpen() || file.state() == CaseState.CHO_DUYET || file.submittedOn() != null ? 0 : late(file);
    }

    /** Morning of the first working day after the acceptance term. */
    Date acceptanceOverdueAt() {
        return morning(calendar.plusWorkingDays(fromToday("task.accept.workingDays"), 1));
    }

    /** Morning on which lateness is looked at for the first time. */
    Date overdueAt(CaseFile file) {
        LocalDate due = file.dueOn();
        return due == null
                ? morning(LocalDate.of(9999, 1, 1))
                : morning(calendar.plusWorkingDays(due, parameters.whole("task.escalate.leader.workingDays")));
    }

    /** Morning on which the next level would be reached; at the earliest the next working day. */
    Date nextEscalationAt(CaseFile file) {
        LocalDate due = file.dueOn();
        LocalDate next = calendar.plusWorkingDays(today(), 1);
        if (due == null) {
            return morning(LocalDate.of(9999, 1, 1));
        }
        int late = Math.max(0, calendar.workingDaysLate(due, today()));
        int[] levels = {
            parameters.whole("task.escalate.leader.workingDays"),
            parameters.whole("task.escalate.agency.workingDays"),
            parameters.whole("task.escalate.accountability.workingDays") + 1
        };
        for (int level : levels) {
            if (late < level) {
                LocalDate reached = calendar.plusWorkingDays(due, level);
                return morning(reached.isBefore(next) ? next : reached);
            }
        }
        return morning(calendar.plusWorkingDays(today(), 5));
    }

    Date endOf(LocalDate day) {
        return at(day, LAST_MINUTE);
    }

    Date contributionOverdueAt(CaseFile file) {
        return morning(calendar.plusWorkingDays(dueOf(file, "contribute"), 1));
    }

    private Date morning(LocalDate day) {
        return at(day, MORNING);
    }

    private Date at(LocalDate day, LocalTime time) {
        return Date.from(day.atTime(time).atZone(ZoneId.of("Asia/Ho_Chi_Minh")).toInstant());
    }
}
