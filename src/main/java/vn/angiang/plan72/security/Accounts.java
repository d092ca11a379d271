package vn.angiang.plan72.security;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.journal.Act;
import vn.angiang.plan72.journal.Journal;
import vn.angiang.plan72.organization.People;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.FieldError;
import vn.angiang.plan72.shared.Refusal;

/** Accounts of people: made, disabled, given a new password. Callers check that the actor is an administrator. */
@Service
public class Accounts {

    /** Journal chain of everything about accounts. */
    static final String CHAIN = "SECURITY";

    private final AccountRows rows;
    private final IdentityRows identities;
    private final People people;
    private final PasswordPolicy policy;
    private final PasswordEncoder hashing;
    private final Sessions sessions;
    private final SignInAttempts attempts;
    private final Standing standing;
    private final Journal journal;
    private final MessageSource messages;
    private final InstantSource clock;

    Accounts(
            AccountRows rows,
            IdentityRows identities,
            People people,
            PasswordPolicy policy,
            PasswordEncoder hashing,
            Sessions sessions,
            SignInAttempts attempts,
            Standing standing,
            Journal journal,
            MessageSource messages,
            InstantSource securityClock) {
        this.rows = rows;
        this.identities = identities;
        this.people = people;
        this.policy = policy;
        this.hashing = hashing;
        this.sessions = sessions;
        this.attempts = attempts;
        this.standing = standing;
        this.journal = journal;
        this.messages = messages;
        this.clock = securityClock;
    }

    @Transactional(readOnly = true)
    public Optional<Account> find(String username) {
        return rows.find(username).map(AccountRows.Row::account);
    }

    @Transactional(readOnly = true)
    public List<Account> all() {
        return rows.all();
    }

    /** Fewest characters of a password. */
    public int shortestPassword() {
        return policy.shortest();
    }

    /** Sessions the person has now, on all nodes. */
    public int sessionsOf(String username) {
        return sessions.count(username);
    }

    /**
     * Makes an account for a person; the password must be changed at the first sign-in.
     *
     * @throws Refusal.NotFound no such person
     * @throws Refusal.Conflict there is one already
     * @throws Refusal.BadInput the password is not accepted
     */
    @Transactional
    public void create(String username, String password, Actor by) {
        requireNew(username);
        require(username, "password", password);
        rows.insert(List.of(username), hashing.encode(password), true, false, clock.instant());
        record("account.created", username, by);
    }

    /**
     * Makes an account that is opened at the sign-in provider only: its password is known to nobody.
     *
     * @throws Refusal.NotFound no such person
     * @throws Refusal.Conflict there is one already
     */
    @Transactional
    public void createForIssuer(String username, Actor by) {
        requireNew(username);
        rows.insert(List.of(username), hashing.encode(UUID.randomUUID().toString()), false, false, clock.instant());
        record("account.created", username, by);
    }

    /** Lets the next who signs in at the provider under this name be the person of this account. */
    @Transactional
    public void forgetIdentity(String username, Actor by) {
        known(rows.find(username).isPresent() ? 1 : 0, username);
        identities.forget(username);
        ended(username, null);
        record("account.identityForgotten", username, by);
    }

    private void requireNew(String username) {
        if (people.byUsername(username).isEmpty()) {
            throw new Refusal.NotFound("security.account.noPerson", username);
        }
        if (rows.find(username).isPresent()) {
            throw new Refusal.Conflict("security.account.exists", username);
        }
    }

    /** Gives a new password, to be changed at the next sign-in; ends all sessions. */
    @Transactional
    public void reset(String username, String password, Actor by) {
        require(username, "password", password);
        known(rows.password(username, hashing.encode(password), true, clock.instant()), username);
        ended(username, null);
        record("account.passwordReset", username, by);
    }

    /** Disables or enables the account. Disabling ends all sessions at once. */
    @Transactional
    public void enable(String username, boolean enabled, Actor by) {
        known(rows.enabled(username, enabled), username);
        ended(username, null);
        record(enabled ? "account.enabled" : "account.disabled", username, by);
    }

    /** Locks the account until a moment of real time, or unlocks it (null) and forgets its failures. */
    @Transactional
    public void lock(String username, @Nullable Instant until, Actor by) {
        known(rows.lockedUntil(username, until), username);
        if (until == null) {
            attempts.forgive(username);
        } else {
            ended(username, null);
        }
        record(until == null ? "account.unlocked" : "account.locked", username, by);
    }

    /** Ends all sessions of the person. */
    @Transactional
    public void endSessions(String username, Actor by) {
        ended(username, null);
        record("account.sessionsEnded", username, by);
    }

    /**
     * The person changes the own password; all other sessions end.
     *
     * @param sessionId the session to keep
     * @throws Refusal.BadInput with the mistakes at {@code current}, {@code password}, {@code repeat}
     */
    @Transactional
    public void changeOwn(Actor actor, String current, String password, String repeat, @Nullable String sessionId) {
        String username = actor.username();
        var row = rows.find(username).orElseThrow(() -> new Refusal.NotFound("security.account.noPerson", username));
        var errors = new ArrayList<FieldError>();
        if (!hashing.matches(current, row.passwordHash())) {
            errors.add(new FieldError("current", say("security.password.wrong")));
        }
        policy.objection(username, password).ifPresent(text -> errors.add(new FieldError("password", text)));
        if (errors.isEmpty() && hashing.matches(password, row.passwordHash())) {
            errors.add(new FieldError("password", say("security.password.same")));
        }
        if (!password.equals(repeat)) {
            errors.add(new FieldError("repeat", say("security.password.repeat")));
        }
        if (!errors.isEmpty()) {
            throw new Refusal.BadInput(errors);
        }
        rows.password(username, hashing.encode(password), false, clock.instant());
        ended(username, sessionId);
        record("account.passwordChanged", username, actor);
    }

    private void ended(String username, @Nullable String exceptId) {
        sessions.end(username, exceptId);
        standing.forget(username);
    }

    private void require(String username, String field, String password) {
        policy.objection(username, password).ifPresent(text -> {
            throw new Refusal.BadInput(field, text);
        });
    }

    private void record(String action, String username, Actor by) {
        journal.record(Act.of(CHAIN, action, null, by, Map.of("account", username)));
    }

    private String say(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }

    private static void known(int changed, String username) {
        if (changed == 0) {
            throw new Refusal.NotFound("security.account.noPerson", username);
        }
    }
}
