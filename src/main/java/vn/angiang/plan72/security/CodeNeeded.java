package vn.angiang.plan72.security;

import org.springframework.security.authentication.InsufficientAuthenticationException;

/** The password was right; the code of the authenticator is missing. */
final class CodeNeeded extends InsufficientAuthenticationException {
    CodeNeeded() {
        super("A code of the authenticator is needed");
    }
}
