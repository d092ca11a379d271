package vn.angiang.plan72.security;

import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Checks name and password. Unknown name, wrong password, disabled account and person who has left are one answer,
 * after the same work. Attempts of one account from one address are checked one after the other, so that a burst
 * cannot try more passwords than allowed.
 */
@Component
class AccountProvider implements AuthenticationProvider {

    private final AccountRows accounts;
    private final SignInAttempts attempts;
    private final Standing standing;
    private final PasswordEncoder hashing;
    private final TransactionOperations transaction;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;
    private final SecondFactors factors;
    private final String nobodysHash;
    private final List<Object> turns =
            IntStream.range(0, 256).mapToObj(i -> new Object()).toList();

    AccountProvider(
            AccountRows accounts,
            SignInAttempts attempts,
            Standing standing,
            PasswordEncoder hashing,
            TransactionOperations transaction,
            ApplicationEventPublisher events,
            SecondFactors factors,
            InstantSource securityClock) {
        this.accounts = accounts;
        this.attempts = attempts;
        this.standing = standing;
        this.hashing = hashing;
        this.transaction = transaction;
        this.events = events;
        this.clock = securityClock;
        this.factors = factors;
        this.nobodysHash = hashing.encode("nobody at all");
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    @Override
    public Authentication authenticate(Authentication request) {
        String username = Usernames.normal(request.getName());
        String password = request.getCredentials() instanceof String s ? s : "";
        String ip = request.getDetails() instanceof WebAuthenticationDetails d ? d.getRemoteAddress() : "-";
        refuseWhileWaiting(username, ip);
        synchronized (turns.get(Math.floorMod((username + ' ' + ip).hashCode(), turns.size()))) {
            refuseWhileWaiting(username, ip);
            return check(username, password, ip, request.getDetails());
        }
    }

    private void refuseWhileWaiting(String username, String ip) {
        var wait = attempts.waitFor(username, ip);
        if (!wait.isZero()) {
            throw new TooManyAttempts(wait);
        }
    }

    private Authentication check(String username, String password, String ip, Object details) {
        var row = transaction.execute(status -> accounts.find(username));
        boolean right =
                hashing.matches(password, row.map(AccountRows.Row::passwordHash).orElse(nobodysHash));
        standing.forget(username);
        if (row.isEmpty() || !right || !standing.of(username).admitted()) {
            throw failed(username, row.isPresent(), ip);
        }
        var account = row.get().account();
        if (account.lockedUntil() != null && account.lockedUntil().toInstant().isAfter(clock.instant())) {
            throw new LockedException("Locked by an administrator");
        }
        requireCode(username, ip, details);
        attempts.succeeded(username, ip);
        transaction.executeWithoutResult(status -> accounts.signedIn(username, clock.instant()));
        var token = UsernamePasswordAuthenticationToken.authenticated(new SignedInUser(username), null, List.of());
        token.setDetails(details);
        return token;
    }

    /** A missing code is asked for; a wrong one is a failure like a wrong password. */
    private void requireCode(String username, String ip, Object details) {
        if (factors.has(username)) {
            String code = details instanceof SignInDetails given ? given.code() : "";
            if (code.isEmpty()) {
                throw new CodeNeeded();
            }
            if (!factors.passes(username, code)) {
                throw failed(username, true, ip);
            }
        }
    }

    private BadCredentialsException failed(String username, boolean known, String ip) {
        attempts.failed(username, ip);
        int failures = known
                ? transaction.execute(status -> {
                    accounts.failed(username);
                    return accounts.find(username)
                            .map(r -> r.account().failedCount())
                            .orElse(0);
                })
                : 0;
        events.publishEvent(new SignInFailed(username, known, ip, failures));
        return new BadCredentialsException("Wrong name or password");
    }
}
