package vn.angiang.plan72.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.web.context.request.RequestContextHolder;
import vn.angiang.plan72.process.ModelReleaser;

/** Releases {@code siteVisit}, a process of two tasks that came after the application did, and takes it away again. */
@TestComponent
public class AddedFlow {

    /** Its key. */
    public static final String KEY = "siteVisit";

    private static final Path ROOT = Path.of("src", "test", "resources", "added-flow");

    private final RepositoryService repository;
    private final ProcessEngineConfigurationImpl engine;

    private final ApplicationEventPublisher events;

    AddedFlow(RepositoryService repository, ProcessEngineConfigurationImpl engine, ApplicationEventPublisher events) {
        this.repository = repository;
        this.engine = engine;
        this.events = events;
    }

    /** Releases it as a modeler would; returns the deployment. */
    public String release() {
        RequestContextHolder.resetRequestAttributes();
        return engine.getCommandExecutorTxRequired()
                .execute(c -> c.runWithoutAuthorization(() -> {
                    var deployment = repository.createDeployment().name("site-visit");
                    for (Path file : files()) {
                        deployment.addString(ROOT.relativize(file).toString().replace('\\', '/'), read(file));
                    }
                    return deployment.deploy().getId();
                }));
    }

    /** Takes it away with all its cases' processes. */
    public void remove(String deployment) {
        RequestContextHolder.resetRequestAttributes();
        engine.getCommandExecutorTxRequired()
                .execute(c -> c.runWithoutAuthorization(() -> {
                    repository.deleteDeployment(deployment, true);
                    return true;
                }));
        // What is kept in memory of released versions must not show it any longer.
        events.publishEvent(new ModelReleaser.VersionReleased(KEY, 0));
    }

    /** Takes away every deployment of this name, as {@link #remove}. */
    public void removeAll(String name) {
        RequestContextHolder.resetRequestAttributes();
        var deployments = engine.getCommandExecutorTxRequired()
                .execute(c -> c.runWithoutAuthorization(() ->
                        repository.createDeploymentQuery().deploymentName(name).list()));
        deployments.forEach(d -> remove(d.getId()));
    }

    private static List<Path> files() {
        try (var files = Files.walk(ROOT)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
