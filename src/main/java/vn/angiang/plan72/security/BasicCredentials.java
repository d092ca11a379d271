package vn.angiang.plan72.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Remembers for a short time which Basic credentials were right, so that a program that signs in with every request
 * does not pay bcrypt each time. Holds a keyed digest, never the password; the key dies with the process. A changed
 * password or a disabled account counts at once.
 */
final class BasicCredentials implements AuthenticationProvider {

    private static final int MOST_REMEMBERED = 1_000;

    private final AccountProvider full;
    private final AccountRows accounts;
    private final Standing standing;
    private final TransactionOperations transaction;
    private final AccessSettings settings;
    private final InstantSource clock;
    private final SecretKeySpec key;
    private final ConcurrentMap<String, Verified> verified = new ConcurrentHashMap<>();

    private record Verified(String passwordHash, Instant until) {}

    BasicCredentials(
            AccountProvider full,
            AccountRows accounts,
            Standing standing,
            TransactionOperations transaction,
            AccessSettings settings,
            InstantSource securityClock) {
        this.full = full;
        this.accounts = accounts;
        this.standing = standing;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = securityClock;
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.key = new SecretKeySpec(random, "HmacSHA256");
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return full.supports(authentication);
    }

    @Override
    public Authentication authenticate(Authentication request) {
        String username = Usernames.normal(request.getName());
        String digest = digest(username, request.getCredentials() instanceof String s ? s : "");
        Verified known = verified.get(digest);
        if (known != null && known.until.isAfter(clock.instant()) && stillHolds(username, known)) {
            var token = UsernamePasswordAuthenticationToken.authenticated(new SignedInUser(username), null, List.of());
            token.setDetails(request.getDetails());
            return token;
        }
        verified.remove(digest);
        Authentication result = full.authenticate(request);
        remember(username, digest);
        return result;
    }

    private boolean stillHolds(String username, Verified known) {
        return transaction
                .execute(status -> accounts.find(username))
                .filter(row -> row.passwordHash().equals(known.passwordHash)
                        && row.account().enabled()
                        && (row.account().lockedUntil() == null
                                || row.account().lockedUntil().toInstant().isBefore(clock.instant())))
                .filter(row -> standing.of(username).admitted())
                .isPresent();
    }

    private void remember(String username, String digest) {
        if (verified.size() >= MOST_REMEMBERED) {
            verified.clear();
        }
        transaction
                .execute(status -> accounts.find(username))
                .ifPresent(row -> verified.put(
                        digest, new Verified(row.passwordHash(), clock.instant().plus(settings.basicCache()))));
    }

    private String digest(String username, String password) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(username.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return HexFormat.of().formatHex(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
