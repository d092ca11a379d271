package vn.angiang.plan72.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.boot.test.context.TestComponent;

/** Stands for the real steps of watching an area. */
@TestComponent
@ProcessSteps("areaWatchSteps")
public class AreaWatchStepsFake {

    final List<String> calls = new ArrayList<>();
    long left;

    public Date dueOf(String caseNumber, String task) {
        return inDays(5);
    }

    public void requestHelp(String caseNumber) {
        calls.add("requestHelp");
    }

    public void closeWatch(String caseNumber) {
        calls.add("closeWatch");
    }

    public void recordWithdrawal(String caseNumber) {
        calls.add("recordWithdrawal");
    }

    public Long recordQuarter(String caseNumber) {
        return left--;
    }

    public Date nextQuarterAt(String caseNumber) {
        return inDays(90);
    }

    private static Date inDays(int days) {
        return Date.from(ClockUtil.getCurrentTime().toInstant().plus(Duration.ofDays(days)));
    }
}
