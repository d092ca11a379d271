package vn.angiang.plan72.security;

import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.journal.Act;
import vn.angiang.plan72.journal.Journal;
import vn.angiang.plan72.shared.Actor;

/**
 * Writes sign-ins into the journal. Of failures only those of accounts that exist, and not each of a long series: a
 * stranger must not be able to fill the journal.
 */
@Component
class SignInJournal {

    private static final int EACH_UP_TO = 10;
    private static final int THEN_EVERY = 50;

    private final Journal journal;

    SignInJournal(Journal journal) {
        this.journal = journal;
    }

    @EventListener
    @Transactional
    public void on(SignedIn event) {
        record("session.signedIn", event.actor());
    }

    @EventListener
    @Transactional
    public void on(SignedOut event) {
        record("session.signedOut", event.actor());
    }

    @EventListener
    @Transactional
    public void on(SignInFailed event) {
        if (event.known() && (event.failures() <= EACH_UP_TO || event.failures() % THEN_EVERY == 0)) {
            journal.record(Act.of(
                    Accounts.CHAIN,
                    "session.signInFailed",
                    null,
                    Actor.SYSTEM,
                    Map.of("account", event.username(), "ip", event.ip(), "failures", event.failures())));
        }
    }

    private void record(String action, Actor actor) {
        journal.record(
                Act.of(Accounts.CHAIN, action, null, actor, Map.of("ip", actor.ip() == null ? "-" : actor.ip())));
    }
}
