package vn.angiang.plan72.capital.workflow;

import java.util.Date;
import vn.angiang.plan72.capital.FollowUps;
import vn.angiang.plan72.process.ProcessSteps;

/** The steps of {@code capital-disbursement.bpmn}. */
@ProcessSteps("disbursementSteps")
class DisbursementSteps {

    private final FollowUps flow;

    DisbursementSteps(FollowUps flow) {
        this.flow = flow;
    }

    /** Last day of a task that opens now. */
    public Date dueOf(String caseNumber, String task) {
        return flow.dueOf(caseNumber, task);
    }

    /** Just after the quarter to be reported. */
    public Date quarterEndsAt(String caseNumber) {
        return flow.quarterEndsAt(caseNumber);
    }

    /** Quarter being reported. */
    public Long quarterOf(String caseNumber) {
        return flow.quarterOf(caseNumber);
    }

    /** Disbursed so far, whole percent. */
    public Long disbursedPercent(String caseNumber) {
        return flow.disbursedPercent(caseNumber);
    }

    /** Closes the quarter; quarters left. */
    public Long recordQuarter(String caseNumber) {
        return flow.recordQuarter(caseNumber);
    }

    /** Makes the settlement final. */
    public void closeDisbursement(String caseNumber) {
        flow.closeDisbursement(caseNumber);
    }
}
