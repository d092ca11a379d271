package vn.angiang.plan72.web.modelling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import vn.angiang.plan72.process.KnownSteps;
import vn.angiang.plan72.support.Clockwork;
import vn.angiang.plan72.support.IntegrationTest;

/** Camunda Modeler on somebody's desk: it finds us, sends a diagram, and is told that it waits for review. */
@IntegrationTest
class CamundaModelerTests {

    private static final String PASSWORD = "thu-nghiem-2017";
    private static final Path FILE = Path.of("bpmn/commune-list/commune-list.bpmn");

    @Autowired
    MockMvc mvc;

    @Autowired
    KnownSteps steps;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clockwork clock;

    @BeforeEach
    void february2017() {
        clock.set(LocalDate.of(2017, 2, 20));
    }

    @AfterEach
    void givenUp() {
        jdbc.sql("update model_draft set state = 'WITHDRAWN' where state = 'EDITING'")
                .update();
        jdbc.sql("delete from deploy_key").update();
    }

    /** As {@code CamundaAPI.deployDiagram} of Camunda Modeler makes it: the part is called like the file. */
    private static MockMultipartHttpServletRequestBuilder deployment(String change) throws Exception {
        String text = Files.readString(FILE).replace("dueIn(caseNumber,5)", change);
        var request = multipart("/engine-rest/deployment/create");
        request.file(new MockMultipartFile(
                "commune-list.bpmn",
                "commune-list.bpmn",
                "text/xml",
                text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        request.param("deployment-name", "Danh sách xã")
                .param("deployment-source", "Camunda Modeler")
                .param("enable-duplicate-filtering", "true");
        return request;
    }

    private long versions() {
        return jdbc.sql("select count(*) from act_re_procdef where key_ = 'communeList'")
                .query(Long.class)
                .single();
    }

    @Test
    void theConnectionIsCheckedAndTheVersionTold() throws Exception {
        mvc.perform(get("/engine-rest/deployment").param("maxResults", "0").with(httpBasic("modeler", PASSWORD)))
                .andExpect(status().isOk())
                .andExpect(content().json("[]"));
        mvc.perform(get("/engine-rest/version").with(httpBasic("modeler", PASSWORD)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.version").value(startsWith("7.24")));
    }

    @Test
    void aDeploymentArrivesAsADraftAndSaysSo() throws Exception {
        long before = versions();
        String answer = mvc.perform(deployment("dueIn(caseNumber,4)").with(httpBasic("modeler", PASSWORD)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.id").value(startsWith("ban-nhap-")))
                .andExpect(jsonPath("$.name").value(containsString("chưa có hiệu lực")))
                .andExpect(jsonPath("$.deployedProcessDefinitions").doesNotExist())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(versions()).isEqualTo(before);
        String id = answer.replaceAll(".*\"ban-nhap-(\\d+)\".*", "$1");
        mvc.perform(get("/mo-hinh/ban-nhap/" + id).with(user("modeler")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Gửi từ Camunda Modeler")))
                .andExpect(content().string(containsString("approve-list.form")));
        mvc.perform(deployment("dueIn(caseNumber,3)").with(httpBasic("modeler", PASSWORD)))
                .andExpect(jsonPath("$.id").value("ban-nhap-" + id));
        mvc.perform(get("/mo-hinh/ban-nhap/" + id + "/noi-dung")
                        .param("tep", "bpmn/commune-list/commune-list.bpmn")
                        .with(user("modeler")))
                .andExpect(content().string(containsString("dueIn(caseNumber,3)")));
    }

    @Test
    void nothingIsStartedAndNothingElseIsServed() throws Exception {
        mvc.perform(post("/engine-rest/process-definition/communeList:1:1/start")
                        .contentType("application/json")
                        .content("{}")
                        .with(httpBasic("modeler", PASSWORD)))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.message").value(containsString("bản nháp")));
        for (String address : new String[] {
            "/engine-rest/task",
            "/engine-rest/engine",
            "/engine-rest/process-instance",
            "/engine-rest/deployment/1",
            "/engine-rest"
        }) {
            mvc.perform(get(address).with(httpBasic("modeler", PASSWORD))).andExpect(status().isNotFound());
        }
        mvc.perform(post("/engine-rest/task")
                        .contentType("application/json")
                        .content("{\"orQueries\":[{\"assigneeExpression\":\"${1}\"}]}")
                        .with(httpBasic("modeler", PASSWORD)))
                .andExpect(status().isNotFound());
    }

    @Test
    void onlyModelersAreAdmittedAndNoCookieCounts() throws Exception {
        mvc.perform(get("/engine-rest/version"))
                .andExpect(status().isUnauthorized())
                .andExpect(header().string("WWW-Authenticate", startsWith("Basic")));
        mvc.perform(get("/engine-rest/version").with(httpBasic("modeler", "wrong")))
                .andExpect(status().isUnauthorized());
        mvc.perform(get("/engine-rest/version").with(httpBasic("officer.sldtbxh", PASSWORD)))
                .andExpect(status().isForbidden());
        var form = mvc.perform(get("/dang-nhap")).andReturn().getResponse();
        var signedIn = mvc.perform(post("/dang-nhap")
                        .cookie(form.getCookies())
                        .param("username", "modeler")
                        .param("password", PASSWORD)
                        .with(csrf()))
                .andReturn()
                .getResponse();
        assertThat(signedIn.getCookies()).isNotEmpty();
        mvc.perform(get("/mo-hinh").cookie(signedIn.getCookies())).andExpect(status().isOk());
        mvc.perform(get("/engine-rest/version").cookie(signedIn.getCookies())).andExpect(status().isUnauthorized());
    }

    @Test
    void aKeyOfOnesOwnDoesInsteadOfThePassword() throws Exception {
        String key = (String)
                mvc.perform(post("/mo-hinh/camunda-modeler").with(csrf()).with(user("modeler2")))
                        .andExpect(status().is3xxRedirection())
                        .andReturn()
                        .getFlashMap()
                        .get("newKey");
        assertThat(key).startsWith("p72-");
        mvc.perform(get("/engine-rest/version").with(httpBasic("modeler2", key)))
                .andExpect(status().isOk());
        mvc.perform(get("/engine-rest/version").with(httpBasic("modeler", key))).andExpect(status().isUnauthorized());
        mvc.perform(get("/api/v1/me").with(httpBasic("modeler2", key))).andExpect(status().isUnauthorized());
        mvc.perform(get("/mo-hinh/camunda-modeler").with(user("modeler2")))
                .andExpect(content().string(containsString("Thu hồi khóa")));
        mvc.perform(post("/mo-hinh/camunda-modeler/thu-hoi").with(csrf()).with(user("modeler2")));
        mvc.perform(get("/engine-rest/version").with(httpBasic("modeler2", key)))
                .andExpect(status().isUnauthorized());
        mvc.perform(post("/mo-hinh/camunda-modeler").with(csrf()).with(user("admin")))
                .andExpect(status().isForbidden());
    }

    @Test
    void theDesktopChoosesStepsGroupsAndTermsFromOurLists() throws Exception {
        String json = mvc.perform(get("/mo-hinh/camunda-modeler/mau.json").with(user("modeler")))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", containsString("plan72-element-templates.json")))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        var templates = new ObjectMapper().readTree(json);
        var ids = new HashSet<String>();
        for (var template : templates) {
            assertThat(ids.add(template.path("id").asText()))
                    .as("%s once", template)
                    .isTrue();
            assertThat(template.path("name").asText()).isNotBlank();
            if (template.path("appliesTo").path(0).asText().equals("bpmn:ServiceTask")) {
                assertThat(template.path("properties").path(0).path("value").asText())
                        .matches("\\$\\{\\w+Steps\\.\\w+\\(caseNumber(,\\w+)*\\)}");
            }
        }
        assertThat(steps.all()).allMatch(step -> json.contains("${" + step.bean() + "." + step.step() + "(caseNumber"));
        assertThat(json).contains("officer.${leadUnit}", "5 ngày làm việc", "camunda:formRefBinding");
        mvc.perform(get("/mo-hinh/camunda-modeler/mau.json").with(user("officer.syt")))
                .andExpect(status().isForbidden());
    }
}
