package vn.angiang.plan72.security;

import java.time.InstantSource;
import java.util.HashSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import vn.angiang.plan72.organization.People;
import vn.angiang.plan72.organization.Person;
import vn.angiang.plan72.shared.StartUpLoad;

/**
 * An account for everybody of the demonstration, all with one password and one hash: hashing 410 times would cost half
 * a minute. A changed password property counts from the next start. Switched off, the demonstration's accounts are
 * disabled.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 100)
class DemoAccounts implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoAccounts.class);

    private final AccountRows rows;
    private final People people;
    private final DemoSettings settings;
    private final DemoPassword password;
    private final PasswordEncoder hashing;
    private final Standing standing;
    private final TransactionOperations transaction;
    private final InstantSource clock;

    DemoAccounts(
            AccountRows rows,
            People people,
            DemoSettings settings,
            DemoPassword password,
            PasswordEncoder hashing,
            Standing standing,
            TransactionOperations transaction,
            InstantSource securityClock) {
        this.rows = rows;
        this.people = people;
        this.settings = settings;
        this.password = password;
        this.hashing = hashing;
        this.standing = standing;
        this.transaction = transaction;
        this.clock = securityClock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (settings.enabled()) {
            StartUpLoad.run("Demo accounts", transaction, this::load);
        } else {
            int off = transaction.execute(status -> rows.disableDemo());
            if (off > 0) {
                LOG.warn("{} demo accounts were found and disabled", off);
            }
        }
        standing.forgetAll();
    }

    private void load() {
        String wanted = password.value();
        String hash = rows.demoHash().orElse(null);
        if (hash == null || !hashing.matches(wanted, hash)) {
            hash = hashing.encode(wanted);
            rows.rehashDemo(hash, clock.instant());
        }
        var known = new HashSet<>(rows.usernames());
        var missing = people.all().stream()
                .filter(Person::active)
                .map(Person::username)
                .filter(username -> !known.contains(username))
                .toList();
        if (!missing.isEmpty()) {
            rows.insert(missing, hash, false, true, clock.instant());
        }
    }
}
