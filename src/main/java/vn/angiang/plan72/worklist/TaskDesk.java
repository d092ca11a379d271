package vn.angiang.plan72.worklist;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.casefile.CaseFile;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.document.DocumentRef;
import vn.angiang.plan72.document.Documents;
import vn.angiang.plan72.journal.Act;
import vn.angiang.plan72.journal.FormSnapshots;
import vn.angiang.plan72.journal.Journal;
import vn.angiang.plan72.process.ProcessTasks;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.taskform.FormResult;
import vn.angiang.plan72.taskform.FormSchema;
import vn.angiang.plan72.taskform.Forms;

/** The desk: open a task, claim it, put it back, hand it in. One act, one transaction. */
@Service
public class TaskDesk {

    private final OpenItems items;
    private final TaskAccess access;
    private final TaskForms forms;
    private final Forms checker;
    private final Cases cases;
    private final ProcessTasks tasks;
    private final Documents documents;
    private final FormSnapshots snapshots;
    private final Journal journal;
    private final Inbox inbox;
    private final ApplicationEventPublisher events;

    TaskDesk(
            OpenItems items,
            TaskAccess access,
            TaskForms forms,
            Forms checker,
            Cases cases,
            ProcessTasks tasks,
            Documents documents,
            FormSnapshots snapshots,
            Journal journal,
            Inbox inbox,
            ApplicationEventPublisher events) {
        this.items = items;
        this.access = access;
        this.forms = forms;
        this.checker = checker;
        this.cases = cases;
        this.tasks = tasks;
        this.documents = documents;
        this.snapshots = snapshots;
        this.journal = journal;
        this.inbox = inbox;
        this.events = events;
    }

    /**
     * What a person hands in.
     *
     * @param raw the form's inputs as sent
     * @param revision of the case when the form was opened; null skips the check (a client that read the case just now)
     */
    public record Submission(Map<String, List<String>> raw, @Nullable Long revision, Locale locale) {}

    /**
     * Opens a task for a person who may do it.
     *
     * @throws Refusal.NotFound when there never was such a task
     * @throws Refusal.Conflict when it has been dealt with
     * @throws Refusal.Forbidden when it is not the person's
     */
    @Transactional(readOnly = true)
    public OpenTask open(String taskId, Actor actor) {
        WorkItem item = items.get(taskId);
        var standIn = access.require(item, actor);
        CaseFile file = cases.byNumber(item.caseNumber());
        var schema = forms.schemaOf(item);
        return new OpenTask(item, file, schema, contextOf(file, item, schema, actor), standIn);
    }

    /** Takes the task; afterwards nobody else can complete it. */
    @Transactional
    public void claim(String taskId, Actor actor) {
        WorkItem item = items.locked(taskId);
        var standIn = access.require(item, actor);
        if (item.assignee() != null && !item.assignee().equals(actor.username())) {
            throw new Refusal.Conflict("worklist.task.heldByOther", item.assignee());
        }
        if (item.assignee() == null) {
            tasks.claim(taskId, actor.username());
            record(item, "task.claimed", actor, standIn, Map.of());
        }
    }

    /** Puts the task back to the unit; its holder or the unit's leader may. */
    @Transactional
    public void release(String taskId, Actor actor) {
        WorkItem item = items.locked(taskId);
        var standIn = access.require(item, actor);
        boolean leads = actor.has("leader", item.unitCode());
        if (item.assignee() != null && !item.assignee().equals(actor.username()) && !leads && standIn.isEmpty()) {
            throw new Refusal.Forbidden("worklist.task.heldByOther", item.assignee());
        }
        if (item.assignee() != null) {
            tasks.release(taskId);
            record(item, "task.released", actor, standIn, Map.of("from", item.assignee()));
        }
    }

    /**
     * Hands in a task: checks the form, lets the flow write its facts, seals the answer, moves the engine.
     *
     * @throws Refusal.BadInput when answers are wrong or missing; nothing has happened then
     * @throws Refusal.Conflict when the task is gone, held by another, suspended, or the case changed meanwhile
     */
    @Transactional
    public Receipt complete(String taskId, Submission submission, Actor actor) {
        WorkItem item = items.locked(taskId);
        var standIn = access.require(item, actor);
        requireFree(item, actor, standIn);
        CaseFile file = cases.byNumber(item.caseNumber());
        requireCurrent(file, submission);

        var schema = forms.schemaOf(item);
        FormResult result =
                checker.check(schema, submission.raw(), contextOf(file, item, schema, actor), submission.locale());
        if (!result.errors().isEmpty()) {
            throw new Refusal.BadInput(result.errors());
        }
        String onBehalfOf = standIn.map(Actor.StandIn::username).orElse(null);
        events.publishEvent(new TaskAnswered(item, file, result.answers(), actor, onBehalfOf));
        documents.seal(attached(schema, result), taskId, item.caseNumber());
        var sealed = snapshots.seal(
                new FormSnapshots.AnsweredTask(item.caseNumber(), taskId, item.taskKey(), item.taskName()),
                new FormSnapshots.FormVersion(item.deploymentId(), item.formKey(), schema.sha256()),
                result.answers(),
                actor,
                onBehalfOf);
        record(item, "task.completed", actor, standIn, Map.of("snapshot", sealed.id(), "sha256", sealed.sha256()));
        cases.touch(item.caseNumber());
        tasks.complete(taskId, schema.routing(result.answers()));
        return new Receipt(sealed, inbox.ofCase(item.caseNumber()));
    }

    private static List<String> attached(FormSchema schema, FormResult result) {
        var ids = new ArrayList<String>();
        for (String key : schema.fileKeys()) {
            if (result.answers().get(key) instanceof List<?> list) {
                list.forEach(id -> ids.add(id.toString()));
            }
        }
        return ids;
    }

    /** The facts of the case, and the files this person has uploaded into the task's form. */
    private Map<String, Object> contextOf(CaseFile file, WorkItem item, FormSchema schema, Actor actor) {
        var context = new HashMap<>(forms.contextOf(file, item, schema));
        context.put(
                Forms.FILES,
                documents.pendingOf(item.taskId(), actor.username()).stream()
                        .collect(Collectors.toMap(DocumentRef::id, DocumentRef::fileName)));
        return context;
    }

    private static void requireFree(WorkItem item, Actor actor, Optional<Actor.StandIn> standIn) {
        String holder = item.assignee();
        boolean mine = holder == null
                || holder.equals(actor.username())
                || standIn.map(Actor.StandIn::username).filter(holder::equals).isPresent();
        if (!mine) {
            throw new Refusal.Conflict("worklist.task.heldByOther", holder);
        }
    }

    private static void requireCurrent(CaseFile file, Submission submission) {
        if (file.suspended()) {
            throw new Refusal.Conflict("worklist.case.suspended", file.number());
        }
        if (submission.revision() != null && submission.revision() != file.revision()) {
            throw new Refusal.Conflict("worklist.case.changed", file.number());
        }
    }

    private void record(
            WorkItem item, String action, Actor actor, Optional<Actor.StandIn> standIn, Map<String, ?> more) {
        var data = new HashMap<String, Object>(more);
        data.put("task", item.taskKey());
        data.put("name", item.taskName());
        journal.record(new Act(
                item.unitCode(),
                action,
                item.caseNumber(),
                actor,
                standIn.map(Actor.StandIn::username).orElse(null),
                data));
    }
}
