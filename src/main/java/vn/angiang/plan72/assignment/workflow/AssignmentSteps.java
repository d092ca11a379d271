package vn.angiang.plan72.assignment.workflow;

import java.util.Date;
import java.util.List;
import vn.angiang.plan72.assignment.AssignmentFlow;
import vn.angiang.plan72.process.ProcessSteps;

/**
 * The steps of {@code assignment.bpmn}: one public method per service task, timer or question of the model. Thin on
 * purpose; what they mean is in {@link AssignmentFlow}.
 */
@ProcessSteps("assignmentSteps")
class AssignmentSteps {

    private final AssignmentFlow flow;

    AssignmentSteps(AssignmentFlow flow) {
        this.flow = flow;
    }

    /** Last day of a task that opens now. */
    public Date dueOf(String caseNumber, String task) {
        return flow.dueOf(caseNumber, task);
    }

    /** When a missing acceptance is escalated. */
    public Date acceptanceOverdueAt(String caseNumber) {
        return flow.acceptanceOverdueAt();
    }

    /** Tells the unit's leader that the assignment was not accepted in time. */
    public void escalateAcceptance(String caseNumber) {
        flow.escalateAcceptance(caseNumber);
    }

    /** Applies the changed scope or date. */
    public void adjust(String caseNumber) {
        flow.adjust(caseNumber);
    }

    /** Hands the assignment to the new lead; returns its code. */
    public String reassign(String caseNumber) {
        return flow.reassign(caseNumber);
    }

    /** Closes the case as withdrawn. */
    public void recordWithdrawal(String caseNumber) {
        flow.recordWithdrawal(caseNumber);
    }

    /** Units still to be asked for their contribution. */
    public List<String> openCoordinators(String caseNumber) {
        return flow.openCoordinators(caseNumber);
    }

    /** When a missing contribution counts as silence. */
    public Date contributionOverdueAt(String caseNumber) {
        return flow.contributionOverdueAt(caseNumber);
    }

    /** Records the silence of units whose day has passed. */
    public void recordSilence(String caseNumber) {
        flow.recordSilence(caseNumber);
    }

    /** Ends waiting for contributions: the lead has finished. */
    public void closeContributions(String caseNumber) {
        flow.closeContributions(caseNumber);
    }

    /** Working days between due date and hand-in, 0 when in time. */
    public Long workingDaysLate(String caseNumber) {
        return flow.workingDaysLate(caseNumber);
    }

    /** Whether the verifier recognised force majeure. */
    public Boolean forceMajeure(String caseNumber) {
        return flow.forceMajeure(caseNumber);
    }

    /** Whether a co-ordinating unit stayed silent. */
    public Boolean contributorsSilent(String caseNumber) {
        return flow.contributorsSilent(caseNumber);
    }

    /** Closes the case with its rating. */
    public void close(String caseNumber, String rating, String responsibility) {
        flow.close(caseNumber, rating, responsibility);
    }

    /** Asks for accountability to be examined (trigger B), once per case. */
    public void raiseTriggerB(String caseNumber, String reason) {
        flow.raiseTriggerB(caseNumber, reason);
    }

    /** When lateness is looked at for the first time. */
    public Date overdueAt(String caseNumber) {
        return flow.overdueAt(caseNumber);
    }

    /** Working days that call for urging now; 0 while the result lies with the assigner. */
    public Long currentDelay(String caseNumber) {
        return flow.currentDelay(caseNumber);
    }

    /** Whether the unit can be called to account; units outside the hierarchy are only asked. */
    public Boolean sanctionable(String caseNumber) {
        return flow.sanctionable(caseNumber);
    }

    /** Urges the lead unit's leader. */
    public void notifyLeader(String caseNumber) {
        flow.notifyLeader(caseNumber);
    }

    /** Tells the standing agency. */
    public void notifyStandingAgency(String caseNumber) {
        flow.notifyStandingAgency(caseNumber);
    }

    /** When the next level is looked at. */
    public Date nextEscalationAt(String caseNumber) {
        return flow.nextEscalationAt(caseNumber);
    }

    /** Moves the due date as granted. */
    public void applyExtension(String caseNumber) {
        flow.applyExtension(caseNumber);
    }

    /** Tells the lead that its request was refused; the due date stays. */
    public void refuseExtension(String caseNumber) {
        flow.refuseExtension(caseNumber);
    }
}
