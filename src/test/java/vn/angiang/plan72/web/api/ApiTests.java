package vn.angiang.plan72.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.angiang.plan72.assignment.Assignments;
import vn.angiang.plan72.organization.Substitutions;
import vn.angiang.plan72.plan.Obligations;
import vn.angiang.plan72.support.As;
import vn.angiang.plan72.support.Clockwork;
import vn.angiang.plan72.support.Desk;
import vn.angiang.plan72.support.IntegrationTest;

/** The interface for programs, asked as a program asks: over HTTP with Basic. */
@IntegrationTest
class ApiTests {

    private static final String OFFICER = "officer.snnptnt";
    private static final String PASSWORD = "thu-nghiem-2017";

    @Autowired
    MockMvc mvc;

    @Autowired
    ObjectMapper json;

    @Autowired
    Assignments assignments;

    @Autowired
    Obligations obligations;

    @Autowired
    As as;

    @Autowired
    Desk desk;

    @Autowired
    Substitutions substitutions;

    @Autowired
    Clockwork clock;

    @BeforeEach
    void february2017() {
        clock.set(LocalDate.of(2017, 2, 20));
    }

    private String given() {
        return as.call(
                "officer.sldtbxh",
                () -> assignments.give(
                        new Assignments.Order(
                                obligations.byId("IV.3.a"),
                                "SNNPTNT",
                                "Văn bản hướng dẫn",
                                LocalDate.of(2017, 6, 30),
                                2017),
                        as.actor("officer.sldtbxh")));
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request, String username) throws Exception {
        return mvc.perform(request.with(httpBasic(username, PASSWORD)))
                .andReturn()
                .getResponse();
    }

    private JsonNode body(MockHttpServletResponse response) throws Exception {
        return json.readTree(response.getContentAsByteArray());
    }

    private JsonNode read(String url, String username) throws Exception {
        var response = send(get(url), username);
        assertThat(response.getStatus()).as(response.getContentAsString()).isEqualTo(200);
        return body(response);
    }

    private MockHttpServletResponse complete(String task, String content, String username) throws Exception {
        return send(
                post("/api/v1/tasks/" + task + "/complete")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(content),
                username);
    }

