package vn.angiang.plan72.process;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Documentation;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;

/**
 * Which processes a person may start by themselves, as their models say: every process with a plain start event whose
 * {@code camunda:isStartableInTasklist} is not {@code false}. Those whose cases a module of ours opens say {@code false}.
 */
@Service
public class StartableProcesses {

    private final RepositoryService repository;
    private final EngineAccess engine;
    private final Map<String, Optional<Startable>> byDefinition = new ConcurrentHashMap<>();

    StartableProcesses(@Lazy RepositoryService repository, EngineAccess engine) {
        this.repository = repository;
        this.engine = engine;
    }

    /**
     * A process that may be started.
     *
     * @param purpose documentation of the process
     * @param starterGroups groups that may start it; empty when the model names none
     */
    public record Startable(
            String processKey, String name, String purpose, String definitionId, List<String> starterGroups) {}

    /** All that are released and not switched off, by name. */
    public List<Startable> all() {
        return engine.call(() -> repository.createProcessDefinitionQuery().latestVersion().active().list().stream()
                .map(ProcessDefinition::getId)
                .map(this::ofDefinition)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(Startable::name))
                .toList());
    }

    /** The latest version of a process, when it may be started. */
    public Optional<Startable> find(String processKey) {
        return engine.call(() -> Optional.ofNullable(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(processKey)
                        .latestVersion()
                        .active()
                        .singleResult())
                .map(ProcessDefinition::getId)
                .flatMap(this::ofDefinition));
    }

    /** A version of a process, when it may be started. Versions never change, so each is read once. */
    public Optional<Startable> ofDefinition(String definitionId) {
        var known = byDefinition.get(definitionId);
        if (known == null) {
            known = engine.call(() -> read(definitionId));
            byDefinition.put(definitionId, known);
        }
        return known;
    }

    private Optional<Startable> read(String definitionId) {
        var model = repository.getBpmnModelInstance(definitionId);
        var process = model.getModelElementsByType(Process.class).iterator().next();
        boolean plainStart = process.getChildElementsByType(StartEvent.class).stream()
                .anyMatch(s -> s.getEventDefinitions().isEmpty());
        if (!process.isCamundaStartableInTasklist() || !plainStart) {
            return Optional.empty();
        }
        return Optional.of(new Startable(
                process.getId(),
                process.getName() == null ? process.getId() : process.getName(),
                documentation(process),
                definitionId,
                process.getCamundaCandidateStarterGroupsList().stream()
                        .map(String::strip)
                        .toList()));
    }

    private static String documentation(BaseElement element) {
        return element.getDocumentations().stream()
                .map(Documentation::getTextContent)
                .findFirst()
                .orElse("")
                .strip();
    }
}
