package vn.angiang.plan72.accountability;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.calendar.WorkingCalendar;
import vn.angiang.plan72.casefile.AssignmentWanted;
import vn.angiang.plan72.casefile.CaseFile;
import vn.angiang.plan72.casefile.CaseState;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.casefile.NoticeWanted;
import vn.angiang.plan72.journal.Act;
import vn.angiang.plan72.journal.Journal;
import vn.angiang.plan72.plan.Parameters;
import vn.angiang.plan72.process.ProcessInstances;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.CurrentActor;

/** What the steps of the accountability flow do. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class AccountabilityFlow {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final AccountabilityStore store;
    private final AccountabilityCases files;
    private final EvidenceCollector collector;
    private final Cases cases;
    private final ProcessInstances processes;
    private final WorkingCalendar calendar;
    private final Parameters parameters;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final CurrentActor currentActor;
    private final AccountabilityWords words;
    private final Clock clock;

    AccountabilityFlow(
            AccountabilityStore store,
            AccountabilityCases files,
            EvidenceCollector collector,
            Cases cases,
            ProcessInstances processes,
            WorkingCalendar calendar,
            Parameters parameters,
            Journal journal,
            ApplicationEventPublisher events,
            CurrentActor currentActor,
            AccountabilityWords words,
            Clock clock) {
        this.store = store;
        this.files = files;
        this.collector = collector;
        this.cases = cases;
        this.processes = processes;
        this.calendar = calendar;
        this.parameters = parameters;
        this.journal = journal;
        this.events = events;
        this.currentActor = currentActor;
        this.words = words;
        this.clock = clock;
    }

    /** Last minute of the day a task that opens now is due. */
    public Date dueOf(String caseNumber, String task) {
        if (task.equals("explain")) {
            return end(explainDueOn(caseNumber));
        }
        return end(calendar.plusWorkingDays(today(), parameters.whole("accountability.step.workingDays")));
    }

    /** Just after the last day of the explanation. */
    public Date explanationEndsAt(String caseNumber) {
        return Date.from(
                explainDueOn(caseNumber).plusDays(1).atTime(0, 5).atZone(ZONE).toInstant());
    }

    /** Calendar days; a last day off moves to the next working day. Set once, moved only by granted time. */
    private LocalDate explainDueOn(String caseNumber) {
        AccountabilityCase c = store.of(caseNumber);
        if (c.explainDueOn() != null) {
            return c.explainDueOn();
        }
        LocalDate due =
                calendar.deadlineDays(today(), parameters.whole("explain.days")).due();
        store.set(caseNumber, Map.of("explain_due_on", due));
        cases.moveDue(caseNumber, due, false);
        return due;
    }

    /** Puts everything the system knows into the file. */
    public void collectEvidence(String caseNumber) {
        CaseFile file = cases.byNumber(caseNumber);
        AccountabilityCase c = store.of(caseNumber);
        for (var found : collector.about(c, file.year(), today())) {
            files.add(caseNumber, found.kind(), found.refCase(), found.text(), Actor.SYSTEM);
        }
    }

    /** Silence is recorded and never in anybody's favour: the case goes on. */
    public void recordSilence(String caseNumber) {
        store.set(caseNumber, Map.of("silent", true));
        files.add(caseNumber, "NOTE", null, words.say("accountability.silence"), Actor.SYSTEM);
        tell(caseNumber, List.of(Actor.group("leader", store.of(caseNumber).unit())), "accountability.notice.silence");
    }

    /** Whether the head stayed silent. */
    public Boolean silent(String caseNumber) {
        return store.of(caseNumber).silent();
    }

    /** Whether the assessor recognised force majeure. */
    public Boolean forceMajeure(String caseNumber) {
        return store.of(caseNumber).forceMajeure();
    }

    /** The corrective order becomes an assignment of the unit. */
    public void startCorrective(String caseNumber) {
        AccountabilityCase c = store.of(caseNumber);
        LocalDate due = c.correctiveDueOn();
        if (due == null || c.corrective() == null) {
            throw new IllegalStateException("Corrective order without deliverable or date in " + caseNumber);
        }
        String obligation =
                c.sourceCase() == null ? null : cases.byNumber(c.sourceCase()).obligationId();
        events.publishEvent(new AssignmentWanted(
                caseNumber, c.unit(), obligation, c.corrective(), due, due.getYear(), currentActor.get()));
    }

    /** Closes with the Chair's conclusion. */
    public void closeConcluded(String caseNumber) {
        close(caseNumber, CaseState.HOAN_THANH);
    }

    /** The system ends here: what follows is the authority's. */
    public void closeTransferred(String caseNumber) {
        close(caseNumber, CaseState.HOAN_THANH);
    }

    /** Closes for want of grounds. */
    public void closeWithoutGrounds(String caseNumber) {
        close(caseNumber, CaseState.HUY);
    }

    /** Closes what was opened by mistake. */
    public void recordWithdrawal(String caseNumber) {
        close(caseNumber, CaseState.HUY);
    }

    private void close(String caseNumber, CaseState state) {
        AccountabilityCase c = store.of(caseNumber);
        store.closed(caseNumber);
        cases.close(caseNumber, state, null);
        journal.record(Act.of(
                cases.byNumber(caseNumber).assignerUnit(),
                "accountability.closed",
                caseNumber,
                currentActor.get(),
                Map.of("conclusion", String.valueOf(c.conclusion()))));
        tell(caseNumber, List.of(Actor.group("leader", c.unit())), "accountability.notice.closed");
    }

    /** Moves the term when more time was granted. */
    public void applyMoreTime(String caseNumber) {
        AccountabilityCase c = store.of(caseNumber);
        boolean granted = "GRANTED".equals(c.moreTimeState());
        if (granted && c.explainDueOn() != null) {
            LocalDate due = calendar.deadlineDays(c.explainDueOn(), parameters.whole("explain.extension.days"))
                    .due();
            store.set(caseNumber, Map.of("explain_due_on", due));
            cases.moveDue(caseNumber, due, true);
            String instance = cases.byNumber(caseNumber).processInstanceId();
            if (instance != null) {
                processes.recalculateTimers(instance, List.of("Event_explanationOverdue"));
            }
        }
        tell(
                caseNumber,
                List.of(Actor.group("leader", c.unit())),
                granted ? "accountability.notice.moreTime" : "accountability.notice.noMoreTime");
    }

    private void tell(String caseNumber, List<String> groups, String key) {
        events.publishEvent(new NoticeWanted(caseNumber, groups, key, List.of(), false));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static Date end(LocalDate day) {
        return Date.from(day.atTime(LocalTime.of(23, 59)).atZone(ZONE).toInstant());
    }
}
