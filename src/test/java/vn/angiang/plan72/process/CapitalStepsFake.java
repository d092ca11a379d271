package vn.angiang.plan72.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.boot.test.context.TestComponent;

/** Stands for the real steps of an allocation. */
@TestComponent
@ProcessSteps("capitalSteps")
public class CapitalStepsFake {

    final List<String> calls = new ArrayList<>();
    String appraiser = "STC";
    List<String> districts = List.of("H891", "H886");

    public String openAllocation(String caseNumber) {
        calls.add("openAllocation");
        return appraiser;
    }

    public Date dueOf(String caseNumber, String task) {
        return inDays(5);
    }

    public Date dueInDistrict(String caseNumber, String district, String task) {
        return inDays(10);
    }

    public List<String> districts(String caseNumber) {
        return districts;
    }

    public void giveCapital(String caseNumber) {
        calls.add("giveCapital");
    }

    public Date allocationEndsAt(String caseNumber, String district) {
        return inDays(10);
    }

    public void recordLateness(String caseNumber, String district) {
        calls.add("late:" + district);
    }

    public Date yearEndsAt(String caseNumber) {
        return inDays(300);
    }

    public void recordAllocation(String caseNumber, String district) {
        calls.add("allocated:" + district);
    }

    static Date inDays(int days) {
        return Date.from(ClockUtil.getCurrentTime().toInstant().plus(Duration.ofDays(days)));
    }
}
