package vn.angiang.plan72.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.boot.test.context.TestComponent;

/** Stands for the real steps of accountability. */
@TestComponent
@ProcessSteps("accountabilitySteps")
public class AccountabilityStepsFake {

    final List<String> calls = new ArrayList<>();
    boolean silent;

    void reset() {
        calls.clear();
        silent = false;
    }

    private static Date inDays(int days) {
        return Date.from(ClockUtil.getCurrentTime().toInstant().plus(Duration.ofDays(days)));
    }

    public Date dueOf(String caseNumber, String task) {
        return inDays(5);
    }

    public void collectEvidence(String caseNumber) {
        calls.add("collectEvidence");
    }

    public Date explanationEndsAt(String caseNumber) {
        return inDays(15);
    }

    public void recordSilence(String caseNumber) {
        silent = true;
        calls.add("recordSilence");
    }

    public Boolean silent(String caseNumber) {
        return silent;
    }

    public Boolean forceMajeure(String caseNumber) {
        return false;
    }

    public void startCorrective(String caseNumber) {
        calls.add("startCorrective");
    }

    public void closeConcluded(String caseNumber) {
        calls.add("closeConcluded");
    }

    public void closeTransferred(String caseNumber) {
        calls.add("closeTransferred");
    }

    public void closeWithoutGrounds(String caseNumber) {
        calls.add("closeWithoutGrounds");
    }

    public void applyMoreTime(String caseNumber) {
        calls.add("applyMoreTime");
    }

    public void recordWithdrawal(String caseNumber) {
        calls.add("recordWithdrawal");
    }
}
