package vn.angiang.plan72.inspection.workflow;

import java.util.Date;
import vn.angiang.plan72.inspection.AreaWatches;
import vn.angiang.plan72.process.ProcessSteps;

/** The steps of {@code area-watch.bpmn}. */
@ProcessSteps("areaWatchSteps")
class AreaWatchSteps {

    private final AreaWatches watches;

    AreaWatchSteps(AreaWatches watches) {
        this.watches = watches;
    }

    /** Last working day of the quarter. */
    public Date dueOf(String caseNumber, String task) {
        return watches.dueOf();
    }

    /** Makes the help asked for an assignment. */
    public void requestHelp(String caseNumber) {
        watches.requestHelp(caseNumber);
    }

    /** Counts a quarter; returns how many are left in the year. */
    public Long recordQuarter(String caseNumber) {
        return watches.recordQuarter(caseNumber);
    }

    /** First day of the next quarter. */
    public Date nextQuarterAt(String caseNumber) {
        return watches.nextQuarterAt();
    }

    /** The year is over. */
    public void closeWatch(String caseNumber) {
        watches.close(caseNumber);
    }

    /** Takes the watch back. */
    public void recordWithdrawal(String caseNumber) {
        watches.withdraw(caseNumber);
    }
}
