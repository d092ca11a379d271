package vn.angiang.plan72.security;

import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * Signs Camunda Modeler in by a deploy key; passwords are left to the next provider. Wrong keys are counted and slowed down
 * like wrong passwords.
 */
final class DeployKeyProvider implements AuthenticationProvider {

    private final DeployKeys keys;
    private final Standing standing;
    private final SignInAttempts attempts;

    DeployKeyProvider(DeployKeys keys, Standing standing, SignInAttempts attempts) {
        this.keys = keys;
        this.standing = standing;
        this.attempts = attempts;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    @Override
    @org.jspecify.annotations.Nullable
    public Authentication authenticate(Authentication request) {
        String key = request.getCredentials() instanceof String s ? s : "";
        if (!key.startsWith(DeployKeys.PREFIX)) {
            return null;
        }
        String username = Usernames.normal(request.getName());
        String ip = request.getDetails() instanceof WebAuthenticationDetails d ? d.getRemoteAddress() : "-";
        var wait = attempts.waitFor(username, ip);
        if (!wait.isZero()) {
            throw new TooManyAttempts(wait);
        }
        if (!keys.holds(username, key) || !standing.of(username).admitted()) {
            attempts.failed(username, ip);
            throw new BadCredentialsException("Wrong name or key");
        }
        var token = UsernamePasswordAuthenticationToken.authenticated(new SignedInUser(username), null, List.of());
        token.setDetails(request.getDetails());
        return token;
    }
}
