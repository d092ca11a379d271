package vn.angiang.plan72.flow.workflow;

import java.util.Date;
import vn.angiang.plan72.flow.CaseDays;
import vn.angiang.plan72.flow.CaseNotices;
import vn.angiang.plan72.process.ProcessSteps;

/**
 * The steps any process may call on any case, its own or that of the assignment that called it: by when, from when on, and
 * whom to tell. Enough for a flow without Java; the days are explained in docs/models.md.
 */
@ProcessSteps("caseSteps")
class CaseSteps {

    private final CaseDays days;
    private final CaseNotices notices;

    CaseSteps(CaseDays days, CaseNotices notices) {
        this.days = days;
        this.notices = notices;
    }

    /** Due date: end of the n-th working day from now. */
    public Date dueIn(String caseNumber, Number workingDays) {
        return days.dueIn(workingDays.intValue());
    }

    /** Due date: n calendar days from now; a last day off moves to the next working day. */
    public Date dueInDays(String caseNumber, Number calendarDays) {
        return days.dueInDays(calendarDays.intValue());
    }

    /** Due date: this day, {@code '15/12'}, of the year of the case; a day off moves to the working day before. */
    public Date dueOn(String caseNumber, String dayAndMonth) {
        return days.dueOn(caseNumber, dayAndMonth);
    }

    /** Due date of the case itself; the fifth working day from now when it has none or it has passed. */
    public Date dueWithCase(String caseNumber) {
        return days.dueWithCase(caseNumber);
    }

    /** Timer: the morning after the n-th working day from now, when a term of n working days is over. */
    public Date after(String caseNumber, Number workingDays) {
        return days.after(workingDays.intValue());
    }

    /** Timer: the morning after n calendar days from now. */
    public Date afterDays(String caseNumber, Number calendarDays) {
        return days.afterDays(calendarDays.intValue());
    }

    /** Timer: the morning of this day, {@code '17/10'}, of the year of the case; at once when it has passed. */
    public Date onDay(String caseNumber, String dayAndMonth) {
        return days.onDay(caseNumber, dayAndMonth);
    }

    /** Timer: the morning after this day of the year of the case; at once when it has passed. */
    public Date afterDay(String caseNumber, String dayAndMonth) {
        return days.afterDay(caseNumber, dayAndMonth);
    }

    /** Tells the people of a role in a unit something about the case. */
    public void tell(String caseNumber, String role, String unit, String words) {
        notices.tell(caseNumber, role, unit, words, false);
    }

    /** Urges the people of a role in a unit: as {@link #tell}, and counted as an act of "đôn đốc". */
    public void urge(String caseNumber, String role, String unit, String words) {
        notices.tell(caseNumber, role, unit, words, true);
    }
}
