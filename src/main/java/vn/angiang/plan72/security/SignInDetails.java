package vn.angiang.plan72.security;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** What the sign-in form carries besides name and password: the address it came from and the authenticator's code. */
final class SignInDetails extends WebAuthenticationDetails {

    private final transient String code;

    SignInDetails(HttpServletRequest request) {
        super(request);
        String typed = request.getParameter("code");
        this.code = typed == null || typed.length() > 100 ? "" : typed.strip();
    }

    /** As typed, empty when none was. */
    String code() {
        return code;
    }
}