    private void problem(MockHttpServletResponse response, int status, String type) throws Exception {
        assertThat(response.getStatus()).as(response.getContentAsString()).isEqualTo(status);
        assertThat(response.getContentType()).startsWith("application/problem+json");
        var problem = body(response);
        assertThat(problem.get("type").asText()).isEqualTo("urn:plan72:problem:" + type);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("title").asText()).isNotBlank();
        assertThat(problem.get("detail").asText()).isNotBlank();
    }

    private List<String> wrongFields(MockHttpServletResponse response) throws Exception {
        return body(response).get("errors").findValuesAsText("field");
    }

    @Test
    void aProgramFindsTakesAndCompletesATask() throws Exception {
        String number = given();
        String id = desk.task(number, "acceptAssignment").taskId();

        var page = read("/api/v1/tasks?view=unit&q=" + number, OFFICER);
        assertThat(page.get("items").findValuesAsText("id")).contains(id);
        assertThat(page.at("/items/0/dueOn").asText()).matches("2017-\\d\\d-\\d\\d");

        assertThat(send(post("/api/v1/tasks/" + id + "/claim"), OFFICER).getStatus())
                .isEqualTo(204);
        assertThat(send(post("/api/v1/tasks/" + id + "/claim"), OFFICER).getStatus())
                .as("again by the same person")
                .isEqualTo(204);
        heldByOther(id);
        assertThat(read("/api/v1/tasks?q=" + number, OFFICER).get("items")).hasSize(1);

        var detail = read("/api/v1/tasks/" + id, OFFICER);
        assertThat(detail.at("/form/fields").findValuesAsText("key")).contains("acceptance");
        assertThat(detail.at("/task/assignee").asText()).isEqualTo(OFFICER);
        long revision = detail.get("caseRevision").asLong();

        problem(
                complete(id, "{\"answers\":{\"acceptance\":\"ACCEPT\"},\"revision\":" + (revision - 1) + "}", OFFICER),
                409,
                "worklist-case-changed");
        var done = complete(id, "{\"answers\":{\"acceptance\":\"ACCEPT\"},\"revision\":" + revision + "}", OFFICER);
        assertThat(done.getStatus()).as(done.getContentAsString()).isEqualTo(200);
        assertThat(body(done).get("sha256").asText()).hasSize(64);
        assertThat(body(done).at("/waiting/0/step").asText()).isEqualTo("UserTask_planExecution");

        problem(complete(id, "{\"answers\":{\"acceptance\":\"ACCEPT\"}}", OFFICER), 409, "process-task-gone");
        problem(send(get("/api/v1/tasks/" + id), OFFICER), 409, "process-task-gone");
    }

    /** A deputy of the holder may do the task, but not take it out of the holder's hands. */
    private void heldByOther(String id) throws Exception {
        var admin = as.actor("admin");
        var today = clock.today();
        var absence = substitutions.create(OFFICER, "officer.syt", today, today, List.of(), "Nghỉ phép", admin);
        try {
            problem(send(post("/api/v1/tasks/" + id + "/claim"), "officer.syt"), 409, "worklist-task-held-by-other");
            assertThat(read("/api/v1/tasks/" + id, "officer.syt")
                            .get("onBehalfOf")
                            .asText())
                    .isEqualTo(OFFICER);
            assertThat(read("/api/v1/me", "officer.syt")
                            .at("/standsInFor/0/username")
                            .asText())
                    .isEqualTo(OFFICER);
        } finally {
            substitutions.end(absence.id(), admin);
        }
    }

    @Test
    void aTaskIsPutBackToItsUnit() throws Exception {
        String id = desk.task(given(), "acceptAssignment").taskId();
        send(post("/api/v1/tasks/" + id + "/claim"), OFFICER);
        assertThat(send(post("/api/v1/tasks/" + id + "/release"), OFFICER).getStatus())
                .isEqualTo(204);
        assertThat(read("/api/v1/tasks/" + id, OFFICER).at("/task/assignee").isMissingNode())
                .isTrue();
    }

    @Test
    void wrongAnswersAreNamedFieldByField() throws Exception {
        String id = desk.task(given(), "acceptAssignment").taskId();
        var missing = complete(id, "{\"answers\":{}}", OFFICER);
        problem(missing, 400, "bad-request");
        assertThat(wrongFields(missing)).contains("acceptance");
        assertThat(wrongFields(complete(id, "{\"answers\":{\"acceptance\":\"KHAC\"}}", OFFICER)))
                .containsExactly("acceptance");
        assertThat(wrongFields(complete(id, "{\"answers\":{\"acceptance\":{\"a\":1},\"la\":2}}", OFFICER)))
                .containsExactlyInAnyOrder("acceptance", "la");
        assertThat(wrongFields(complete(id, "{\"answers\":{\"acceptance\":[\"ACCEPT\"]}}", OFFICER)))
                .containsExactly("acceptance");
        assertThat(wrongFields(complete(id, "{\"answers\":{\"acceptance\":1e400}}", OFFICER)))
                .containsExactly("acceptance");
        assertThat(wrongFields(complete(id, "{}", OFFICER))).containsExactly("answers");
        assertThat(wrongFields(complete(id, "{\"answers\":{},\"revision\":\"x\"}", OFFICER)))
                .containsExactly("revision");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[]",
                "null",
                "\"x\"",
                "{\"answers\":",
                "{\"answers\":[]}",
                "{\"answers\":null}",
                "{\"answers\":\"x\"}",
                "{\"answers\":{\"acceptance\":\"\\ud800\"}}",
                "{\"answers\":{\"\":null}}",
                "\u0000",
                "{'answers':{}}",
                "{\"revision\":99999999999999999999,\"answers\":{}}",
                "<x/>",
                "NaN"
            })
    void nonsenseIsABadRequestNeverAFault(String content) throws Exception {
        String id = desk.task(given(), "acceptAssignment").taskId();
        var response = complete(id, content, OFFICER);
        assertThat(response.getStatus()).as(response.getContentAsString()).isEqualTo(400);
        assertThat(response.getContentType()).startsWith("application/problem+json");
    }

    @Test
    void randomlyBrokenJsonIsNeverAFault() throws Exception {
        String id = desk.task(given(), "acceptAssignment").taskId();
        String good = "{\"answers\":{\"acceptance\":\"RETURN\",\"n\":[1,2.5,true,null]},\"revision\":1}";
        var random = new Random(72);
        for (int i = 0; i < 200; i++) {
            var broken = new StringBuilder(good);
            for (int n = random.nextInt(4) + 1; n > 0; n--) {
                int at = random.nextInt(broken.length());
                switch (random.nextInt(3)) {
                    case 0 -> broken.deleteCharAt(at);
                    case 1 -> broken.insert(at, (char) random.nextInt(0x2100));
                    default -> broken.setCharAt(at, "{}[]\",:0eE-\\".charAt(random.nextInt(12)));
                }
            }
            int status = complete(id, broken.toString(), OFFICER).getStatus();
            assertThat(status).as(broken.toString()).isBetween(400, 409);
        }
        String deep = "{\"answers\":" + "[".repeat(5000) + "]".repeat(5000) + "}";
        assertThat(complete(id, deep, OFFICER).getStatus()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "tasks?view=khac, view",
        "tasks?due=x, due",
        "tasks?size=0, size",
        "tasks?size=101, size",
        "tasks?size=x, size",
        "tasks?free=x, free",
        "tasks?after=x, after",
        "tasks?after=2017-99-99~a, after",
        "cases?year=x, year",
        "cases?state=x, state",
        "cases?open=x, open",
        "cases?page=-1, page",
        "cases?size=999, size"
    })
    void aWrongParameterIsNamed(String url, String field) throws Exception {
        var response = send(get("/api/v1/" + url), OFFICER);
        problem(response, 400, "bad-request");
        assertThat(wrongFields(response)).containsExactly(field);
    }

    @Test
    void refusalsAreProblems() throws Exception {
        String number = given();
        String id = desk.task(number, "acceptAssignment").taskId();
        var nobody = mvc.perform(get("/api/v1/me")).andReturn().getResponse();
        problem(nobody, 401, "unauthorized");
        problem(send(get("/api/v1/tasks/" + id), "officer.syt"), 403, "worklist-task-not-yours");
        problem(send(get("/api/v1/tasks/khong-co"), OFFICER), 404, "worklist-task-not-found");
        problem(send(get("/api/v1/cases/NV-0"), OFFICER), 404, "case-not-found");
        problem(send(get("/api/v1/cases/" + number), "officer.syt"), 403, "case-forbidden");
        problem(send(get("/api/v1/cases/" + number + "/journal"), "officer.syt"), 403, "case-forbidden");
        problem(send(get("/api/v1/obligations/X"), OFFICER), 404, "refusal-obligation-not-found");
        problem(send(get("/api/v1/khong-co"), OFFICER), 404, "not-found");
        var method = send(delete("/api/v1/tasks/" + id), OFFICER);
        problem(method, 405, "method-not-allowed");
        assertThat(method.getHeader("Allow")).contains("GET");
        problem(send(get("/api/v1/me").accept(MediaType.APPLICATION_XML), OFFICER), 406, "not-acceptable");
        problem(
                send(
                        post("/api/v1/tasks/" + id + "/complete")
                                .contentType(MediaType.TEXT_PLAIN)
                                .content("x"),
                        OFFICER),
                415,
                "unsupported-media-type");
        assertThat(body(nobody).get("detail").asText()).contains("đăng nhập");
    }

    @Test
    void aBodyOverTwoMegabytesIsRefused() throws Exception {
        String id = desk.task(given(), "acceptAssignment").taskId();
        var response = complete(id, "{\"answers\":{\"x\":\"" + "a".repeat(2_100_000) + "\"}}", OFFICER);
        assertThat(response.getStatus()).isEqualTo(413);
    }

    @Test
    void pagesOfTasksFollowEachOtherWithoutGapsOrRepetition() throws Exception {
        for (int i = 0; i < 3; i++) {
            given();
        }
        var all = read("/api/v1/tasks?view=unit&size=100", OFFICER).get("items").findValuesAsText("id");
        var paged = new ArrayList<String>();
        String after = "";
        do {
            var page = read("/api/v1/tasks?view=unit&size=2&after=" + after, OFFICER);
            paged.addAll(page.get("items").findValuesAsText("id"));
            after = page.path("next").asText();
        } while (!after.isEmpty() && paged.size() < 200);
        assertThat(paged).startsWith(all.toArray(String[]::new)).doesNotHaveDuplicates();
    }

    @Test
    void aCaseHasItsFactsTasksFlagAndJournal() throws Exception {
        String number = given();
        var detail = read("/api/v1/cases/" + number, OFFICER);
        assertThat(detail.at("/case/deadline").asText()).isEqualTo("TRONG_HAN");
        assertThat(detail.at("/case/dueOn").asText()).isEqualTo("2017-06-30");
        assertThat(detail.at("/case/leadUnit").asText()).isEqualTo("SNNPTNT");
        assertThat(detail.at("/tasks/0/step").asText()).isEqualTo("UserTask_acceptAssignment");
        assertThat(detail.get("reminders").asInt()).isZero();
        assertThat(read("/api/v1/cases/" + number + "/journal", OFFICER).findValuesAsText("action"))
                .contains("case.opened");
        assertThat(read("/api/v1/cases?q=" + number, OFFICER)
                        .at("/items/0/number")
                        .asText())
                .isEqualTo(number);
        assertThat(read("/api/v1/cases?q=" + number, "officer.syt").get("items"))
                .isEmpty();
    }

    @Test
    void obligationsAndThePersonAreTold() throws Exception {
        assertThat(read("/api/v1/obligations", OFFICER)).hasSize(97);
        assertThat(read("/api/v1/obligations?clause=IV.3", OFFICER).findValuesAsText("id"))
                .contains("IV.3.a");
        assertThat(read("/api/v1/obligations/IV.3.a", OFFICER).get("lead").toString())
                .contains("SNNPTNT");
        var me = read("/api/v1/me", OFFICER);
        assertThat(me.get("username").asText()).isEqualTo(OFFICER);
        assertThat(me.get("groups").toString()).contains("officer.SNNPTNT");
        assertThat(me.at("/units/0/code").asText()).isEqualTo("SNNPTNT");
    }
}
