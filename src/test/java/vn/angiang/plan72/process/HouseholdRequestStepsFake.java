package vn.angiang.plan72.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.boot.test.context.TestComponent;

/** Stands for the real steps of a household's request. */
@TestComponent
@ProcessSteps("householdRequestSteps")
public class HouseholdRequestStepsFake {

    final List<String> calls = new ArrayList<>();

    public Date dueOf(String caseNumber, String task) {
        return inDays(7);
    }

    public String communeOf(String caseNumber) {
        return "X30547";
    }

    public void postProposal(String caseNumber) {
        calls.add("postProposal");
    }

    public Date postingEndsAt(String caseNumber) {
        return inDays(2);
    }

    public void recordDecision(String caseNumber) {
        calls.add("recordDecision");
    }

    public void recordRefusal(String caseNumber) {
        calls.add("recordRefusal");
    }

    private static Date inDays(int days) {
        return Date.from(ClockUtil.getCurrentTime().toInstant().plus(Duration.ofDays(days)));
    }
}
