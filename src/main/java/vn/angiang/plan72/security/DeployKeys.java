package vn.angiang.plan72.security;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.journal.Act;
import vn.angiang.plan72.journal.Journal;
import vn.angiang.plan72.shared.Actor;

/**
 * Keys with which Camunda Modeler signs in for a modeler, who needs no password outside the browser and keeps the second
 * factor: 256 random bits, shown once, good for sending drafts only, for 90 days (default, no legal basis).
 */
@Service
public class DeployKeys {

    static final String PREFIX = "p72-";
    private static final Duration LIFE = Duration.ofDays(90);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final Journal journal;
    private final InstantSource clock;

    DeployKeys(JdbcClient jdbc, Journal journal, InstantSource securityClock) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = securityClock;
    }

    /** What a person may know of the own key. */
    public record Key(OffsetDateTime createdAt, OffsetDateTime expiresAt, @Nullable LocalDate lastUsedOn) {}

    /** The person's key, if there is one that has not expired. */
    @Transactional(readOnly = true)
    public Optional<Key> of(String username) {
        return jdbc.sql(
                        "select created_at, expires_at, last_used_on from deploy_key where username = ? and expires_at > ?")
                .params(username, now())
                .query((rs, i) -> new Key(
                        rs.getObject(1, OffsetDateTime.class),
                        rs.getObject(2, OffsetDateTime.class),
                        rs.getObject(3, LocalDate.class)))
                .optional();
    }

    /** Makes a new key, which replaces the old one; it cannot be shown again. */
    @Transactional
    public String create(Actor by) {
        byte[] random = new byte[32];
        RANDOM.nextBytes(random);
        String key = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        delete(by.username());
        jdbc.sql("insert into deploy_key(username, key_hash, created_at, expires_at) values (?, ?, ?, ?)")
                .params(by.username(), Secrets.sha256(key), now(), now().plus(LIFE))
                .update();
        record("account.deployKey", by);
        return key;
    }

    /** Ends the person's key. */
    @Transactional
    public void revoke(Actor by) {
        if (delete(by.username()) > 0) {
            record("account.deployKeyRevoked", by);
        }
    }

    /** Whether this is the person's key of today; notes the day of its use. */
    @Transactional
    public boolean holds(String username, String key) {
        return jdbc.sql("update deploy_key set last_used_on = ? where username = ? and key_hash = ? and expires_at > ?")
                        .params(now().toLocalDate(), username, Secrets.sha256(key), now())
                        .update()
                > 0;
    }

    private int delete(String username) {
        return jdbc.sql("delete from deploy_key where username = ?")
                .param(username)
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private void record(String action, Actor by) {
        journal.record(Act.of(Accounts.CHAIN, action, null, by, Map.of("account", by.username())));
    }
}
