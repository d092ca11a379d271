package vn.angiang.plan72.household.workflow;

import java.util.Date;
import java.util.List;
import vn.angiang.plan72.household.ReviewFlow;
import vn.angiang.plan72.process.ProcessSteps;

/** The steps of {@code household-review.bpmn}. */
@ProcessSteps("householdReviewSteps")
class HouseholdReviewSteps {

    private final ReviewFlow flow;

    HouseholdReviewSteps(ReviewFlow flow) {
        this.flow = flow;
    }

    /** Last day of a task that opens now. */
    public Date dueOf(String caseNumber, String task) {
        return flow.dueOf(caseNumber, task);
    }

    /** Opens the cases of the communes. */
    public void openReview(String caseNumber, String leadUnit, Long year) {
        flow.openReview(caseNumber, leadUnit, year);
    }

    /** When the communes begin. */
    public Date periodBeginsAt(String caseNumber) {
        return flow.periodBeginsAt(caseNumber);
    }

    /** When the provisional sums are taken. */
    public Date preliminaryAt(String caseNumber) {
        return flow.preliminaryAt(caseNumber);
    }

    /** Cases of the communes. */
    public List<String> communeCases(String caseNumber) {
        return flow.communeCases(caseNumber);
    }

    /** Cases of the communes that review again. */
    public List<String> reworkCases(String caseNumber) {
        return flow.reworkCases(caseNumber);
    }

    /** Keeps the official result. */
    public void recordOfficial(String caseNumber) {
        flow.recordOfficial(caseNumber);
    }
}
