package vn.angiang.plan72.security;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/** Refusals of {@code /api/**} before a controller is reached, as RFC 9457 problems. */
@Component
class ApiAnswers implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final ObjectMapper json;
    private final MessageSource messages;

    ApiAnswers(ObjectMapper json, MessageSource messages) {
        this.json = json;
        this.messages = messages;
    }

    /** 401, or 429 after too many failures. A browser is not asked to open its own password window. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        if (reason instanceof TooManyAttempts wait) {
            response.setHeader("Retry-After", Integer.toString(wait.minutes() * 60));
            write(response, HttpStatus.TOO_MANY_REQUESTS, "security.signIn.wait", wait.minutes());
            return;
        }
        if (request.getHeader("Sec-Fetch-Site") == null) {
            response.setHeader("WWW-Authenticate", "Basic realm=\"plan72\", charset=\"UTF-8\"");
        }
        write(response, HttpStatus.UNAUTHORIZED, "security.api.signIn");
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException {
        write(response, HttpStatus.FORBIDDEN, "security.api.forbidden");
    }

    void write(HttpServletResponse response, HttpStatus status, String messageKey, Object... arguments)
            throws IOException {
        var problem = ProblemDetail.forStatusAndDetail(status, messages.getMessage(messageKey, arguments, VIETNAMESE));
        problem.setType(URI.create(
                "urn:plan72:problem:" + status.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        problem.setTitle(messages.getMessage("web.api.problem." + status.value() + ".title", null, VIETNAMESE));
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        json.writeValue(response.getOutputStream(), problem);
    }
}
