package vn.angiang.plan72.security;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.CurrentActor;

/** The signed-in person with the rights of this minute; on a job thread the system; on a web thread never nobody. */
@Component
class SignedInActor implements CurrentActor {

    private final Standing standing;

    SignedInActor(Standing standing) {
        this.standing = standing;
    }

    /**
     * {@inheritDoc}
     *
     * @throws AuthenticationCredentialsNotFoundException on a web thread where nobody is signed in
     */
    @Override
    public Actor get() {
        return signedIn().orElseGet(() -> {
            if (RequestContextHolder.getRequestAttributes() != null) {
                throw new AuthenticationCredentialsNotFoundException("Nobody is signed in");
            }
            return Actor.SYSTEM;
        });
    }

    @Override
    public Optional<Actor> signedIn() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null
                || !authentication.isAuthenticated()
                || authentication instanceof AnonymousAuthenticationToken) {
            return Optional.empty();
        }
        return Optional.of(actor(authentication.getName(), address()));
    }

    Actor actor(String username, @Nullable String ip) {
        var state = standing.of(username);
        return new Actor(username, state.fullName(), state.groups(), state.standIns(), ip);
    }

    private static @Nullable String address() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? attributes.getRequest().getRemoteAddr()
                : null;
    }
}
