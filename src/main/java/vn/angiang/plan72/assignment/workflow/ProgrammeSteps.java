package vn.angiang.plan72.assignment.workflow;

import java.util.Date;
import vn.angiang.plan72.assignment.ProgrammeDeadlines;
import vn.angiang.plan72.assignment.ProgrammeFlow;
import vn.angiang.plan72.process.ProcessSteps;

/** The steps of {@code programme-year.bpmn}. */
@ProcessSteps("programmeSteps")
class ProgrammeSteps {

    private final ProgrammeFlow flow;
    private final ProgrammeDeadlines deadlines;

    ProgrammeSteps(ProgrammeFlow flow, ProgrammeDeadlines deadlines) {
        this.flow = flow;
        this.deadlines = deadlines;
    }

    /** Last day of a task that opens now. */
    public Date dueOf(String caseNumber, String task) {
        return deadlines.dueOf(task);
    }

    /** Proposes the year's rows from the catalogue. */
    public void propose(String caseNumber) {
        flow.propose(caseNumber);
    }

    /** Marks the list as issued. */
    public void issue(String caseNumber) {
        flow.issue(caseNumber);
    }

    /** Gives out the next rows; returns how many remain. */
    public Long startBatch(String caseNumber) {
        return flow.startBatch(caseNumber);
    }

    /** Closes the year's case as withdrawn. */
    public void recordWithdrawal(String caseNumber) {
        flow.recordWithdrawal(caseNumber);
    }
}
