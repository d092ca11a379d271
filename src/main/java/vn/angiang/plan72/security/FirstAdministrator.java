package vn.angiang.plan72.security;

import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import vn.angiang.plan72.organization.People;
import vn.angiang.plan72.shared.StartUpLoad;

/**
 * The way into a new production installation: the account of {@code plan72.first-admin.username} with the given
 * password, to be changed at the first sign-in. Does nothing once any account exists. The person and the post of
 * administrator come from {@code organization}.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 50)
class FirstAdministrator implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

    private final String username;
    private final String password;
    private final AccountRows rows;
    private final People people;
    private final PasswordPolicy policy;
    private final PasswordEncoder hashing;
    private final TransactionOperations transaction;
    private final InstantSource clock;

    FirstAdministrator(
            @Value("${plan72.first-admin.username:}") String username,
            @Value("${plan72.first-admin.password:}") String password,
            AccountRows rows,
            People people,
            PasswordPolicy policy,
            PasswordEncoder hashing,
            TransactionOperations transaction,
            InstantSource securityClock) {
        this.username = Usernames.normal(username);
        this.password = password;
        this.rows = rows;
        this.people = people;
        this.policy = policy;
        this.hashing = hashing;
        this.transaction = transaction;
        this.clock = securityClock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!username.isEmpty()) {
            StartUpLoad.run("First administrator", transaction, this::make);
        }
    }

    private void make() {
        if (!rows.usernames().isEmpty()) {
            return;
        }
        policy.objection(username, password).ifPresent(why -> {
            throw new IllegalStateException("plan72.first-admin.password: " + why);
        });
        if (people.byUsername(username).isEmpty()) {
            LOG.warn("plan72.first-admin.username names nobody in the organization: the account will not open");
        }
        rows.insert(List.of(username), hashing.encode(password), true, false, clock.instant());
    }
}
