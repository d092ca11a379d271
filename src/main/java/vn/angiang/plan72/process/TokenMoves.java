package vn.angiang.plan72.process;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.shared.Refusal;

/**
 * Moving the one token of a run from the user task where it waits to another user task of the same model. Only what
 * cannot leave a run stuck is offered: a single token, outside repetitions and event subprocesses, to a step no parallel
 * branch leads through. Callers have checked who may.
 */
@Service
public class TokenMoves {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService management;
    private final RepositoryService repository;
    private final EngineAccess engine;

    TokenMoves(
            @Lazy RuntimeService runtime,
            @Lazy TaskService tasks,
            @Lazy ManagementService management,
            @Lazy RepositoryService repository,
            EngineAccess engine) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.management = management;
        this.repository = repository;
        this.engine = engine;
    }

    /** A user task of a model. */
    public record Step(String elementId, String name) {}

    /** A timer that ends with the step left. */
    public record Timer(String name, Instant due) {}

    /** A task of a run and where its token may go; {@code targets} is empty when it cannot be moved safely. */
    public record Waiting(String taskId, Step step, String processName, List<Step> targets) {}

    /**
     * What a move does, exactly.
     *
     * @param lost timers that end, with the moment they would have fired
     * @param begun names of the timers that begin anew with the step entered
     */
    public record Plan(
            String taskId, Step from, Step to, @Nullable String assignee, List<Timer> lost, List<String> begun) {}

    /** The open tasks of a case, whichever of its runs they are in. */
    public List<Waiting> waiting(String caseNumber) {
        return engine.call(() ->
                tasks
                        .createTaskQuery()
                        .processInstanceBusinessKey(caseNumber)
                        .orderByTaskCreateTime()
                        .asc()
                        .list()
                        .stream()
                        .map(this::waiting)
                        .toList());
    }

    private Waiting waiting(Task task) {
        var model = repository.getBpmnModelInstance(task.getProcessDefinitionId());
        String name =
                repository.getProcessDefinition(task.getProcessDefinitionId()).getName();
        return new Waiting(
                task.getId(),
                step(model, task.getTaskDefinitionKey()),
                name == null ? "" : name,
                placeOf(task, model).isEmpty() ? List.of() : targets(model, task.getTaskDefinitionKey()));
    }

    private static Step step(BpmnModelInstance model, String elementId) {
        return new Step(elementId, nameOf(model.getModelElementById(elementId)));
    }

    private static String nameOf(@Nullable FlowElement element) {
        if (element == null) {
            return "";
        }
        String name = element.getName();
        return name == null || name.isBlank() ? element.getId() : name.replaceAll("\\s+", " ");
    }

    /** The activity instance of the task, when it is the run's only token and nothing around it is repeated. */
    private Optional<String> placeOf(Task task, BpmnModelInstance model) {
        ActivityInstance place = runtime.getActivityInstance(task.getProcessInstanceId());
        while (place != null && place.getChildActivityInstances().length > 0) {
            boolean alone =
                    place.getChildActivityInstances().length == 1 && place.getChildTransitionInstances().length == 0;
            place = alone ? place.getChildActivityInstances()[0] : null;
        }
        boolean safe = place != null
                && !task.isSuspended()
                && place.getActivityId().equals(task.getTaskDefinitionKey())
                && isPlain(model.getModelElementById(task.getTaskDefinitionKey()));
        return safe ? Optional.of(place.getId()) : Optional.empty();
    }

    /** Whether neither the task nor a subprocess around it is repeated or begun by an event. */
    private static boolean isPlain(Activity task) {
        return scopes(task).stream()
                .allMatch(s -> s.getLoopCharacteristics() == null
                        && !(s instanceof SubProcess around && around.triggeredByEvent()));
    }

    /** The task and the subprocesses around it. */
    private static List<Activity> scopes(Activity task) {
        var scopes = new ArrayList<Activity>();
        ModelElementInstance element = task;
        while (element instanceof Activity activity) {
            scopes.add(activity);
            element = element.getParentElement();
        }
        return scopes;
    }

    private static List<Step> targets(BpmnModelInstance model, String from) {
        Set<String> parallel = ParallelSections.of(model);
        return model.getModelElementsByType(UserTask.class).stream()
                .filter(TokenMoves::isPlain)
                .filter(t -> !t.getId().equals(from))
                .filter(t -> scopes(t).stream().noneMatch(s -> parallel.contains(s.getId())))
                .map(t -> step(model, t.getId()))
                .sorted(Comparator.comparing(Step::name))
                .toList();
    }

    /**
     * What a move would do; nothing is done.
     *
     * @throws Refusal.Conflict when the task is over, or it cannot go there safely
     */
    public Plan plan(String caseNumber, String taskId, String target) {
        return engine.call(() -> {
            Task task = task(caseNumber, taskId);
            var model = repository.getBpmnModelInstance(task.getProcessDefinitionId());
            place(task, model, target);
            return new Plan(
                    taskId,
                    step(model, task.getTaskDefinitionKey()),
                    step(model, target),
                    task.getAssignee(),
                    timers(task.getProcessInstanceId(), timersOnlyOf(model, task.getTaskDefinitionKey(), target)),
                    timersOnlyOf(model, target, task.getTaskDefinitionKey()).stream()
                            .map(TokenMoves::nameOf)
                            .toList());
        });
    }

    private Task task(String caseNumber, String taskId) {
        Task task = tasks.createTaskQuery()
                .taskId(taskId)
                .processInstanceBusinessKey(caseNumber)
                .singleResult();
        if (task == null) {
            throw new Refusal.Conflict("process.task.gone");
        }
        return task;
    }

    private String place(Task task, BpmnModelInstance model, String target) {
        return placeOf(task, model)
                .filter(p -> targets(model, task.getTaskDefinitionKey()).stream()
                        .anyMatch(s -> s.elementId().equals(target)))
                .orElseThrow(() -> new Refusal.Conflict("process.move.notSafe"));
    }

    /** Timers that live with the first task and what is around it, but not with what is around the second. */
    private static Collection<Event> timersOnlyOf(BpmnModelInstance model, String one, String other) {
        var scopes = new ArrayList<>(scopes(model.getModelElementById(one)));
        scopes.removeAll(scopes(model.getModelElementById(other)));
        return model.getModelElementsByType(TimerEventDefinition.class).stream()
                .map(ModelElementInstance::getParentElement)
                .filter(e -> scopes.contains(ownerOf(e)))
                .map(Event.class::cast)
                .sorted(Comparator.comparing(TokenMoves::nameOf))
                .toList();
    }

    /** The activity a timer is attached to, or around the event subprocess it begins; null for one passed in the flow. */
    private static @Nullable ModelElementInstance ownerOf(ModelElementInstance event) {
        if (event instanceof BoundaryEvent boundary) {
            return boundary.getAttachedTo();
        }
        return event instanceof StartEvent ? event.getParentElement().getParentElement() : null;
    }

    private List<Timer> timers(String processInstanceId, Collection<Event> events) {
        var names = events.stream().collect(Collectors.toMap(Event::getId, TokenMoves::nameOf));
        return management.createJobQuery().processInstanceId(processInstanceId).timers().list().stream()
                .map(job -> {
                    var definition = management
                            .createJobDefinitionQuery()
                            .jobDefinitionId(job.getJobDefinitionId())
                            .singleResult();
                    String name = definition == null ? null : names.get(definition.getActivityId());
                    return name == null
                            ? null
                            : new Timer(name, job.getDuedate().toInstant());
                })
                .filter(Objects::nonNull)
                .sorted(Comparator.comparing(Timer::due).thenComparing(Timer::name))
                .toList();
    }

    /**
     * Moves the token; the engine's own log keeps the reason too.
     *
     * @throws Refusal.Conflict as {@link #plan}, and when somebody else was faster
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void move(String caseNumber, String taskId, String target, String reason) {
        engine.run(() -> {
            Task task = task(caseNumber, taskId);
            String place = place(task, repository.getBpmnModelInstance(task.getProcessDefinitionId()), target);
            runtime.createProcessInstanceModification(task.getProcessInstanceId())
                    .startBeforeActivity(target)
                    .cancelActivityInstance(place)
                    .setAnnotation(reason)
                    .execute();
        });
    }
}
