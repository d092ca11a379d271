package vn.angiang.plan72.assignment;

import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.casefile.CaseFile;
import vn.angiang.plan72.casefile.CaseState;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.organization.Unit;
import vn.angiang.plan72.organization.Units;

/** What the steps of the assignment flow do and answer. Runs inside the engine's transaction. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class AssignmentFlow {

    private final Cases cases;
    private final AssignmentStore store;
    private final Contributions contributions;
    private final Extensions extensions;
    private final Deadlines deadlines;
    private final DueDates dueDates;
    private final AssignmentNotices notices;
    private final Units units;

    AssignmentFlow(
            Cases cases,
            AssignmentStore store,
            Contributions contributions,
            Extensions extensions,
            Deadlines deadlines,
            DueDates dueDates,
            AssignmentNotices notices,
            Units units) {
        this.cases = cases;
        this.store = store;
        this.contributions = contributions;
        this.extensions = extensions;
        this.deadlines = deadlines;
        this.dueDates = dueDates;
        this.notices = notices;
        this.units = units;
    }

    public Date dueOf(String caseNumber, String task) {
        return deadlines.endOf(deadlines.dueOf(cases.byNumber(caseNumber), task));
    }

    public Date acceptanceOverdueAt() {
        return deadlines.acceptanceOverdueAt();
    }

    public void escalateAcceptance(String caseNumber) {
        notices.urgeLeader(cases.byNumber(caseNumber), "assignment.notice.notAccepted", 0);
        store.countUrging(caseNumber);
    }

    public void adjust(String caseNumber) {
        AssignmentFact fact = store.of(caseNumber);
        if (fact.newDueOn() != null) {
            dueDates.move(caseNumber, fact.newDueOn(), false);
        }
        if (fact.newScope() != null) {
            store.set(caseNumber, Map.of("deliverable", fact.newScope()));
        }
        cases.changeState(caseNumber, CaseState.CHO_TIEP_NHAN);
        notices.toLead(cases.byNumber(caseNumber), "assignment.notice.adjusted", reason(fact));
    }

    public String reassign(String caseNumber) {
        AssignmentFact fact = store.of(caseNumber);
        CaseFile before = cases.byNumber(caseNumber);
        String newLead = fact.newLead() == null ? before.leadUnit() : fact.newLead();
        notices.toLead(before, "assignment.notice.reassignedAway", units.nameOf(newLead));
        cases.reassign(caseNumber, newLead);
        if (fact.newDueOn() != null) {
            dueDates.move(caseNumber, fact.newDueOn(), false);
        }
        cases.changeState(caseNumber, CaseState.CHO_TIEP_NHAN);
        return newLead;
    }

    public void recordWithdrawal(String caseNumber) {
        cases.close(caseNumber, CaseState.HUY, null);
        notices.closed(cases.byNumber(caseNumber), "assignment.notice.withdrawn", reason(store.of(caseNumber)));
    }

    public List<String> openCoordinators(String caseNumber) {
        return contributions.waitingFor(caseNumber);
    }

    public Date contributionOverdueAt(String caseNumber) {
        return deadlines.contributionOverdueAt(cases.byNumber(caseNumber));
    }

    public void recordSilence(String caseNumber) {
        notices.silent(cases.byNumber(caseNumber), contributions.markSilent(caseNumber, deadlines.today()));
    }

    public void closeContributions(String caseNumber) {
        notices.silent(cases.byNumber(caseNumber), contributions.markSilent(caseNumber, LocalDate.of(9999, 12, 31)));
    }

    public Long workingDaysLate(String caseNumber) {
        return (long) deadlines.late(cases.byNumber(caseNumber));
    }

    public Boolean forceMajeure(String caseNumber) {
        return store.of(caseNumber).forceMajeure();
    }

    public Boolean contributorsSilent(String caseNumber) {
        return contributions.of(caseNumber).stream().anyMatch(Contributions.Contribution::silent);
    }

    public void close(String caseNumber, String rating, String responsibility) {
        store.set(caseNumber, Map.of("responsibility", responsibility));
        boolean failed = rating.equals("KHONG_HOAN_THANH");
        cases.close(caseNumber, failed ? CaseState.KHONG_HOAN_THANH : CaseState.HOAN_THANH, rating);
        notices.closed(cases.byNumber(caseNumber), "assignment.notice.closed." + rating, "");
    }

    public void raiseTriggerB(String caseNumber, String reason) {
        if (!store.of(caseNumber).triggerB()) {
            store.set(caseNumber, Map.of("trigger_b", true));
            notices.triggerB(cases.byNumber(caseNumber), reason);
        }
    }

    public Date overdueAt(String caseNumber) {
        return deadlines.overdueAt(cases.byNumber(caseNumber));
    }

    public Long currentDelay(String caseNumber) {
        return (long) deadlines.urgentDelay(cases.byNumber(caseNumber));
    }

    public Boolean sanctionable(String caseNumber) {
        CaseFile file = cases.byNumber(caseNumber);
        return !file.modality().equals("request")
                && units.find(file.leadUnit()).map(Unit::sanctionable).orElse(true);
    }

    public void notifyLeader(String caseNumber) {
        CaseFile file = cases.byNumber(caseNumber);
        String key = sanctionable(caseNumber) ? "assignment.notice.overdue" : "assignment.notice.requestOpen";
        notices.urgeLeader(file, key, deadlines.late(file));
        store.countUrging(caseNumber);
    }

    public void notifyStandingAgency(String caseNumber) {
        CaseFile file = cases.byNumber(caseNumber);
        notices.urgeLeader(file, "assignment.notice.overdue", deadlines.late(file));
        notices.tellAssigner(file, deadlines.late(file));
        store.countUrging(caseNumber);
    }

    public Date nextEscalationAt(String caseNumber) {
        return deadlines.nextEscalationAt(cases.byNumber(caseNumber));
    }

    public void applyExtension(String caseNumber) {
        var granted = extensions.last(caseNumber).orElseThrow();
        LocalDate due = granted.grantedDueOn() == null ? granted.wantedDueOn() : granted.grantedDueOn();
        dueDates.move(caseNumber, due, true);
        notices.extensionGranted(cases.byNumber(caseNumber), granted.fromDueOn(), due);
    }

    public void refuseExtension(String caseNumber) {
        String reason = extensions
                .last(caseNumber)
                .map(Extensions.Extension::decisionReason)
                .orElse("");
        notices.toLead(cases.byNumber(caseNumber), "assignment.notice.extensionRefused", reason == null ? "" : reason);
    }

    private static String reason(AssignmentFact fact) {
        return fact.resolutionReason() == null ? "" : fact.resolutionReason();
    }
}
