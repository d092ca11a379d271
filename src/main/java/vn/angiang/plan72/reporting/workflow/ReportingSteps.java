package vn.angiang.plan72.reporting.workflow;

import java.util.Date;
import java.util.List;
import java.util.Set;
import vn.angiang.plan72.process.ProcessSteps;
import vn.angiang.plan72.reporting.CycleFlow;
import vn.angiang.plan72.reporting.UnitReportFlow;

/** The steps of {@code reporting-cycle.bpmn}, {@code unit-report.bpmn} and {@code commune-report.bpmn}. */
@ProcessSteps("reportingSteps")
class ReportingSteps {

    private static final Set<String> OF_CYCLE =
            Set.of("reviewConsolidation", "approveConsolidation", "signConsolidation");

    private final CycleFlow cycle;
    private final UnitReportFlow reports;

    ReportingSteps(CycleFlow cycle, UnitReportFlow reports) {
        this.cycle = cycle;
        this.reports = reports;
    }

    /** Last day of a task that opens now. */
    public Date dueOf(String caseNumber, String task) {
        return OF_CYCLE.contains(task) ? cycle.dueOf() : reports.dueOf(caseNumber, task);
    }

    /** When the period opens. */
    public Date opensAt(String caseNumber) {
        return cycle.opensAt(caseNumber);
    }

    /** When being on time ends. */
    public Date onTimeDayEndsAt(String caseNumber) {
        return cycle.onTimeDayEndsAt(caseNumber);
    }

    /** When late reports are no longer taken. */
    public Date locksAt(String caseNumber) {
        return cycle.locksAt(caseNumber);
    }

    /** Asks the next units; returns how many remain. */
    public Long openReports(String caseNumber) {
        return cycle.openReports(caseNumber);
    }

    /** Names and urges who has not sent. */
    public void listLate(String caseNumber) {
        cycle.listLate(caseNumber);
    }

    /** Locks the figures. */
    public void lockReports(String caseNumber) {
        cycle.lockReports(caseNumber);
    }

    /** Writes and freezes the documents. */
    public void issueReport(String caseNumber) {
        cycle.issueReport(caseNumber);
    }

    /** Takes the period back. */
    public void recordWithdrawal(String caseNumber) {
        cycle.recordWithdrawal(caseNumber);
    }

    /** Cases of the district's communes. */
    public List<String> communeCases(String caseNumber) {
        return reports.communeCases(caseNumber);
    }

    /** The commune a report belongs to. */
    public String unitOf(String caseNumber) {
        return reports.unitOf(caseNumber);
    }

    /** When the district goes on without late communes. */
    public Date communesLockAt(String caseNumber) {
        return reports.communesLockAt(caseNumber);
    }

    /** Adds up what the communes reported. */
    public void sumCommunes(String caseNumber) {
        reports.sumCommunes(caseNumber);
    }

    /** Records acceptance. */
    public void recordReceived(String caseNumber) {
        reports.recordReceived(caseNumber);
    }

    /** Records what locking makes of the report: {@code RECEIVED} or {@code MISSED}. */
    public String recordLock(String caseNumber) {
        return reports.recordLock(caseNumber);
    }

    /** Closes a report that is no longer asked for. */
    public void recordReportWithdrawal(String caseNumber) {
        reports.recordReportWithdrawal(caseNumber);
    }
}
