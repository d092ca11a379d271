package vn.angiang.plan72.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** Stands for the real steps of an assignment: remembers what was called and answers what the test wants. */
@org.springframework.boot.test.context.TestComponent
@ProcessSteps("assignmentSteps")
public class AssignmentStepsFake {

    final List<String> calls = new ArrayList<>();
    List<String> coordinators = List.of();
    long workingDaysLate;
    long currentDelay;
    boolean forceMajeure;
    boolean contributorsSilent;
    boolean sanctionable = true;
    String newLead = "SNNPTNT";

    void reset() {
        calls.clear();
        coordinators = List.of();
        workingDaysLate = 0;
        currentDelay = 0;
        forceMajeure = false;
        contributorsSilent = false;
        sanctionable = true;
    }

    private static Date inDays(int days) {
        return Date.from(ClockUtil.getCurrentTime().toInstant().plus(Duration.ofDays(days)));
    }

    public Date dueOf(String caseNumber, String task) {
        calls.add("dueOf:" + task);
        return inDays(5);
    }

    public Date acceptanceOverdueAt(String caseNumber) {
        return inDays(8);
    }

    public Date contributionOverdueAt(String caseNumber) {
        return inDays(11);
    }

    public Date overdueAt(String caseNumber) {
        return inDays(90);
    }

    public Date nextEscalationAt(String caseNumber) {
        return inDays(7);
    }

    public void escalateAcceptance(String caseNumber) {
        calls.add("escalateAcceptance");
    }

    public void adjust(String caseNumber) {
        calls.add("adjust");
    }

    public String reassign(String caseNumber) {
        calls.add("reassign");
        return newLead;
    }

    public void recordWithdrawal(String caseNumber) {
        calls.add("recordWithdrawal");
    }

    public List<String> openCoordinators(String caseNumber) {
        return coordinators;
    }

    public void recordSilence(String caseNumber) {
        calls.add("recordSilence");
    }

    public void closeContributions(String caseNumber) {
        calls.add("closeContributions");
    }

    public Long workingDaysLate(String caseNumber) {
        return workingDaysLate;
    }

    public Boolean forceMajeure(String caseNumber) {
        return forceMajeure;
    }

    public Boolean contributorsSilent(String caseNumber) {
        return contributorsSilent;
    }

    public void close(String caseNumber, String rating, String responsibility) {
        calls.add("close:" + rating + ":" + responsibility);
    }

    public void raiseTriggerB(String caseNumber, String reason) {
        calls.add("raiseTriggerB:" + reason);
    }

    public Long currentDelay(String caseNumber) {
        return currentDelay;
    }

    public Boolean sanctionable(String caseNumber) {
        return sanctionable;
    }

    public void notifyLeader(String caseNumber) {
        calls.add("notifyLeader");
    }

    public void notifyStandingAgency(String caseNumber) {
        calls.add("notifyStandingAgency");
    }

    public void applyExtension(String caseNumber) {
        calls.add("applyExtension");
    }

    public void refuseExtension(String caseNumber) {
        calls.add("refuseExtension");
    }

    /** Step of a special flow that only the test knows. */
    public void special(String caseNumber, String leadUnit, Long year) {
        calls.add("special:" + caseNumber + ":" + leadUnit + ":" + year);
    }
}
