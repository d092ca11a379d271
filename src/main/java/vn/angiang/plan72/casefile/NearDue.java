package vn.angiang.plan72.casefile;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import vn.angiang.plan72.calendar.WorkingCalendar;
import vn.angiang.plan72.plan.Parameters;

/** From when an open case counts as near due: parameter {@code task.nearDue.workingDays}; default, no legal basis. */
@Service
public class NearDue {

    private final Parameters parameters;
    private final WorkingCalendar calendar;
    private final Clock clock;

    NearDue(Parameters parameters, WorkingCalendar calendar, Clock clock) {
        this.parameters = parameters;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * The days that matter for buckets.
     *
     * @param nearUntil last day that counts as near due
     */
    public record Days(LocalDate today, LocalDate nearUntil) {}

    /** As of today. */
    public Days now() {
        LocalDate today = LocalDate.now(clock);
        return new Days(today, calendar.plusWorkingDays(today, parameters.whole("task.nearDue.workingDays", today)));
    }
}
