package vn.angiang.plan72.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.boot.test.context.TestComponent;

/** Stands for the real steps of an inspection. */
@TestComponent
@ProcessSteps("inspectionSteps")
public class InspectionStepsFake {

    final List<String> calls = new ArrayList<>();
    List<String> findings = List.of("1");
    List<String> recommendations = List.of("1");
    double amount;

    public Date dueOf(String caseNumber, String task) {
        return inDays(5);
    }

    public void notifyUnit(String caseNumber) {
        calls.add("notifyUnit");
    }

    public void recordSilence(String caseNumber) {
        calls.add("recordSilence");
    }

    public void raiseTriggerA(String caseNumber) {
        calls.add("raiseTriggerA");
    }

    public void closeInspection(String caseNumber) {
        calls.add("closeInspection");
    }

    public void recordWithdrawal(String caseNumber) {
        calls.add("recordWithdrawal");
    }

    public List<String> findings(String caseNumber) {
        return findings;
    }

    public String kindOf(String caseNumber, String finding) {
        return "MISUSE";
    }

    public Double amountOf(String caseNumber, String finding) {
        return amount;
    }

    public Boolean repeatedOf(String caseNumber, String finding) {
        return false;
    }

    public void recordSeverity(String caseNumber, String finding, String severity) {
        calls.add("severity:" + severity);
    }

    public Date draftTermEndsAt(String caseNumber) {
        return inDays(5);
    }

    public String weighFindings(String caseNumber) {
        return calls.contains("severity:GRAVE") ? "YES" : calls.contains("odd") ? "PERHAPS" : "NO";
    }

    public List<String> recommendations(String caseNumber) {
        return recommendations;
    }

    private static Date inDays(int days) {
        return Date.from(ClockUtil.getCurrentTime().toInstant().plus(Duration.ofDays(days)));
    }
}
