package vn.angiang.plan72.process;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Date;
import java.util.Deque;
import java.util.List;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.boot.test.context.TestComponent;

/** Stands for the real steps of reporting. */
@TestComponent
@ProcessSteps("reportingSteps")
public class ReportingStepsFake {

    final List<String> calls = new ArrayList<>();
    final Deque<Long> remaining = new ArrayDeque<>();
    List<String> communes = List.of();
    String lockOutcome = "MISSED";

    void reset() {
        calls.clear();
        remaining.clear();
        communes = List.of();
        lockOutcome = "MISSED";
    }

    private static Date inDays(int days) {
        return Date.from(ClockUtil.getCurrentTime().toInstant().plus(Duration.ofDays(days)));
    }

    public Date dueOf(String caseNumber, String task) {
        calls.add("dueOf:" + task);
        return inDays(5);
    }

    public Date opensAt(String caseNumber) {
        return inDays(10);
    }

    public Date onTimeDayEndsAt(String caseNumber) {
        return inDays(30);
    }

    public Date locksAt(String caseNumber) {
        return inDays(40);
    }

    public Long openReports(String caseNumber) {
        calls.add("openReports");
        return remaining.isEmpty() ? Long.valueOf(0) : remaining.poll();
    }

    public void listLate(String caseNumber) {
        calls.add("listLate");
    }

    public void lockReports(String caseNumber) {
        calls.add("lockReports");
    }

    public void issueReport(String caseNumber) {
        calls.add("issueReport");
    }

    public void recordWithdrawal(String caseNumber) {
        calls.add("recordWithdrawal");
    }

    public List<String> communeCases(String caseNumber) {
        calls.add("communeCases");
        return communes;
    }

    public Date communesLockAt(String caseNumber) {
        return inDays(7);
    }

    public String unitOf(String caseNumber) {
        return "X" + caseNumber.substring(caseNumber.length() - 5);
    }

    public void sumCommunes(String caseNumber) {
        calls.add("sumCommunes");
    }

    public void recordReceived(String caseNumber) {
        calls.add("recordReceived:" + caseNumber);
    }

    public String recordLock(String caseNumber) {
        calls.add("recordLock");
        return lockOutcome;
    }

    public void recordReportWithdrawal(String caseNumber) {
        calls.add("recordReportWithdrawal");
    }
}
