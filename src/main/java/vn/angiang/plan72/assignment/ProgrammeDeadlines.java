package vn.angiang.plan72.assignment;

import java.util.Date;
import org.springframework.stereotype.Component;
import vn.angiang.plan72.calendar.WorkingCalendar;
import vn.angiang.plan72.plan.Parameters;

/** Terms of the three tasks of a year's list; defaults, no legal basis. */
@Component
public class ProgrammeDeadlines {

    private final Deadlines deadlines;
    private final WorkingCalendar calendar;
    private final Parameters parameters;

    ProgrammeDeadlines(Deadlines deadlines, WorkingCalendar calendar, Parameters parameters) {
        this.deadlines = deadlines;
        this.calendar = calendar;
        this.parameters = parameters;
    }

    /** Last day of a task that opens now, at its last minute. */
    public Date dueOf(String task) {
        String parameter =
                task.equals("signAssignmentList") ? "programme.sign.workingDays" : "programme.check.workingDays";
        return deadlines.endOf(calendar.plusWorkingDays(deadlines.today(), parameters.whole(parameter)));
    }
}
