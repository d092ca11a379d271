package vn.angiang.plan72.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.boot.test.context.TestComponent;

/** Stands for the real steps of the inspection plan. */
@TestComponent
@ProcessSteps("inspectionPlanSteps")
public class InspectionPlanStepsFake {

    final List<String> calls = new ArrayList<>();

    public Date dueOf(String caseNumber, String task) {
        return inDays(5);
    }

    public void proposeTargets(String caseNumber) {
        calls.add("proposeTargets");
    }

    public void adoptPlan(String caseNumber) {
        calls.add("adoptPlan");
    }

    public void recordWithdrawal(String caseNumber) {
        calls.add("recordWithdrawal");
    }

    private static Date inDays(int days) {
        return Date.from(ClockUtil.getCurrentTime().toInstant().plus(Duration.ofDays(days)));
    }
}
