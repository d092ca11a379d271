package vn.angiang.plan72.process;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes files a version of their process. Callers have checked who may; the gate is asked once more by the engine. */
@Service
public class ModelReleaser {

    /** Source of deployments that people released; those that ship with the application have another one. */
    static final String SOURCE = "modelRelease";

    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final EngineAccess engine;
    private final ApplicationEventPublisher events;

    ModelReleaser(
            @Lazy RepositoryService repository,
            @Lazy RuntimeService runtime,
            @Lazy ManagementService management,
            EngineAccess engine,
            ApplicationEventPublisher events) {
        this.repository = repository;
        this.runtime = runtime;
        this.management = management;
        this.engine = engine;
        this.events = events;
    }

    /** The version that came into being. */
    public record Released(String definitionId, String deploymentId, String processKey, int version) {}

    /** A process has a new version, in the transaction that made it. */
    public record VersionReleased(String processKey, int version) {}

    /** Releases the files of one folder together. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Released release(String folder, List<ModelGate.Resource> files) {
        var released = engine.call(() -> {
            var deployment = repository.createDeployment().name(folder).source(SOURCE);
            files.forEach(f -> deployment.addInputStream(f.name(), new java.io.ByteArrayInputStream(f.content())));
            var done = deployment.deployWithResult();
            Collection<ProcessDefinition> definitions = done.getDeployedProcessDefinitions();
            if (definitions == null || definitions.size() != 1) {
                throw new IllegalStateException("Not one process in the release of " + folder);
            }
            ProcessDefinition definition = definitions.iterator().next();
            return new Released(definition.getId(), done.getId(), definition.getKey(), definition.getVersion());
        });
        events.publishEvent(new VersionReleased(released.processKey(), released.version()));
        return released;
    }

    /** How many processes of this key run, whatever their version. */
    public long running(String processKey) {
        return engine.call(() -> runtime.createProcessInstanceQuery()
                .processDefinitionKey(processKey)
                .count());
    }

    /** How many processes run on each version that has any, by definition. */
    public Map<String, Integer> runningByVersion() {
        var counts = new HashMap<String, Integer>();
        engine.call(() -> management.createProcessDefinitionStatisticsQuery().list())
                .forEach(s -> counts.put(s.getId(), s.getInstances()));
        return counts;
    }
}
