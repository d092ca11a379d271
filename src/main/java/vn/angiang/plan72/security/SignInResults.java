package vn.angiang.plan72.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.savedrequest.DefaultSavedRequest;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.stereotype.Component;

/** What happens after a sign-in page was sent, and when somebody leaves. */
@Component
class SignInResults implements AuthenticationSuccessHandler, AuthenticationFailureHandler, LogoutHandler {

    /** Session attribute: the moment of sign-in, milliseconds of real time. */
    static final String SIGNED_IN_AT = "plan72.signedInAt";

    private static final Logger LOG = LoggerFactory.getLogger(SignInResults.class);

    private final RequestCache requestCache;
    private final SignedInActor actors;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    SignInResults(
            RequestCache requestCache,
            SignedInActor actors,
            ApplicationEventPublisher events,
            InstantSource securityClock) {
        this.requestCache = requestCache;
        this.actors = actors;
        this.events = events;
        this.clock = securityClock;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        request.getSession(true).setAttribute(SIGNED_IN_AT, clock.millis());
        events.publishEvent(new SignedIn(actors.actor(authentication.getName(), request.getRemoteAddr())));
        response.sendRedirect(wanted(request, response));
    }

    /** The page asked for before; its path only, never the host or scheme the request claimed. */
    private String wanted(HttpServletRequest request, HttpServletResponse response) {
        if (requestCache.getRequest(request, response) instanceof DefaultSavedRequest saved) {
            requestCache.removeRequest(request, response);
            return saved.getRequestURI() + (saved.getQueryString() == null ? "" : "?" + saved.getQueryString());
        }
        return request.getContextPath() + "/viec";
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        notice(failure, Usernames.normal(request.getParameter("username"))).leave(request);
        response.sendRedirect(request.getContextPath() + "/dang-nhap");
    }

    private static SignInNotice notice(AuthenticationException failure, String username) {
        if (failure instanceof TooManyAttempts wait) {
            return new SignInNotice("security.signIn.wait", wait.minutes(), username);
        }
        if (failure instanceof LockedException) {
            return new SignInNotice("security.signIn.locked", 0, username);
        }
        if (failure instanceof OAuth2AuthenticationException atIssuer) {
            return byIssuer(atIssuer.getError());
        }
        if (failure instanceof CodeNeeded) {
            return new SignInNotice(SignInNotice.CODE, 0, username);
        }
        if (failure instanceof BadCredentialsException) {
            return new SignInNotice("security.signIn.wrong", 0, username);
        }
        return new SignInNotice("security.signIn.issuerFailed", 0, "");
    }

    /** What the provider refused is said by the provider; we say why somebody it vouched for is not let in. */
    private static SignInNotice byIssuer(OAuth2Error error) {
        String username = error.getDescription() == null ? "" : error.getDescription();
        return switch (error.getErrorCode()) {
            case IssuerPeople.NO_ACCOUNT -> new SignInNotice("security.signIn.noAccount", 0, username);
            case IssuerPeople.LOCKED -> new SignInNotice("security.signIn.locked", 0, username);
            case IssuerPeople.OTHER_PERSON -> new SignInNotice("security.signIn.otherPerson", 0, username);
            default -> {
                LOG.warn("Sign-in at the provider failed: {}", error);
                yield new SignInNotice("security.signIn.issuerFailed", 0, "");
            }
        };
    }

    @Override
    public void logout(HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
        if (authentication != null) {
            events.publishEvent(new SignedOut(actors.actor(authentication.getName(), request.getRemoteAddr())));
        }
    }
}
