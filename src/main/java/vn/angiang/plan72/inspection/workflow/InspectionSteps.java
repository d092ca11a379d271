package vn.angiang.plan72.inspection.workflow;

import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.angiang.plan72.inspection.InspectionFlow;
import vn.angiang.plan72.process.ProcessSteps;

/** The steps of {@code inspection.bpmn}. */
@ProcessSteps("inspectionSteps")
class InspectionSteps {

    private final InspectionFlow flow;

    InspectionSteps(InspectionFlow flow) {
        this.flow = flow;
    }

    /** Last day of a task that opens now. */
    public Date dueOf(String caseNumber, String task) {
        return flow.dueOf(caseNumber, task);
    }

    /** Sends the decision to the unit. */
    public void notifyUnit(String caseNumber) {
        flow.notifyUnit(caseNumber);
    }

    /** Ids of the findings. */
    public List<String> findings(String caseNumber) {
        return flow.findings(caseNumber);
    }

    /** Kind of a finding. */
    public String kindOf(String caseNumber, String finding) {
        return flow.kindOf(caseNumber, finding);
    }

    /** Money concerned, million đồng. */
    public Double amountOf(String caseNumber, String finding) {
        return flow.amountOf(caseNumber, finding);
    }

    /** Whether the unit had been told before. */
    public Boolean repeatedOf(String caseNumber, String finding) {
        return flow.repeatedOf(caseNumber, finding);
    }

    /** Keeps the severity of a finding. */
    public void recordSeverity(String caseNumber, String finding, @Nullable String severity) {
        flow.recordSeverity(caseNumber, finding, severity);
    }

    /** End of the term for remarks on the draft. */
    public Date draftTermEndsAt(String caseNumber) {
        return flow.draftTermEndsAt(caseNumber);
    }

    /** The unit said nothing about the draft. */
    public void recordSilence(String caseNumber) {
        flow.recordSilence(caseNumber);
    }

    /** {@code YES} when anything grave was found, else {@code NO}. */
    public String weighFindings(String caseNumber) {
        return flow.weighFindings(caseNumber);
    }

    /** Asks for accountability (trigger A). */
    public void raiseTriggerA(String caseNumber) {
        flow.raiseTriggerA(caseNumber);
    }

    /** Ids of the recommendations. */
    public List<String> recommendations(String caseNumber) {
        return flow.recommendations(caseNumber);
    }

    /** Closes the inspection. */
    public void closeInspection(String caseNumber) {
        flow.closeInspection(caseNumber);
    }

    /** Takes the inspection back. */
    public void recordWithdrawal(String caseNumber) {
        flow.recordWithdrawal(caseNumber);
    }
}
