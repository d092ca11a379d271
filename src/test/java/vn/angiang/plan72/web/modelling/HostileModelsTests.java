package vn.angiang.plan72.web.modelling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.context.request.RequestContextHolder;
import vn.angiang.plan72.process.HostileCorpus;
import vn.angiang.plan72.support.Clockwork;
import vn.angiang.plan72.support.IntegrationTest;

/** No way leads a hostile model past the gate: not the engine's own door, not files, not the browser, not Camunda Modeler. */
@IntegrationTest
class HostileModelsTests {

    private static final List<HostileCorpus.Model> CORPUS = HostileCorpus.all();

    /** Where the folder is told by the process itself, any key of a process is a key of its own. */
    private static final List<HostileCorpus.Model> FROM_OUTSIDE =
            CORPUS.stream().filter(m -> !m.what().startsWith("PROCESS_KEY")).toList();

    @Autowired
    MockMvc mvc;

    @Autowired
    RepositoryService repository;

    @Autowired
    ProcessEngineConfigurationImpl engine;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clockwork clock;

    private long deployments;

    @BeforeEach
    void february2017() {
        clock.set(LocalDate.of(2017, 2, 20));
        deployments = deployments();
    }

    @AfterEach
    void nothingWasDeployed() {
        assertThat(deployments()).isEqualTo(deployments);
        jdbc.sql("update model_draft set state = 'WITHDRAWN' where state = 'EDITING'")
                .update();
    }

    private long deployments() {
        return jdbc.sql("select count(*) from act_re_deployment")
                .query(Long.class)
                .single();
    }

    private long openDrafts() {
        return jdbc.sql("select count(*) from model_draft where state in ('EDITING', 'IN_REVIEW')")
                .query(Long.class)
                .single();
    }

    @Test
    void thereAreMoreThanSixtyOfThem() {
        assertThat(CORPUS).hasSizeGreaterThan(60);
    }

    @Test
    void theEnginesOwnDoorRefusesThem() {
        RequestContextHolder.resetRequestAttributes();
        for (var model : CORPUS) {
            assertThatThrownBy(() -> engine.getCommandExecutorTxRequired()
                            .execute(c -> c.runWithoutAuthorization(() -> {
                                var deployment = repository.createDeployment().name("assignment");
                                model.files().forEach(deployment::addString);
                                return deployment.deploy();
                            })))
                    .as(model.what())
                    .hasStackTraceContaining("Deployment refused");
        }
    }

    @Test
    void filesOfThemArriveAsDraftsAtMostAndNeverGoFurther() throws Exception {
        int arrived = 0;
        for (var model : FROM_OUTSIDE) {
            var request = multipart("/mo-hinh/nhap");
            files(model.files()).forEach(request::file);
            var answer = mvc.perform(request.param("title", "Thử").with(csrf()).with(user("modeler")))
                    .andReturn()
                    .getResponse();
            if (answer.getStatus() < 400) {
                arrived++;
                var sent = mvc.perform(post(answer.getHeader("Location") + "/trinh")
                                .param("reason", "Thử")
                                .with(csrf())
                                .with(user("modeler")))
                        .andReturn()
                        .getResponse();
                assertThat(sent.getStatus()).as(model.what()).isEqualTo(409);
                assertThat(sent.getContentAsString()).as(model.what()).contains("cổng kiểm tra còn");
            } else {
                assertThat(answer.getStatus()).as(model.what()).isBetween(400, 413);
            }
        }
        assertThat(arrived).isGreaterThan(60);
    }

    @Test
    void theEditorsCheckNamesWhatIsWrongWithEachOfThem() throws Exception {
        String draft = mvc.perform(post("/mo-hinh/assignment/ban-nhap")
                        .param("title", "Thử")
                        .with(csrf())
                        .with(user("modeler")))
                .andReturn()
                .getResponse()
                .getHeader("Location");
        var json = new ObjectMapper();
        for (var model : CORPUS) {
            var answer = mvc.perform(post(draft + "/kiem-tra")
                            .contentType("application/json")
                            .content(json.writeValueAsString(Map.of(
                                    "name",
                                    model.file(),
                                    "content",
                                    model.files().get(model.file()))))
                            .with(csrf())
                            .with(user("modeler")))
                    .andReturn()
                    .getResponse();
            if (answer.getStatus() != 413) {
                assertThat(answer.getStatus()).as(model.what()).isEqualTo(200);
                assertThat(json.readTree(answer.getContentAsString(StandardCharsets.UTF_8)))
                        .as(model.what())
                        .isNotEmpty();
            }
        }
    }

    @Test
    void camundaModelerIsToldWhyAndNothingArrives() throws Exception {
        long before = openDrafts();
        for (var model : FROM_OUTSIDE) {
            var request = multipart("/engine-rest/deployment/create");
            files(model.files())
                    .forEach(f -> request.file(new MockMultipartFile(
                            f.getOriginalFilename(), f.getOriginalFilename(), "text/xml", bytes(f))));
            var answer = mvc.perform(
                            request.param("deployment-name", "Thử").with(httpBasic("modeler", "thu-nghiem-2017")))
                    .andReturn()
                    .getResponse();
            assertThat(answer.getStatus()).as(model.what()).isIn(400, 413);
            assertThat(answer.getContentAsString(StandardCharsets.UTF_8))
                    .as(model.what())
                    .contains("message");
        }
        assertThat(openDrafts()).isEqualTo(before);
    }

    private static byte[] bytes(MockMultipartFile file) {
        try {
            return file.getBytes();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<MockMultipartFile> files(Map<String, String> files) {
        return files.entrySet().stream()
                .map(f -> new MockMultipartFile(
                        "files", f.getKey(), "text/plain", f.getValue().getBytes(StandardCharsets.UTF_8)))
                .toList();
    }
}
