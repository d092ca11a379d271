package vn.angiang.plan72.process;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Turns the engine's task and process facts into {@link EngineEvents}. Built-in listeners on purpose: an operator's
 * "skip listeners" would otherwise leave ghosts in the worklist.
 */
@Component
class EngineListener extends AbstractBpmnParseListener {

    private final ApplicationEventPublisher events;

    EngineListener(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        TaskDefinition task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, this::opened);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, this::assigned);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_UPDATE, this::updated);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, t -> closed(t, true));
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, t -> closed(t, false));
    }

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity process) {
        process.addBuiltInListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) this::started);
        process.addBuiltInListener(ExecutionListener.EVENTNAME_END, (ExecutionListener) this::ended);
    }

    private void opened(DelegateTask task) {
        events.publishEvent(openedEvent((TaskEntity) task));
    }

    /** What is to be said of a task that waits; also used to rebuild the worklist from the engine. */
    static EngineEvents.TaskOpened openedEvent(TaskEntity task) {
        var groups = task.getCandidates().stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .filter(link -> link.getGroupId() != null)
                .map(link -> link.getGroupId())
                .sorted()
                .toList();
        return openedEvent(task, caseOf(task), groups);
    }

    /** The same of a task whose case and candidate groups, sorted, were read with those of others. */
    static EngineEvents.TaskOpened openedEvent(TaskEntity task, String caseNumber, List<String> groups) {
        var definition = task.getProcessDefinition();
        var formKey = task.getTaskDefinition().getCamundaFormDefinitionKey();
        return new EngineEvents.TaskOpened(
                task.getId(),
                task.getProcessInstanceId(),
                caseNumber,
                definition.getKey(),
                definition.getId(),
                definition.getDeploymentId(),
                task.getTaskDefinitionKey(),
                task.getName() == null ? task.getTaskDefinitionKey() : task.getName(),
                formKey == null ? "" : formKey.getExpressionText(),
                groups,
                task.getAssignee(),
                dayOf(task.getDueDate()),
                task.getCreateTime().toInstant());
    }

    private void assigned(DelegateTask task) {
        events.publishEvent(new EngineEvents.TaskAssigned(task.getId(), caseOf(task), task.getAssignee()));
    }

    private void updated(DelegateTask task) {
        events.publishEvent(new EngineEvents.TaskDueChanged(task.getId(), caseOf(task), dayOf(task.getDueDate())));
        events.publishEvent(new EngineEvents.TaskAssigned(task.getId(), caseOf(task), task.getAssignee()));
    }

    private void closed(DelegateTask task, boolean done) {
        events.publishEvent(new EngineEvents.TaskClosed(task.getId(), caseOf(task), done));
    }

    private void started(DelegateExecution execution) {
        var definition = ((ExecutionEntity) execution).getProcessDefinition();
        events.publishEvent(new EngineEvents.ProcessStarted(
                execution.getProcessBusinessKey() == null ? "" : execution.getProcessBusinessKey(),
                definition.getKey(),
                execution.getProcessInstanceId(),
                definition.getId()));
    }

    private void ended(DelegateExecution execution) {
        var entity = (ExecutionEntity) execution;
        String element = execution.getCurrentActivityId() == null ? "" : execution.getCurrentActivityId();
        String name = execution.getCurrentActivityName() == null ? element : execution.getCurrentActivityName();
        events.publishEvent(new EngineEvents.ProcessEnded(
                execution.getProcessBusinessKey() == null ? "" : execution.getProcessBusinessKey(),
                entity.getProcessDefinition().getKey(),
                execution.getProcessInstanceId(),
                entity.getSuperExecution() == null,
                execution.isCanceled() ? "" : element,
                execution.isCanceled() ? "" : name,
                execution.isCanceled()));
    }

    private static String caseOf(DelegateTask task) {
        String key = task.getExecution().getProcessBusinessKey();
        return key == null ? "" : key;
    }

    static @Nullable LocalDate dayOf(@Nullable Date date) {
        return date == null
                ? null
                : Instant.ofEpochMilli(date.getTime()).atZone(EngineClock.ZONE).toLocalDate();
    }
}
