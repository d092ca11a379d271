package vn.angiang.plan72.process;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigrationInstruction;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.shared.Refusal;

/**
 * Running processes from one version to another. Steps of the same id, kind and place go over by themselves, others as
 * somebody says. Tasks keep their people and due dates, timers of a step that goes over keep their day; timers that are
 * new in the other version begin at the migration.
 */
@Service
public class InstanceMigration {

    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final TaskService tasks;
    private final EngineAccess engine;
    private final ApplicationEventPublisher events;

    InstanceMigration(
            @Lazy RuntimeService runtime,
            @Lazy RepositoryService repository,
            @Lazy TaskService tasks,
            EngineAccess engine,
            ApplicationEventPublisher events) {
        this.runtime = runtime;
        this.repository = repository;
        this.tasks = tasks;
        this.engine = engine;
        this.events = events;
    }

    /**
     * How steps go over.
     *
     * @param steps element of the old version to element of the new one
     * @param problems why the engine refuses this way, in its own words; empty when it may be gone
     */
    public record Way(String fromDefinition, String toDefinition, Map<String, String> steps, List<String> problems) {}

    /** A running process and the elements it waits at. */
    public record Waiting(String instanceId, String caseNumber, List<String> elements) {}

    /**
     * The way from one version to another.
     *
     * @param byHand steps that somebody maps, old to new; they win over what the engine finds
     */
    public Way way(String fromDefinition, String toDefinition, Map<String, String> byHand) {
        return engine.call(() -> {
            var steps = new LinkedHashMap<String, String>();
            for (MigrationInstruction i : runtime.createMigrationPlan(fromDefinition, toDefinition)
                    .mapEqualActivities()
                    .build()
                    .getInstructions()) {
                steps.put(i.getSourceActivityId(), i.getTargetActivityId());
            }
            steps.putAll(byHand);
            try {
                plan(fromDefinition, toDefinition, steps);
                return new Way(fromDefinition, toDefinition, steps, List.of());
            } catch (MigrationPlanValidationException e) {
                return new Way(
                        fromDefinition,
                        toDefinition,
                        steps,
                        e.getValidationReport().getInstructionReports().stream()
                                .map(r -> r.getMigrationInstruction().getSourceActivityId() + " → "
                                        + r.getMigrationInstruction().getTargetActivityId() + ": "
                                        + String.join("; ", r.getFailures()))
                                .toList());
            }
        });
    }

    private MigrationPlan plan(String fromDefinition, String toDefinition, Map<String, String> steps) {
        var plan = runtime.createMigrationPlan(fromDefinition, toDefinition);
        steps.forEach(plan::mapActivities);
        return plan.build();
    }

    /** Every process that runs on a version, by case number. */
    public List<Waiting> waiting(String definitionId) {
        return engine.call(() -> {
            var places = new HashMap<String, Set<String>>();
            for (var execution : runtime.createExecutionQuery()
                    .processDefinitionId(definitionId)
                    .list()) {
                var entity = (ExecutionEntity) execution;
                if (entity.isActive() && entity.getActivityId() != null) {
                    places.computeIfAbsent(entity.getProcessInstanceId(), i -> new LinkedHashSet<>())
                            .add(entity.getActivityId());
                }
            }
            return runtime.createProcessInstanceQuery().processDefinitionId(definitionId).list().stream()
                    .map(i -> new Waiting(
                            i.getId(),
                            i.getBusinessKey() == null ? "" : i.getBusinessKey(),
                            List.copyOf(places.getOrDefault(i.getId(), Set.of()))))
                    .sorted(java.util.Comparator.comparing(Waiting::caseNumber).thenComparing(Waiting::instanceId))
                    .toList();
        });
    }

    /** Labels of the activities of a version by element. */
    public Map<String, String> labels(String definitionId) {
        return engine.call(() -> {
            var labels = new LinkedHashMap<String, String>();
            repository
                    .getBpmnModelInstance(definitionId)
                    .getModelElementsByType(FlowNode.class)
                    .forEach(n -> labels.put(n.getId(), n.getName() == null ? n.getId() : n.getName()));
            return labels;
        });
    }

    /** Elements of a version that a waiting step of the other could be mapped to: its activities, by label. */
    public Map<String, String> activities(String definitionId) {
        return engine.call(
                () -> repository.getBpmnModelInstance(definitionId).getModelElementsByType(Activity.class).stream()
                        .filter(a -> !(a instanceof SubProcess))
                        .collect(Collectors.toMap(
                                Activity::getId,
                                a -> a.getName() == null ? a.getId() : a.getName(),
                                (a, b) -> a,
                                LinkedHashMap::new)));
    }

    /**
     * Migrates one process.
     *
     * @throws Refusal.Conflict when it is gone, or stands where the way does not lead from
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void migrate(Way way, String instanceId) {
        engine.run(() -> {
            if (runtime.createProcessInstanceQuery()
                            .processInstanceId(instanceId)
                            .processDefinitionId(way.fromDefinition())
                            .count()
                    == 0) {
                throw new Refusal.Conflict("process.migration.gone");
            }
            try {
                runtime.newMigration(plan(way.fromDefinition(), way.toDefinition(), way.steps()))
                        .processInstanceIds(instanceId)
                        .execute();
            } catch (MigratingProcessInstanceValidationException e) {
                throw new Refusal.Conflict("process.migration.refused", failures(e));
            }
        });
        engine.run(() -> {
            var instance = runtime.createProcessInstanceQuery()
                    .processInstanceId(instanceId)
                    .singleResult();
            String caseNumber = instance.getBusinessKey() == null ? "" : instance.getBusinessKey();
            events.publishEvent(
                    new EngineEvents.ProcessMigrated(caseNumber, instanceId, way.fromDefinition(), way.toDefinition()));
            for (Task task :
                    tasks.createTaskQuery().processInstanceId(instanceId).list()) {
                renamed((TaskEntity) task);
                events.publishEvent(new EngineEvents.TaskMigrated(EngineListener.openedEvent((TaskEntity) task)));
            }
        });
    }

    /** The engine keeps the label a task was opened with; people should read the one of the version they work by. */
    private void renamed(TaskEntity task) {
        var name = task.getTaskDefinition().getNameExpression();
        if (name != null && !name.getExpressionText().equals(task.getName())) {
            task.setName(name.getExpressionText());
            tasks.saveTask(task);
        }
    }

    private static String failures(MigratingProcessInstanceValidationException e) {
        var report = e.getValidationReport();
        var failures = new ArrayList<>(report.getFailures());
        report.getActivityInstanceReports()
                .forEach(r -> r.getFailures().forEach(f -> failures.add(r.getSourceScopeId() + ": " + f)));
        report.getTransitionInstanceReports()
                .forEach(r -> r.getFailures().forEach(f -> failures.add(r.getTransitionInstanceId() + ": " + f)));
        return String.join("; ", failures);
    }
}
