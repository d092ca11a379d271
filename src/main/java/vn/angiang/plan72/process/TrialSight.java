package vn.angiang.plan72.process;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.jspecify.annotations.Nullable;

/** Reads what a trial has come to. */
final class TrialSight {

    private final ProcessEngine engine;
    private @Nullable String instance;
    private @Nullable BpmnModelInstance model;

    TrialSight(ProcessEngine engine) {
        this.engine = engine;
    }

    /** A process that stands for a called one: somebody says when it is over. */
    static BpmnModelInstance standIn(String key, String name) {
        return Bpmn.createExecutableProcess(key)
                .name(name)
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent()
                .userTask("UserTask_calledProcess")
                .name(name)
                .endEvent()
                .done();
    }

    void of(ProcessInstance started) {
        instance = started.getId();
        model = engine.getRepositoryService().getBpmnModelInstance(started.getProcessDefinitionId());
    }

    TrialEngine.State look() {
        var path = path();
        return new TrialEngine.State(
                engine.getRuntimeService()
                                .createProcessInstanceQuery()
                                .processInstanceId(instance)
                                .count()
                        == 0,
                tasks(),
                timers(),
                messages(),
                path,
                path.stream()
                        .filter(p -> !p.over())
                        .map(TrialEngine.Passed::element)
                        .distinct()
                        .toList(),
                variables());
    }

    private List<TrialEngine.Waiting> tasks() {
        var numbers = new HashMap<String, Integer>();
        return engine.getTaskService().createTaskQuery().initializeFormKeys().list().stream()
                .sorted(Comparator.comparing(t -> Long.parseLong(t.getId())))
                .map(t -> waiting(t, numbers.merge(t.getTaskDefinitionKey(), 1, Integer::sum)))
                .toList();
    }

    private TrialEngine.Waiting waiting(Task task, int number) {
        var form = task.getCamundaFormRef();
        return new TrialEngine.Waiting(
                task.getTaskDefinitionKey() + "." + number,
                task.getTaskDefinitionKey(),
                task.getName() == null ? task.getTaskDefinitionKey() : task.getName(),
                form == null ? "" : form.getKey(),
                engine.getTaskService().getIdentityLinksForTask(task.getId()).stream()
                        .map(IdentityLink::getGroupId)
                        .filter(g -> g != null)
                        .sorted()
                        .toList(),
                task.getDueDate() == null ? null : task.getDueDate().toInstant(),
                engine.getTaskService().getVariables(task.getId()),
                task.getId());
    }

    private List<TrialEngine.Timer> timers() {
        return engine.getManagementService().createJobQuery().timers().list().stream()
                .sorted(Comparator.comparing(Job::getDuedate).thenComparing(j -> Long.parseLong(j.getId())))
                .map(j -> {
                    String element = engine.getManagementService()
                            .createJobDefinitionQuery()
                            .jobDefinitionId(j.getJobDefinitionId())
                            .singleResult()
                            .getActivityId();
                    return new TrialEngine.Timer(
                            element, nameOf(element), j.getDuedate().toInstant());
                })
                .toList();
    }

    private List<TrialEngine.Awaited> messages() {
        var numbers = new HashMap<String, Integer>();
        return engine.getRuntimeService().createEventSubscriptionQuery().eventType("message").list().stream()
                .filter(s -> s.getExecutionId() != null)
                .sorted(Comparator.comparing((EventSubscription s) -> Long.parseLong(s.getId())))
                .map(s -> new TrialEngine.Awaited(
                        s.getActivityId() + "." + numbers.merge(s.getActivityId(), 1, Integer::sum),
                        s.getEventName(),
                        s.getActivityId(),
                        nameOf(s.getActivityId()),
                        s.getExecutionId()))
                .toList();
    }

    private List<TrialEngine.Passed> path() {
        return engine
                .getHistoryService()
                .createHistoricActivityInstanceQuery()
                .processInstanceId(instance)
                .orderPartiallyByOccurrence()
                .asc()
                .list()
                .stream()
                .filter(a -> !a.getActivityType().equals("multiInstanceBody"))
                .map(this::passed)
                .toList();
    }

    private TrialEngine.Passed passed(HistoricActivityInstance activity) {
        return new TrialEngine.Passed(
                activity.getActivityId(),
                nameOf(activity.getActivityId()),
                activity.getActivityType(),
                activity.getEndTime() != null);
    }

    private Map<String, Object> variables() {
        var found = new TreeMap<String, Object>();
        engine.getHistoryService().createHistoricVariableInstanceQuery().processInstanceId(instance).list().stream()
                .filter(v -> v.getValue() != null)
                .forEach(v -> found.put(v.getName(), v.getValue()));
        return found;
    }

    /** Label of an element, or its id. */
    String nameOf(String element) {
        if (model != null && model.getModelElementById(element) instanceof FlowElement flow && flow.getName() != null) {
            return flow.getName();
        }
        return element;
    }
}
