package vn.angiang.plan72.security;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Slows guessing down without letting a stranger lock somebody out: failures count per account and address; the caps
 * over all addresses of an account, and over all accounts of an address, are much higher. Real time, never demo time.
 */
@Component
class SignInAttempts {

    static final String ANY = "*";
    private static final Duration MEMORY = Duration.ofHours(24);
    private static final Duration ADDRESS_MEMORY = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final AccessSettings settings;
    private final InstantSource clock;

    SignInAttempts(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            AccessSettings settings,
            InstantSource securityClock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.settings = settings;
        this.clock = securityClock;
    }

    private record Key(String account, String ip, int allowed, Duration memory) {}

    private record Count(int failures, OffsetDateTime last) {}

    /** How long this account has to wait at this address; zero when it may try. */
    Duration waitFor(String username, String ip) {
        Instant now = clock.instant();
        return transaction.execute(
                status -> jdbc.sql("select max(wait_until) from sign_in_attempt where (account = :account and ip = :ip)"
                                + " or (account = :account and ip = '*') or (account = '*' and ip = :ip)")
                        .param("account", username)
                        .param("ip", ip)
                        .query(OffsetDateTime.class)
                        .optional()
                        .map(until -> Duration.between(now, until.toInstant()))
                        .filter(wait -> !wait.isNegative())
                        .orElse(Duration.ZERO));
    }

    /** Counts a failure, whether or not there is such an account. */
    void failed(String username, String ip) {
        for (Key key : keys(username, ip)) {
            try {
                transaction.executeWithoutResult(status -> count(key));
            } catch (DuplicateKeyException e) {
                transaction.executeWithoutResult(status -> count(key));
            }
        }
    }

    /** Forgets the failures of the account here and its sum; those of the address stay. */
    void succeeded(String username, String ip) {
        transaction.executeWithoutResult(
                status -> jdbc.sql("delete from sign_in_attempt where account = :account and ip in (:ip, '*')")
                        .param("account", username)
                        .param("ip", ip)
                        .update());
    }

    /** Forgets all failures of the account. */
    void forgive(String username) {
        transaction.executeWithoutResult(status -> jdbc.sql("delete from sign_in_attempt where account = :account")
                .param("account", username)
                .update());
    }

    @Scheduled(initialDelay = 600_000, fixedDelay = 3_600_000)
    void forgetOld() {
        transaction.executeWithoutResult(
                status -> jdbc.sql("delete from sign_in_attempt where last_failed_at < :before")
                        .param("before", AccountRows.at(clock.instant().minus(MEMORY)))
                        .update());
    }

    private List<Key> keys(String username, String ip) {
        return List.of(
                new Key(username, ip, settings.failuresPerAccountAndAddress(), MEMORY),
                new Key(username, ANY, settings.failuresPerAccount(), MEMORY),
                new Key(ANY, ip, settings.failuresPerAddress(), ADDRESS_MEMORY));
    }

    private void count(Key key) {
        Instant now = clock.instant();
        Optional<Count> known = jdbc.sql("select failed_count, last_failed_at from sign_in_attempt"
                        + " where account = :account and ip = :ip for update")
                .param("account", key.account)
                .param("ip", key.ip)
                .query((rs, n) -> new Count(rs.getInt(1), rs.getObject(2, OffsetDateTime.class)))
                .optional();
        int failures = 1
                + known.filter(c -> c.last.toInstant().isAfter(now.minus(key.memory)))
                        .map(Count::failures)
                        .orElse(0);
        String sql = known.isPresent()
                ? "update sign_in_attempt set failed_count = :count, last_failed_at = :now, wait_until = :until"
                        + " where account = :account and ip = :ip"
                : "insert into sign_in_attempt (account, ip, failed_count, last_failed_at, wait_until)"
                        + " values (:account, :ip, :count, :now, :until)";
        jdbc.sql(sql)
                .param("account", key.account)
                .param("ip", key.ip)
                .param("count", failures)
                .param("now", AccountRows.at(now))
                .param("until", AccountRows.at(now.plus(delay(failures, key.allowed))))
                .update();
    }

    private Duration delay(int failures, int allowed) {
        if (failures < allowed) {
            return Duration.ZERO;
        }
        int doublings = Math.min(failures - allowed, 20);
        Duration delay = settings.firstWait().multipliedBy(1L << doublings);
        return delay.compareTo(settings.longestWait()) > 0 ? settings.longestWait() : delay;
    }
}
