package vn.angiang.plan72.process;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.RepositoryService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys the models that ship with the application: one folder, one deployment, so that a change in one process gives
 * no other a new version. Unchanged folders are skipped.
 */
@Component
@Order(20)
class ModelDeployer implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(ModelDeployer.class);

    private final RepositoryService repository;
    private final EngineAccess engine;

    ModelDeployer(RepositoryService repository, EngineAccess engine) {
        this.repository = repository;
        this.engine = engine;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        for (var folder : folders().entrySet()) {
            deploy(folder.getKey(), folder.getValue());
        }
    }

    private void deploy(String folder, Map<String, Resource> files) {
        engine.run(() -> {
            var deployment = repository.createDeployment().name(folder).source("application");
            files.forEach((name, file) -> {
                try (var in = file.getInputStream()) {
                    deployment.addInputStream(name, in);
                } catch (IOException e) {
                    throw new IllegalStateException("Cannot read " + name, e);
                }
            });
            var done = deployment.enableDuplicateFiltering(false).deployWithResult();
            if (done.getDeployedProcessDefinitions() != null) {
                done.getDeployedProcessDefinitions()
                        .forEach(d -> LOG.info("Released {} version {}", d.getKey(), d.getVersion()));
            }
        });
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
