package vn.angiang.plan72.process;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.RepositoryService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys the models that ship with the application: one folder, one deployment, so that a change in one process gives
 * no other a new version. Unchanged folders are skipped, and what people have released since is never overwritten: then
 * the files of the application wait for review ({@link ShippedModelHeld}).
 */
@Component
@Order(20)
class ModelDeployer implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(ModelDeployer.class);

    private static final String SOURCE = "application";

    private final RepositoryService repository;
    private final EngineAccess engine;
    private final DeployedModels models;
    private final ApplicationEventPublisher events;

    ModelDeployer(
            RepositoryService repository,
            EngineAccess engine,
            DeployedModels models,
            ApplicationEventPublisher events) {
        this.repository = repository;
        this.engine = engine;
        this.models = models;
        this.events = events;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        for (var folder : folders().entrySet()) {
            deploy(folder.getKey(), folder.getValue());
        }
    }

    private void deploy(String folder, Map<String, Resource> shipped) throws IOException {
        var files = new ArrayList<ModelGate.Resource>();
        for (var file : shipped.entrySet()) {
            files.add(new ModelGate.Resource(file.getKey(), file.getValue().getContentAsByteArray()));
        }
        if (peopleReleasedTheirOwn(folder)) {
            if (!lastShipped(folder).equals(contents(files))) {
                LOG.info("{} was changed by people: what ships with the application waits for review", folder);
                events.publishEvent(new ShippedModelHeld(folder, List.copyOf(files)));
            }
            return;
        }
        engine.run(() -> {
            var deployment = repository.createDeployment().name(folder).source(SOURCE);
            files.forEach(f -> deployment.addInputStream(f.name(), new ByteArrayInputStream(f.content())));
            var done = deployment.enableDuplicateFiltering(false).deployWithResult();
            if (done.getDeployedProcessDefinitions() != null) {
                done.getDeployedProcessDefinitions()
                        .forEach(d -> LOG.info("Released {} version {}", d.getKey(), d.getVersion()));
            }
        });
    }

    private boolean peopleReleasedTheirOwn(String folder) {
        return engine.call(() -> {
            var latest = repository
                    .createProcessDefinitionQuery()
                    .processDefinitionKey(ModelGate.camelCase(folder))
                    .latestVersion()
                    .singleResult();
            return latest != null
                    && repository
                                    .createDeploymentQuery()
                                    .deploymentId(latest.getDeploymentId())
                                    .deploymentSource(ModelReleaser.SOURCE)
                                    .count()
                            > 0;
        });
    }

    /** Files of the folder as the application last brought them into force, by name. */
    private Map<String, String> lastShipped(String folder) {
        return engine.call(() -> repository
                .createDeploymentQuery()
                .deploymentName(folder)
                .deploymentSource(SOURCE)
                .orderByDeploymentTime()
                .desc()
                .listPage(0, 1)
                .stream()
                .findFirst()
                .map(d -> models.files(d.getId()))
                .orElse(Map.of()));
    }

    private static Map<String, String> contents(List<ModelGate.Resource> files) {
        var contents = new TreeMap<String, String>();
        files.forEach(f -> contents.put(f.name(), new String(f.content(), StandardCharsets.UTF_8)));
        return contents;
    }

    private static Map<String, Map<String, Resource>> folders() throws IOException {
        var resolver = new PathMatchingResourcePatternResolver();
        var folders = new TreeMap<String, Map<String, Resource>>();
        for (String pattern : new String[] {"bpmn/*/*.bpmn", "bpmn/*/*.dmn", "forms/*/*.form"}) {
            for (Resource file : resolver.getResources("classpath*:" + pattern)) {
                String[] path = file.getURL().getPath().split("/");
                String folder = path[path.length - 2];
                String kind = path[path.length - 3];
                folders.computeIfAbsent(folder, f -> new LinkedHashMap<>())
                        .put(kind + "/" + folder + "/" + path[path.length - 1], file);
            }
        }
        folders.values().removeIf(files -> files.keySet().stream().noneMatch(n -> n.endsWith(".bpmn")));
        return folders;
    }
}
