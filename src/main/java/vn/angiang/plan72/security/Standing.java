package vn.angiang.plan72.security;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import vn.angiang.plan72.organization.People;
import vn.angiang.plan72.organization.Person;
import vn.angiang.plan72.organization.Roles;
import vn.angiang.plan72.shared.Actor;

/**
 * What a person may do today: whether the account still counts, their groups and the absences they cover. Remembered
 * for a minute at most, so that a disabled account or an ended post loses access quickly. The day is that of the
 * business clock; the minute is real time.
 */
@Component
class Standing {

    private static final int MOST_REMEMBERED = 10_000;

    private final AccountRows accounts;
    private final SecondFactorRows factors;
    private final boolean factorRequired;
    private final People people;
    private final TransactionOperations transaction;
    private final AccessSettings settings;
    private final Clock clock;
    private final InstantSource securityClock;
    private final ConcurrentMap<String, State> remembered = new ConcurrentHashMap<>();

    Standing(
            AccountRows accounts,
            SecondFactorRows factors,
            @Value("${plan72.second-factor.required:false}") boolean factorRequired,
            People people,
            TransactionOperations transaction,
            AccessSettings settings,
            Clock clock,
            InstantSource securityClock) {
        this.accounts = accounts;
        this.factors = factors;
        this.factorRequired = factorRequired;
        this.people = people;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
        this.securityClock = securityClock;
    }

    /**
     * A person at a moment.
     *
     * @param admitted the account is enabled and the person has not left
     * @param mustChange the password must be changed first
     * @param needsFactor a second factor must be set up first
     */
    record State(
            String username,
            String fullName,
            boolean admitted,
            boolean mustChange,
            boolean needsFactor,
            List<String> groups,
            List<Actor.StandIn> standIns,
            LocalDate on,
            Instant readAt) {}

    State of(String username) {
        LocalDate today = LocalDate.now(clock);
        State known = remembered.get(username);
        if (known != null
                && known.on.equals(today)
                && known.readAt.plus(settings.refresh()).isAfter(securityClock.instant())) {
            return known;
        }
        State fresh = transaction.execute(status -> read(username, today));
        if (remembered.size() >= MOST_REMEMBERED) {
            remembered.clear();
        }
        remembered.put(username, fresh);
        return fresh;
    }

    /** Modelers and administrators, where that is asked: what they can do reaches everybody. */
    private boolean needsFactor(String username, List<String> groups) {
        return factorRequired
                && groups.stream().anyMatch(g -> g.startsWith(Roles.MODELER + ".") || g.startsWith(Roles.ADMIN + "."))
                && factors.find(username)
                        .filter(SecondFactorRows.Row::confirmed)
                        .isEmpty();
    }

    void forget(String username) {
        remembered.remove(username);
    }

    void forgetAll() {
        remembered.clear();
    }

    private State read(String username, LocalDate today) {
        var account = accounts.find(username).map(AccountRows.Row::account);
        var person = people.byUsername(username);
        boolean admitted = account.map(Account::enabled).orElse(false)
                && person.map(Person::active).orElse(false);
        List<String> groups = admitted ? people.groupsOf(username, today) : List.of();
        return new State(
                username,
                person.map(Person::fullName).orElse(username),
                admitted,
                account.map(Account::mustChange).orElse(false),
                needsFactor(username, groups),
                groups,
                admitted ? people.standInsOf(username, today) : List.of(),
                today,
                securityClock.instant());
    }
}
