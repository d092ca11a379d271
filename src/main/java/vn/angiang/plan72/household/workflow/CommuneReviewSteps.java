package vn.angiang.plan72.household.workflow;

import java.util.Date;
import vn.angiang.plan72.household.CommuneFlow;
import vn.angiang.plan72.process.ProcessSteps;

/** The steps of {@code commune-review.bpmn}. */
@ProcessSteps("communeReviewSteps")
class CommuneReviewSteps {

    private final CommuneFlow flow;

    CommuneReviewSteps(CommuneFlow flow) {
        this.flow = flow;
    }

    /** Last day of a task that opens now. */
    public Date dueOf(String caseNumber, String task) {
        return flow.dueOf(caseNumber, task);
    }

    /** The commune of the case. */
    public String communeOf(String caseNumber) {
        return flow.communeOf(caseNumber);
    }

    /** The district that checks. */
    public String districtOf(String caseNumber) {
        return flow.districtOf(caseNumber);
    }

    /** The result is posted. */
    public void postResult(String caseNumber) {
        flow.postResult(caseNumber);
    }

    /** Just after the last day of posting. */
    public Date postingEndsAt(String caseNumber) {
        return flow.postingEndsAt(caseNumber);
    }

    /** Whether a complaint waits for its outcome. */
    public String openComplaints(String caseNumber) {
        return flow.openComplaints(caseNumber);
    }

    /** The commune's result stands. */
    public void recordCommune(String caseNumber) {
        flow.recordCommune(caseNumber);
    }
}
