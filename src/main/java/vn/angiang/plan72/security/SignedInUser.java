package vn.angiang.plan72.security;

import java.io.Serializable;
import org.springframework.security.core.AuthenticatedPrincipal;

/** What a session remembers of the person: the name only, so that posts and rights are always read fresh. */
record SignedInUser(String username) implements AuthenticatedPrincipal, Serializable {

    @Override
    public String getName() {
        return username;
    }
}
