package vn.angiang.plan72.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Controller;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Says refusals and failures: a page in the reader's language, or an RFC 9457 problem under {@code /api}. Also answers
 * what failed before a controller was reached.
 */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
@Controller
class FailureAnswers implements ErrorController {

    private final Failures failures;
    private final MessageSource messages;

    FailureAnswers(Failures failures, MessageSource messages) {
        this.failures = failures;
        this.messages = messages;
    }

    @ExceptionHandler(Exception.class)
    @Nullable
    Object handle(Exception problem, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (problem instanceof AuthenticationException && request.getUserPrincipal() == null) {
            throw problem; // the security filters send the stranger to the sign-in page
        }
        if (response.isCommitted()) {
            failures.broken(HttpStatus.INTERNAL_SERVER_ERROR, problem, where(request));
            return null;
        }
        if (problem instanceof HttpRequestMethodNotSupportedException method && method.getSupportedMethods() != null) {
            response.setHeader("Allow", String.join(", ", method.getSupportedMethods()));
        }
        return answer(failures.of(problem, where(request)), request, request.getRequestURI());
    }

    /** Where the container sends what filters refused ({@code sendError}) and what nobody caught. */
    @RequestMapping("${server.error.path:/error}")
    Object error(HttpServletRequest request) {
        String uri = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String s ? s : "";
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable problem) {
            return answer(failures.of(problem, request.getMethod() + " " + uri), request, uri);
        }
        HttpStatus status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? HttpStatus.resolve(code)
                : HttpStatus.NOT_FOUND;
        if (status == null || status.is5xxServerError()) {
            var broken = failures.broken(
                    status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status, null, request.getMethod() + " " + uri);
            return answer(broken, request, uri);
        }
        return answer(Failure.of(status), request, uri);
    }

    private Object answer(Failure failure, HttpServletRequest request, String uri) {
        return uri.startsWith(request.getContextPath() + "/api/") ? problem(failure, uri) : page(failure);
    }

    private static ModelAndView page(Failure failure) {
        var page = new ModelAndView("error/page", Map.of("failure", failure));
        page.setStatus(failure.status());
        return page;
    }

    private ResponseEntity<ProblemDetail> problem(Failure failure, String uri) {
        var problem = ProblemDetail.forStatusAndDetail(
                failure.status(), failure.reason() != null ? failure.reason() : say(failure.apiWords() + ".detail"));
        problem.setType(failure.type());
        problem.setTitle(say(failure.apiWords() + ".title"));
        problem.setInstance(UriComponentsBuilder.fromPath(uri).build().toUri());
        if (!failure.errors().isEmpty()) {
            problem.setProperty(
                    "errors",
                    failure.errors().stream()
                            .map(e -> Map.of("field", e.field(), "message", e.message()))
                            .toList());
        }
        if (failure.reference() != null) {
            problem.setProperty("reference", failure.reference());
        }
        return ResponseEntity.status(failure.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private String say(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }

    private static String where(HttpServletRequest request) {
        return String.join(" ", List.of(request.getMethod(), request.getRequestURI()));
    }
}
