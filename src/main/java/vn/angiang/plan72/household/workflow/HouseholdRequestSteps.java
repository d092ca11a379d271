package vn.angiang.plan72.household.workflow;

import java.util.Date;
import vn.angiang.plan72.household.RequestFlow;
import vn.angiang.plan72.process.ProcessSteps;

/** The steps of {@code household-request.bpmn}. */
@ProcessSteps("householdRequestSteps")
class HouseholdRequestSteps {

    private final RequestFlow flow;

    HouseholdRequestSteps(RequestFlow flow) {
        this.flow = flow;
    }

    /** Last day of a task. */
    public Date dueOf(String caseNumber, String task) {
        return flow.dueOf(caseNumber, task);
    }

    /** The household's commune. */
    public String communeOf(String caseNumber) {
        return flow.communeOf(caseNumber);
    }

    /** What the survey found is posted. */
    public void postProposal(String caseNumber) {
        flow.postProposal(caseNumber);
    }

    /** Just after the last day of posting. */
    public Date postingEndsAt(String caseNumber) {
        return flow.postingEndsAt(caseNumber);
    }

    /** The Chair's decision stands. */
    public void recordDecision(String caseNumber) {
        flow.recordDecision(caseNumber);
    }

    /** The request was not taken. */
    public void recordRefusal(String caseNumber) {
        flow.recordRefusal(caseNumber);
    }
}
