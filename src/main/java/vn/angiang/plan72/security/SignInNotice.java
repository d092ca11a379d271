package vn.angiang.plan72.security;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.Optional;

/**
 * What the sign-in page says after a failure; kept in the session for one reading.
 *
 * @param messageKey words to show
 * @param minutes minutes to wait, 0 when none
 * @param username as typed, so that it need not be typed again
 */
public record SignInNotice(String messageKey, int minutes, String username) implements Serializable {

    /** The password was right and a code is asked for. */
    static final String CODE = "security.signIn.code";

    private static final String ATTRIBUTE = "plan72.signIn.notice";

    /** Whether the form should ask for a code. */
    public boolean asksForCode() {
        return messageKey.equals(CODE);
    }

    void leave(HttpServletRequest request) {
        request.getSession(true).setAttribute(ATTRIBUTE, this);
    }

    /** Takes the notice out of the session. */
    public static Optional<SignInNotice> take(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(ATTRIBUTE) instanceof SignInNotice notice)) {
            return Optional.empty();
        }
        session.removeAttribute(ATTRIBUTE);
        return Optional.of(notice);
    }
}
