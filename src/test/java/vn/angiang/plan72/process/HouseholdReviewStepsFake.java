package vn.angiang.plan72.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.boot.test.context.TestComponent;

/** Stands for the real steps of the yearly household review. */
@TestComponent
@ProcessSteps("householdReviewSteps")
public class HouseholdReviewStepsFake {

    final List<String> calls = new ArrayList<>();
    List<String> communes = List.of("RS-2017-000001", "RS-2017-000002");
    List<String> rework = List.of();

    public Date dueOf(String caseNumber, String task) {
        return inDays(5);
    }

    public void openReview(String caseNumber, String leadUnit, Long year) {
        calls.add("openReview " + leadUnit + " " + year);
    }

    public Date periodBeginsAt(String caseNumber) {
        return inDays(10);
    }

    public Date preliminaryAt(String caseNumber) {
        return inDays(80);
    }

    public List<String> communeCases(String caseNumber) {
        return communes;
    }

    public List<String> reworkCases(String caseNumber) {
        return rework;
    }

    public void recordOfficial(String caseNumber) {
        calls.add("recordOfficial");
    }

    private static Date inDays(int days) {
        return Date.from(ClockUtil.getCurrentTime().toInstant().plus(Duration.ofDays(days)));
    }
}
