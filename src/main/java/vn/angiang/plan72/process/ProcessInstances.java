package vn.angiang.plan72.process;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.shared.Refusal;

/** Starting, steering and reading running processes. Callers have checked who may. */
@Service
public class ProcessInstances {

    private final RuntimeService runtime;
    private final ManagementService management;
    private final HistoryService history;
    private final RepositoryService repository;
    private final CalledProcesses calledProcesses;
    private final EngineAccess engine;

    ProcessInstances(
            @Lazy RuntimeService runtime,
            @Lazy ManagementService management,
            @Lazy HistoryService history,
            @Lazy RepositoryService repository,
            CalledProcesses calledProcesses,
            EngineAccess engine) {
        this.runtime = runtime;
        this.management = management;
        this.history = history;
        this.repository = repository;
        this.calledProcesses = calledProcesses;
        this.engine = engine;
    }

    /** Where a case stands on its diagram: element ids. */
    public record Position(List<String> current, List<String> visited, boolean suspended, boolean incident) {}

    /**
     * Starts the latest version of a process for a case; variable {@code caseNumber} is added.
     *
     * @return id of the process instance
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public String start(String processKey, String caseNumber, Map<String, Object> variables) {
        var all = new java.util.HashMap<>(variables);
        all.put("caseNumber", caseNumber);
        return engine.call(() -> runtime.startProcessInstanceByKey(processKey, caseNumber, all))
                .getProcessInstanceId();
    }

    /** Whether a process of this key can be started. */
    public boolean isDeployed(String processKey) {
        return engine.call(() -> repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(processKey)
                        .latestVersion()
                        .active()
                        .count())
                > 0;
    }

    /**
     * Delivers a message to the process of a case.
     *
     * @throws Refusal.Conflict when the process does not wait for it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void message(String name, String processInstanceId, Map<String, Object> variables) {
        engine.run(() -> {
            try {
                runtime.createMessageCorrelation(name)
                        .processInstanceId(processInstanceId)
                        .setVariables(variables)
                        .correlate();
            } catch (MismatchingMessageCorrelationException e) {
                throw new Refusal.Conflict("process.message.notExpected");
            }
        });
    }

    /** Delivers a message to the process of a case if it waits for it; whether it did. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean offer(String name, String processInstanceId) {
        return engine.call(() -> {
            boolean waits = runtime.createEventSubscriptionQuery()
                            .processInstanceId(processInstanceId)
                            .eventType("message")
                            .eventName(name)
                            .count()
                    > 0;
            if (waits) {
                runtime.createMessageCorrelation(name)
                        .processInstanceId(processInstanceId)
                        .correlate();
            }
            return waits;
        });
    }

    /** A text variable of a running process; empty when there is none. */
    public Optional<String> text(String processInstanceId, String name) {
        return engine.call(() ->
                runtime
                        .createVariableInstanceQuery()
                        .processInstanceIdIn(processInstanceId)
                        .variableName(name)
                        .list()
                        .stream()
                        .map(v -> String.valueOf(v.getValue()))
                        .findFirst());
    }

    /** Changes variables of a running process. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void set(String processInstanceId, Map<String, Object> variables) {
        engine.run(() -> runtime.setVariables(processInstanceId, variables));
    }

    /** Stops the process of a case and the processes it called for the same case. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void suspend(String processInstanceId) {
        engine.run(() -> {
            calledProcesses.openOnes(processInstanceId).forEach(runtime::suspendProcessInstanceById);
            runtime.suspendProcessInstanceById(processInstanceId);
        });
    }

    /** Lets a suspended process and what it called go on. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void resume(String processInstanceId) {
        engine.run(() -> {
            runtime.activateProcessInstanceById(processInstanceId);
            calledProcesses.openOnes(processInstanceId).forEach(runtime::activateProcessInstanceById);
        });
    }

    /** Takes a process away, with everything it called; its tasks and timers are gone. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void cancel(String processInstanceId, String reason) {
        engine.run(() -> runtime.deleteProcessInstance(processInstanceId, reason));
    }

    /** Works out anew when the timers of these elements fire, after the date they are derived from was moved. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void recalculateTimers(String processInstanceId, Collection<String> elementIds) {
        engine.run(() -> management.createJobQuery().processInstanceId(processInstanceId).timers().list().stream()
                .filter(job -> elementIds.contains(activityOf(job.getJobDefinitionId())))
                .forEach(job -> management.recalculateJobDuedate(job.getId(), false)));
    }

    private String activityOf(String jobDefinitionId) {
        var definition = management
                .createJobDefinitionQuery()
                .jobDefinitionId(jobDefinitionId)
                .singleResult();
        return definition == null ? "" : definition.getActivityId();
    }

    /** Current and visited elements of the case's process; empty when history no longer holds it. */
    public Position position(String processInstanceId) {
        return engine.call(() -> {
            var instance = runtime.createProcessInstanceQuery()
                    .processInstanceId(processInstanceId)
                    .singleResult();
            Set<String> current = new LinkedHashSet<>();
            Set<String> visited = new LinkedHashSet<>();
            for (HistoricActivityInstance a : history.createHistoricActivityInstanceQuery()
                    .processInstanceId(processInstanceId)
                    .orderByHistoricActivityInstanceStartTime()
                    .asc()
                    .listPage(0, 500)) {
                String element = a.getActivityId().replace("#multiInstanceBody", "");
                (a.getEndTime() == null && !a.isCanceled() ? current : visited).add(element);
            }
            boolean incident = instance != null
                    && runtime.createIncidentQuery()
                                    .processInstanceId(processInstanceId)
                                    .count()
                            > 0;
            return new Position(
                    List.copyOf(current), List.copyOf(visited), instance != null && instance.isSuspended(), incident);
        });
    }
}
