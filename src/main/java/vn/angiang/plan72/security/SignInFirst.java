package vn.angiang.plan72.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/**
 * Sends a stranger to the sign-in page; says so when a session has ended. A part of a page (htmx) is not painted over
 * with the sign-in form: the browser is told to go there.
 */
final class SignInFirst implements AuthenticationEntryPoint {

    static final String PAGE = "/dang-nhap";
    static final String ENDED = "/dang-nhap?het-phien";

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        boolean ended = request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
        go(request, response, ended ? ENDED : PAGE);
    }

    static void go(HttpServletRequest request, HttpServletResponse response, String page) throws IOException {
        String target = request.getContextPath() + page;
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", target);
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            response.sendRedirect(target);
        }
    }
}
