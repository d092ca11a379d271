package vn.angiang.plan72.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.request.RequestContextHolder;
import vn.angiang.plan72.support.IntegrationTest;

/** What only the whole application can tell of a model: the engine's own parsers and the forms' own reader. */
@IntegrationTest
class ModelChecksTests {

    @Autowired
    ModelChecks checks;

    @Autowired
    RepositoryService repository;

    @Autowired
    ProcessEngineConfigurationImpl engine;

    @BeforeEach
    void asAJobThread() {
        RequestContextHolder.resetRequestAttributes();
    }

    private static List<ModelGate.Resource> files(String folder, String file, String from, String to) {
        return PathEngine.files(folder).stream()
                .map(f -> {
                    String text = PathEngine.read(f);
                    if (PathEngine.name(f).equals(file)) {
                        assertThat(text).contains(from);
                        text = text.replace(from, to);
                    }
                    return new ModelGate.Resource(PathEngine.name(f), text.getBytes(StandardCharsets.UTF_8));
                })
                .toList();
    }

    private long deployments() {
        return engine.getCommandExecutorTxRequired()
                .execute(c -> c.runWithoutAuthorization(
                        () -> repository.createDeploymentQuery().count()));
    }

    @ParameterizedTest
    @MethodSource("vn.angiang.plan72.process.ModelFiles#all")
    void everyShippedModelPassesEvenTheDryRunAndNothingIsStored(ModelFiles model) {
        long before = deployments();
        assertThat(checks.check(files(model.folder(), "", "", ""))).isEmpty();
        assertThat(deployments()).isEqualTo(before);
    }

    @Test
    void whatTheEnginesParserRefusesIsToldOnTheElement() {
        assertThat(checks.check(files(
                        "model-release",
                        "bpmn/model-release/model-release.bpmn",
                        "attachedToRef=\"UserTask_reviewModel\"",
                        "attachedToRef=\"UserTask_nowhere\"")))
                .isNotEmpty()
                .allSatisfy(p -> {
                    assertThat(p.code()).isEqualTo("ENGINE_REFUSES");
                    assertThat(p.messageVi()).startsWith("Bộ máy quy trình không chạy được");
                });
    }

    @Test
    void aFormTheServerCannotDrawIsRefused() {
        assertThat(checks.check(files(
                        "model-release",
                        "forms/model-release/place-running-cases.form",
                        "\"key\": \"placementNote\"",
                        "\"key\": \"dataset\"")))
                .extracting(ModelGate.Problem::code)
                .contains("FORM_REFUSED");
    }
}
