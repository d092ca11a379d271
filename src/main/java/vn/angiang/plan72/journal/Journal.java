package vn.angiang.plan72.journal;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The record of acts. Entries of a transaction are chained just before it commits, unit by unit in one order: the lock
 * on a chain is held for a moment only, and two transactions never wait for each other in a ring.
 */
@Service
public class Journal {

    private final ChainStore store;
    private final Clock clock;

    Journal(ChainStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** An act with the moment it happened. */
    record Stamped(Act act, Instant at) {}

    /** Records an act in the running transaction; if that rolls back, so does the record. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Act act) {
        pending().acts.add(new Stamped(act, clock.instant().truncatedTo(ChronoUnit.MILLIS)));
    }

    /** Acts on a case, newest first. */
    @Transactional(readOnly = true)
    public List<JournalEntry> ofCase(String caseNumber, int limit) {
        return store.ofCase(caseNumber, limit);
    }

    /** Acts of a unit's chain with a number lower than {@code before}, newest first. */
    @Transactional(readOnly = true)
    public List<JournalEntry> ofChain(String chain, long before, int limit) {
        return store.ofChain(chain, before, limit);
    }

    /** Names of all chains: unit codes and those of the system. */
    @Transactional(readOnly = true)
    public List<String> chains() {
        return store.chains();
    }

    private Pending pending() {
        var present = (Pending) TransactionSynchronizationManager.getResource(this);
        if (present == null) {
            present = new Pending();
            TransactionSynchronizationManager.bindResource(this, present);
            TransactionSynchronizationManager.registerSynchronization(present);
        }
        return present;
    }

    private final class Pending implements TransactionSynchronization {

        private List<Stamped> acts = new ArrayList<>();

        @Override
        public void beforeCommit(boolean readOnly) {
            while (!acts.isEmpty()) {
                var batch = acts;
                acts = new ArrayList<>();
                store.append(batch);
            }
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResourceIfPossible(Journal.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(Journal.this, this);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(Journal.this);
        }
    }
}
