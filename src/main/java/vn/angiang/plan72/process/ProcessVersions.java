package vn.angiang.plan72.process;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import vn.angiang.plan72.shared.Snapshot;

/** The released versions of every process and the user tasks in each. */
@Service
public class ProcessVersions {

    private final RepositoryService repository;
    private final EngineAccess engine;
    private final Snapshot<Map<String, List<Version>>> versions = new Snapshot<>(this::read);
    private final Map<String, Map<String, String>> steps = new ConcurrentHashMap<>();

    ProcessVersions(@Lazy RepositoryService repository, EngineAccess engine) {
        this.repository = repository;
        this.engine = engine;
    }

    /** One released version. */
    public record Version(String key, String name, int number, String definitionId) {}

    /** All versions of every process, newest first; by key. */
    public Map<String, List<Version>> all() {
        return versions.get();
    }

    /** Versions of a process, newest first; empty when there is no such process. */
    public List<Version> of(String processKey) {
        return all().getOrDefault(processKey, List.of());
    }

    /** The version new cases run on, as it is at this moment. */
    public Optional<Version> latest(String processKey) {
        return Optional.ofNullable(engine.call(() -> repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(processKey)
                        .latestVersion()
                        .singleResult()))
                .map(ProcessVersions::version);
    }

    @EventListener
    void on(ModelReleaser.VersionReleased released) {
        versions.clear();
    }

    /** The version of this number. */
    public Optional<Version> find(String processKey, int number) {
        return of(processKey).stream().filter(v -> v.number() == number).findFirst();
    }

    /** Labels of the user tasks of a version by element, in the order of the model. */
    public Map<String, String> steps(String definitionId) {
        return steps.computeIfAbsent(
                definitionId,
                id -> engine.call(() -> {
                    var found = new LinkedHashMap<String, String>();
                    repository
                            .getBpmnModelInstance(id)
                            .getModelElementsByType(UserTask.class)
                            .forEach(t -> found.put(t.getId(), t.getName() == null ? t.getId() : t.getName()));
                    return found;
                }));
    }

    private Map<String, List<Version>> read() {
        var found = new TreeMap<String, List<Version>>();
        engine.call(() -> repository.createProcessDefinitionQuery().list()).stream()
                .map(ProcessVersions::version)
                .sorted(Comparator.comparing(Version::number).reversed())
                .forEach(v ->
                        found.computeIfAbsent(v.key(), k -> new ArrayList<>()).add(v));
        return found;
    }

    private static Version version(ProcessDefinition d) {
        return new Version(d.getKey(), d.getName() == null ? d.getKey() : d.getName(), d.getVersion(), d.getId());
    }
}
