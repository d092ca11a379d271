package vn.angiang.plan72.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.angiang.plan72.shared.FieldError;
import vn.angiang.plan72.shared.Refusal;

class FailureAnswersTests {

    @RestController
    @RequestMapping({"/trang", "/api/thu"})
    static class Failing {

        @GetMapping("/sai")
        String wrong() {
            throw new Refusal.BadInput(List.of(new FieldError("amount", "Nhập số tiền")));
        }

        @GetMapping("/cam")
        String forbidden() {
            throw new Refusal.Forbidden("refusal.adminOnly");
        }

        @GetMapping("/khong")
        String missing() {
            throw new Refusal.NotFound("no.such.words");
        }

        @GetMapping("/tranh")
        String raced() {
            throw new CannotAcquireLockException("row");
        }

        @GetMapping("/hong")
        String broken() {
            throw new IllegalStateException("secret detail");
        }

        @GetMapping("/so/{number}")
        String number(@PathVariable int number) {
            return "" + number;
        }
    }

    private final MockMvc mvc = MockMvcBuilders.standaloneSetup(new Failing())
            .setControllerAdvice(new FailureAnswers(new Failures(WebTexts.messageSource()), WebTexts.messageSource()))
            .setLocaleResolver(new LanguageCookie(false))
            .build();

    private ResultActions open(String path) throws Exception {
        return mvc.perform(get(path));
    }

    private JsonNode problem(String path, int status) throws Exception {
        var response = open(path).andReturn().getResponse();
        assertThat(response.getStatus()).isEqualTo(status);
        assertThat(response.getContentType()).startsWith("application/problem+json");
        return new ObjectMapper().readTree(response.getContentAsString(StandardCharsets.UTF_8));
    }

    private Failure page(String path, int status) throws Exception {
        var result = open(path).andReturn();
        assertThat(result.getResponse().getStatus()).isEqualTo(status);
        var page = result.getModelAndView();
        assertThat(page).isNotNull();
        assertThat(page.getViewName()).isEqualTo("error/page");
        return (Failure) page.getModel().get("failure");
    }

    @Test
    void mistakesAreNamedFieldByField() throws Exception {
        var problem = problem("/api/thu/sai", 400);
        assertThat(problem.path("errors").path(0).path("field").asText()).isEqualTo("amount");
        assertThat(problem.path("errors").path(0).path("message").asText()).isEqualTo("Nhập số tiền");
        assertThat(page("/trang/sai", 400).errors()).hasSize(1);
    }

    @Test
    void aRefusalSaysWhyInVietnamese() throws Exception {
        assertThat(page("/trang/cam", 403).reason()).isEqualTo("Chỉ quản trị hệ thống được làm việc này.");
        assertThat(problem("/api/thu/cam", 403).path("detail").asText()).startsWith("Chỉ quản trị hệ thống");
    }

    @Test
    void aRefusalWithoutWordsFallsBackToThoseOfItsStatus() throws Exception {
        var failure = page("/trang/khong", 404);
        assertThat(failure.reason()).isNull();
        assertThat(failure.words()).isEqualTo("error.404");
    }

    @Test
    void aLostRaceIsAConflict() throws Exception {
        assertThat(page("/trang/tranh", 409).words()).isEqualTo("error.409");
    }

    @Test
    void aNonsenseNumberInTheAddressIsABadRequestNotAFault() throws Exception {
        assertThat(page("/trang/so/abc", 400).reference()).isNull();
    }

    @Test
    void theWrongMethodSaysWhichOnesAreRight() throws Exception {
        var response = mvc.perform(post("/trang/sai")).andReturn().getResponse();
        assertThat(response.getStatus()).isEqualTo(405);
        assertThat(response.getHeader("Allow")).isEqualTo("GET");
    }

    @Test
    void aFaultShowsANumberAndNothingOfItsInside() throws Exception {
        assertThat(page("/trang/hong", 500).reference()).matches("[2-9A-Z]{4}-[2-9A-Z]{4}");
        var problem = problem("/api/thu/hong", 500);
        assertThat(problem.path("reference").asText()).hasSize(9);
        assertThat(problem.toString()).doesNotContain("secret").doesNotContain("IllegalState");
    }

    @Test
    void aStatusWithoutWordsBorrowsThoseOfItsKind() {
        assertThat(Failure.of(HttpStatus.I_AM_A_TEAPOT).words()).isEqualTo("error.400");
        assertThat(Failure.of(HttpStatus.BAD_GATEWAY).words()).isEqualTo("error.500");
    }
}
