package vn.angiang.plan72.assignment;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.casefile.CaseAccess;
import vn.angiang.plan72.casefile.CaseFile;
import vn.angiang.plan72.casefile.CaseState;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.casefile.NewCase;
import vn.angiang.plan72.casefile.NoticeWanted;
import vn.angiang.plan72.journal.Act;
import vn.angiang.plan72.journal.Journal;
import vn.angiang.plan72.organization.Units;
import vn.angiang.plan72.plan.Obligation;
import vn.angiang.plan72.process.DeployedModels;
import vn.angiang.plan72.process.ProcessInstances;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.Refusal;

/** Gives out assignments and lets the assigner suspend, resume and withdraw them. */
@Service
public class Assignments {

    /** Key of the flow. */
    public static final String PROCESS = "assignment";

    private final Cases cases;
    private final CaseAccess access;
    private final AssignmentStore store;
    private final ProcessInstances processes;
    private final DeployedModels models;
    private final Units units;
    private final Journal journal;
    private final ApplicationEventPublisher events;

    Assignments(
            Cases cases,
            CaseAccess access,
            AssignmentStore store,
            ProcessInstances processes,
            DeployedModels models,
            Units units,
            Journal journal,
            ApplicationEventPublisher events) {
        this.cases = cases;
        this.access = access;
        this.store = store;
        this.processes = processes;
        this.models = models;
        this.units = units;
        this.journal = journal;
        this.events = events;
    }

    /** What is given out. */
    public record Order(Obligation obligation, String leadUnit, String deliverable, LocalDate dueOn, int year) {}

    /** Opens the case and starts its flow; returns the case number. */
    @Transactional
    public String give(Order order, Actor by) {
        var obligation = order.obligation();
        String assigner = units.standingAgency().code();
        CaseFile file = cases.open(
                new NewCase(
                        "NV",
                        PROCESS,
                        obligation.paraphraseVi(),
                        obligation.id(),
                        obligation.clause(),
                        order.leadUnit(),
                        assigner,
                        Set.of(),
                        order.year(),
                        obligation.modality(),
                        CaseState.CHO_TIEP_NHAN,
                        order.dueOn()),
                by);
        String special = specialFlow(obligation);
        store.create(file.number(), order.deliverable(), special);
        var variables = new HashMap<String, Object>();
        variables.put("leadUnit", order.leadUnit());
        variables.put("assignerUnit", assigner);
        variables.put("specialFlow", special);
        variables.put("year", (long) order.year());
        String instance = processes.start(PROCESS, file.number(), variables);
        cases.runsOn(file.number(), instance, models.latestDefinition(PROCESS));
        return file.number();
    }

    /** The special flow of the obligation when it is released; otherwise the officer's own execution step serves. */
    private String specialFlow(Obligation obligation) {
        String key = obligation.specialFlow();
        return key != null && processes.isDeployed(key) ? key : "";
    }

    /** Facts of an assignment the current person may see. */
    @Transactional(readOnly = true)
    public AssignmentFact fact(String caseNumber) {
        access.requireVisible(caseNumber);
        return store.of(caseNumber);
    }

    /** Whether this person decides on the case for the assigner. */
    public boolean actsForAssigner(CaseFile file, Actor actor) {
        return actor.has("officer", file.assignerUnit()) || actor.has("leader", file.assignerUnit());
    }

    /** Stops the clockwork of a case until it is resumed. */
    @Transactional
    public void suspend(String caseNumber, String reason, Actor by) {
        CaseFile file = decidable(caseNumber, reason, by);
        if (file.suspended()) {
            throw new Refusal.Conflict("assignment.alreadySuspended", caseNumber);
        }
        processes.suspend(instanceOf(file));
        cases.suspended(caseNumber, true);
        tell(file, "assignment.notice.suspended", "assignment.suspended", reason, by);
    }

    /** Lets a suspended case go on. */
    @Transactional
    public void resume(String caseNumber, String reason, Actor by) {
        CaseFile file = decidable(caseNumber, reason, by);
        if (!file.suspended()) {
            throw new Refusal.Conflict("assignment.notSuspended", caseNumber);
        }
        processes.resume(instanceOf(file));
        cases.suspended(caseNumber, false);
        tell(file, "assignment.notice.resumed", "assignment.resumed", reason, by);
    }

    /** Takes the assignment back; its flow ends. */
    @Transactional
    public void withdraw(String caseNumber, String reason, Actor by) {
        CaseFile file = decidable(caseNumber, reason, by);
        if (file.suspended()) {
            throw new Refusal.Conflict("assignment.suspendedFirstResume", caseNumber);
        }
        store.set(caseNumber, Map.of("resolution_reason", reason));
        tell(file, "assignment.notice.withdrawn", "assignment.withdrawn", reason, by);
        processes.message("assignment.withdrawn", instanceOf(file), Map.of());
    }

    CaseFile decidable(String caseNumber, String reason, Actor by) {
        access.requireVisible(caseNumber);
        CaseFile file = cases.byNumber(caseNumber);
        if (!file.processKey().equals(PROCESS) || !actsForAssigner(file, by)) {
            throw new Refusal.Forbidden("assignment.onlyAssigner");
        }
        if (!file.isOpen()) {
            throw new Refusal.Conflict("assignment.closed", caseNumber);
        }
        if (reason.isBlank()) {
            throw new Refusal.BadInput("reason", "");
        }
        return file;
    }

    private void tell(CaseFile file, String messageKey, String action, String reason, Actor by) {
        journal.record(Act.of(file.assignerUnit(), action, file.number(), by, Map.of("reason", reason)));
        var groups = new LinkedHashSet<String>();
        groups.add(Actor.group("officer", file.leadUnit()));
        groups.add(Actor.group("leader", file.leadUnit()));
        events.publishEvent(new NoticeWanted(file.number(), List.copyOf(groups), messageKey, List.of(reason), false));
    }

    static String instanceOf(CaseFile file) {
        if (file.processInstanceId() == null) {
            throw new Refusal.Conflict("assignment.notStarted", file.number());
        }
        return file.processInstanceId();
    }
}
