package vn.angiang.plan72.flow;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.casefile.CaseAccess;
import vn.angiang.plan72.casefile.CaseControl;
import vn.angiang.plan72.casefile.CaseFile;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.casefile.NoticeWanted;
import vn.angiang.plan72.journal.Act;
import vn.angiang.plan72.journal.Journal;
import vn.angiang.plan72.process.ProcessInstances;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.Refusal;

/** Lets the unit that opened a case suspend, resume and withdraw it, each with its reason. */
@Service
public class FlowControl implements CaseControl {

    private final FlowCases flowCases;
    private final Cases cases;
    private final CaseAccess access;
    private final ProcessInstances processes;
    private final Journal journal;
    private final ApplicationEventPublisher events;

    FlowControl(
            FlowCases flowCases,
            Cases cases,
            CaseAccess access,
            ProcessInstances processes,
            Journal journal,
            ApplicationEventPublisher events) {
        this.flowCases = flowCases;
        this.cases = cases;
        this.access = access;
        this.processes = processes;
        this.journal = journal;
        this.events = events;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean controls(CaseFile file) {
        return isOurs(file);
    }

    /** Whether the case was opened here and this person decides on it for the unit that opened it. */
    @Override
    @Transactional(readOnly = true)
    public boolean mayControl(CaseFile file, Actor actor) {
        return (actor.has("officer", file.assignerUnit()) || actor.has("leader", file.assignerUnit())) && isOurs(file);
    }

    /** Whether the case was opened here. */
    @Transactional(readOnly = true)
    public boolean isOurs(CaseFile file) {
        return flowCases.find(file.number()).isPresent();
    }

    /** Stops the clockwork of a case until it is resumed. */
    @Override
    @Transactional
    public void suspend(String caseNumber, String reason, Actor by) {
        CaseFile file = decidable(caseNumber, reason, by);
        if (file.suspended()) {
            throw new Refusal.Conflict("flow.alreadySuspended", caseNumber);
        }
        processes.suspend(instanceOf(file));
        cases.suspended(caseNumber, true);
        tell(file, "suspended", reason, by);
    }

    /** Lets a suspended case go on. */
    @Override
    @Transactional
    public void resume(String caseNumber, String reason, Actor by) {
        CaseFile file = decidable(caseNumber, reason, by);
        if (!file.suspended()) {
            throw new Refusal.Conflict("flow.notSuspended", caseNumber);
        }
        processes.resume(instanceOf(file));
        cases.suspended(caseNumber, false);
        tell(file, "resumed", reason, by);
    }

    /** Takes the case back: its process is taken away, the case closed. */
    @Override
    @Transactional
    public void withdraw(String caseNumber, String reason, Actor by) {
        CaseFile file = decidable(caseNumber, reason, by);
        if (file.suspended()) {
            throw new Refusal.Conflict("flow.suspendedFirstResume", caseNumber);
        }
        flowCases.reason(caseNumber, reason);
        tell(file, "withdrawn", reason, by);
        processes.cancel(instanceOf(file), "withdrawn");
    }

    @Override
    @Transactional
    public void moveDue(String caseNumber, LocalDate due, String reason, Actor by) {
        CaseFile file = decidable(caseNumber, reason, by);
        if (file.suspended()) {
            throw new Refusal.Conflict("flow.suspendedFirstResume", caseNumber);
        }
        LocalDate before = file.dueOn();
        if (before == null || !due.isAfter(before)) {
            throw new Refusal.BadInput("due", "");
        }
        cases.moveDue(caseNumber, due, true);
        tell(file, "dueMoved", reason, by);
    }

    private CaseFile decidable(String caseNumber, String reason, Actor by) {
        access.requireVisible(caseNumber);
        CaseFile file = cases.byNumber(caseNumber);
        if (!mayControl(file, by)) {
            throw new Refusal.Forbidden("flow.onlyOpener");
        }
        if (!file.isOpen()) {
            throw new Refusal.Conflict("flow.closed", caseNumber);
        }
        if (reason.isBlank()) {
            throw new Refusal.BadInput("reason", "");
        }
        return file;
    }

    private void tell(CaseFile file, String what, String reason, Actor by) {
        journal.record(Act.of(file.assignerUnit(), "flow." + what, file.number(), by, Map.of("reason", reason)));
        var groups = new LinkedHashSet<String>();
        groups.add(Actor.group("officer", file.leadUnit()));
        groups.add(Actor.group("leader", file.leadUnit()));
        events.publishEvent(
                new NoticeWanted(file.number(), List.copyOf(groups), "flow.notice." + what, List.of(reason), false));
    }

    private static String instanceOf(CaseFile file) {
        if (file.processInstanceId() == null) {
            throw new Refusal.Conflict("flow.closed", file.number());
        }
        return file.processInstanceId();
    }
}
