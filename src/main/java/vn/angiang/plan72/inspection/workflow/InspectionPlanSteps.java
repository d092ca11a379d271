package vn.angiang.plan72.inspection.workflow;

import java.util.Date;
import vn.angiang.plan72.inspection.InspectionPlans;
import vn.angiang.plan72.process.ProcessSteps;

/** The steps of {@code inspection-plan.bpmn}. */
@ProcessSteps("inspectionPlanSteps")
class InspectionPlanSteps {

    private final InspectionPlans plans;

    InspectionPlanSteps(InspectionPlans plans) {
        this.plans = plans;
    }

    /** Last day of a task that opens now. */
    public Date dueOf(String caseNumber, String task) {
        return plans.dueOf();
    }

    /** Proposes units, those of high poverty first. */
    public void proposeTargets(String caseNumber) {
        plans.proposeTargets(caseNumber);
    }

    /** The plan holds from now on. */
    public void adoptPlan(String caseNumber) {
        plans.adopt(caseNumber);
    }

    /** Takes the plan back. */
    public void recordWithdrawal(String caseNumber) {
        plans.withdraw(caseNumber);
    }
}
