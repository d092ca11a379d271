package vn.angiang.plan72.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessCoverageConfigurator;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/**
 * A plain engine in memory for path tests: our expression manager, our gate and no scripts, as in the application; hand
 * written steps instead of the real ones; no job executor, jobs are fired by the test.
 */
final class PathEngine {

    private PathEngine() {}

    /** @param steps bean name to an object marked {@link ProcessSteps} */
    static ProcessEngineConfigurationImpl configuration(String name, Map<String, Object> steps) {
        var beans = new StaticListableBeanFactory(steps);
        var catalogue = new StepCatalogue(beans);
        var configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setProcessEngineName(name);
        configuration.setJdbcUrl("jdbc:h2:mem:" + name);
        configuration.setJobExecutorActivate(false);
        configuration.setDbMetricsReporterActivate(false);
        configuration.setHistory("full");
        configuration.setExpressionManager(new SafeExpressionManager(catalogue));
        configuration.setScriptEngineResolver(new NoScripts());
        configuration.setCustomPreDeployers(new ArrayList<>(List.of(new GateDeployer(rules(beans)))));
        ProcessCoverageConfigurator.initializeProcessCoverageExtensions(configuration);
        return configuration;
    }

    /** The rules of the application for hand-written steps. */
    static ModelRules rules(ListableBeanFactory steps) {
        return new ModelRules(
                new StepCatalogue(steps),
                new KnownNames(
                        steps.getBeanProvider(EngineAccess.class), steps.getBeanProvider(RepositoryService.class)),
                steps.getBeanProvider(FormInspection.class));
    }

    /** Demands that the tests of the class walk every node and every flow; the report goes to {@code target/}. */
    static ProcessEngineCoverageExtension coverage(
            ProcessEngineConfigurationImpl configuration, String... keysOfTestProcesses) {
        return (ProcessEngineCoverageExtension) ProcessEngineCoverageExtension.builder(configuration)
                .excludeProcessDefinitionKeys(keysOfTestProcesses)
                .reportDirectory("target/process-coverage/")
                .assertClassCoverageAtLeast(1.0)
                .build();
    }

    /** Deploys exactly the files of one folder below {@code bpmn/} and {@code forms/}. */
    static String deploy(ProcessEngine engine, String folder) {
        var deployment = engine.getRepositoryService().createDeployment().name(folder);
        files(folder).forEach(file -> deployment.addString(name(file), read(file)));
        return deployment.deploy().getId();
    }

    static List<Path> files(String folder) {
        return Stream.of("bpmn", "forms")
                .map(root -> Path.of(root, folder))
                .filter(Files::isDirectory)
                .flatMap(PathEngine::list)
                .sorted()
                .toList();
    }

    static String name(Path file) {
        return file.toString().replace('\\', '/');
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> list(Path folder) {
        try (var entries = Files.list(folder)) {
            return entries.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
