package vn.angiang.plan72.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Asked with every request of a signed-in person: is the account still good, is the session young enough, must the
 * password be changed first?
 */
final class SessionGate extends OncePerRequestFilter {

    static final String CHANGE_PASSWORD = "/mat-khau";
    static final String SECOND_FACTOR = "/xac-thuc-hai-lop";

    private final Standing standing;
    private final AccessSettings settings;
    private final InstantSource clock;
    private final ApiAnswers api;

    SessionGate(Standing standing, AccessSettings settings, InstantSource securityClock, ApiAnswers api) {
        this.standing = standing;
        this.settings = settings;
        this.clock = securityClock;
        this.api = api;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || authentication instanceof AnonymousAuthenticationToken) {
            chain.doFilter(request, response);
            return;
        }
        String path = request.getRequestURI().substring(request.getContextPath().length());
        var state = standing.of(authentication.getName());
        boolean forApi = path.startsWith("/api/") || path.startsWith("/engine-rest");
        // A password nobody signs in with need not be changed
        boolean here = !(authentication.getPrincipal() instanceof IssuerUser);
        boolean mustChange = here && state.mustChange();
        boolean needsFactor = here && state.needsFactor();
        if (!state.admitted() || isTooOld(request)) {
            end(request);
            if (forApi) {
                api.write(response, HttpStatus.UNAUTHORIZED, "security.api.signIn");
            } else {
                SignInFirst.go(request, response, SignInFirst.ENDED);
            }
        } else if ((mustChange || needsFactor) && forApi) {
            api.write(
                    response,
                    HttpStatus.FORBIDDEN,
                    mustChange ? "security.api.mustChange" : "security.api.needsFactor");
        } else if (mustChange && !path.equals(CHANGE_PASSWORD) && !path.equals("/dang-xuat")) {
            SignInFirst.go(request, response, CHANGE_PASSWORD);
        } else if (needsFactor
                && !Set.of(SECOND_FACTOR, CHANGE_PASSWORD, "/dang-xuat").contains(path)) {
            SignInFirst.go(request, response, SECOND_FACTOR);
        } else {
            chain.doFilter(request, response);
        }
    }

    private boolean isTooOld(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null
                && session.getAttribute(SignInResults.SIGNED_IN_AT) instanceof Long since
                && Duration.ofMillis(clock.millis() - since).compareTo(settings.sessionLifetime()) > 0;
    }

    private static void end(HttpServletRequest request) {
        SecurityContextHolder.clearContext();
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}
