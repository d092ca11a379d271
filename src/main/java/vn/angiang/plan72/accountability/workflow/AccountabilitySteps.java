package vn.angiang.plan72.accountability.workflow;

import java.util.Date;
import vn.angiang.plan72.accountability.AccountabilityFlow;
import vn.angiang.plan72.process.ProcessSteps;

/** The steps of {@code accountability.bpmn}. */
@ProcessSteps("accountabilitySteps")
class AccountabilitySteps {

    private final AccountabilityFlow flow;

    AccountabilitySteps(AccountabilityFlow flow) {
        this.flow = flow;
    }

    /** Last day of a task that opens now. */
    public Date dueOf(String caseNumber, String task) {
        return flow.dueOf(caseNumber, task);
    }

    /** Gathers what the system knows of the matter. */
    public void collectEvidence(String caseNumber) {
        flow.collectEvidence(caseNumber);
    }

    /** End of the day until which the head may explain. */
    public Date explanationEndsAt(String caseNumber) {
        return flow.explanationEndsAt(caseNumber);
    }

    /** The head did not explain in time; the case goes on. */
    public void recordSilence(String caseNumber) {
        flow.recordSilence(caseNumber);
    }

    /** Whether the head stayed silent. */
    public Boolean silent(String caseNumber) {
        return flow.silent(caseNumber);
    }

    /** Whether the assessor recognised force majeure. */
    public Boolean forceMajeure(String caseNumber) {
        return flow.forceMajeure(caseNumber);
    }

    /** Makes the corrective order an assignment. */
    public void startCorrective(String caseNumber) {
        flow.startCorrective(caseNumber);
    }

    /** Closes the case with its conclusion. */
    public void closeConcluded(String caseNumber) {
        flow.closeConcluded(caseNumber);
    }

    /** Closes the case as handed over to the authority in charge. */
    public void closeTransferred(String caseNumber) {
        flow.closeTransferred(caseNumber);
    }

    /** Closes the case for want of grounds. */
    public void closeWithoutGrounds(String caseNumber) {
        flow.closeWithoutGrounds(caseNumber);
    }

    /** Records whether more time was granted, and moves the term. */
    public void applyMoreTime(String caseNumber) {
        flow.applyMoreTime(caseNumber);
    }

    /** Closes a case opened by mistake. */
    public void recordWithdrawal(String caseNumber) {
        flow.recordWithdrawal(caseNumber);
    }
}
