package vn.angiang.plan72.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.boot.test.context.TestComponent;

/** Stands for the real steps of a commune's review. */
@TestComponent
@ProcessSteps("communeReviewSteps")
public class CommuneReviewStepsFake {

    final List<String> calls = new ArrayList<>();
    String complaints = "NO";

    public Date dueOf(String caseNumber, String task) {
        return inDays(5);
    }

    public String communeOf(String caseNumber) {
        return "X30547";
    }

    public String districtOf(String caseNumber) {
        return "H891";
    }

    public void postResult(String caseNumber) {
        calls.add("postResult");
    }

    public Date postingEndsAt(String caseNumber) {
        return inDays(7);
    }

    public String openComplaints(String caseNumber) {
        return complaints;
    }

    public void recordCommune(String caseNumber) {
        calls.add("recordCommune");
    }

    private static Date inDays(int days) {
        return Date.from(ClockUtil.getCurrentTime().toInstant().plus(Duration.ofDays(days)));
    }
}
