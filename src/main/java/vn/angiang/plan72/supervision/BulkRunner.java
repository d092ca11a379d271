package vn.angiang.plan72.supervision;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.security.RunAs;
import vn.angiang.plan72.shared.CurrentActor;
import vn.angiang.plan72.shared.Refusal;

/** Works through confirmed jobs, case by case, as the person who ordered them; several nodes may do so at once. */
@Component
public class BulkRunner {

    private static final Logger LOG = LoggerFactory.getLogger(BulkRunner.class);
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final BulkStore store;
    private final SupervisionActs acts;
    private final Cases cases;
    private final RunAs runAs;
    private final CurrentActor currentActor;
    private final TransactionTemplate transaction;
    private final MessageSource messages;
    private final Clock clock;

    BulkRunner(
            BulkStore store,
            SupervisionActs acts,
            Cases cases,
            RunAs runAs,
            CurrentActor currentActor,
            TransactionTemplate transaction,
            MessageSource messages,
            Clock clock) {
        this.store = store;
        this.acts = acts;
        this.cases = cases;
        this.runAs = runAs;
        this.currentActor = currentActor;
        this.transaction = transaction;
        this.messages = messages;
        this.clock = clock;
    }

    /** Runs what waits; returns when nothing does. */
    @Scheduled(initialDelay = 5_000, fixedDelay = 1_000)
    public void run() {
        for (BulkJob job : store.running()) {
            try {
                runAs.run(job.requestedBy(), () -> {
                    while (turn(job)) {
                        // one case, one transaction
                    }
                });
            } catch (RuntimeException e) {
                LOG.error("Bulk job {} was interrupted; it goes on at the next turn", job.id(), e);
            }
        }
    }

    /**
     * Does one case and says whether there may be another. The row of the case is held until the act is done, so another
     * node waits; act and result stand or fall together, and a node that dies leaves the case as it was.
     */
    private boolean turn(BulkJob job) {
        if (store.find(job.id()).filter(BulkJob::isRunning).isEmpty()) {
            return false;
        }
        var turn = new AtomicReference<BulkStore.Turn>();
        try {
            return Boolean.TRUE.equals(transaction.execute(t -> act(job, turn)));
        } catch (Refusal refusal) {
            failed(
                    job,
                    turn.get(),
                    messages.getMessage(
                            refusal.messageKey(), refusal.arguments(), words("bulk.failed.fault"), VIETNAMESE));
        } catch (RuntimeException e) {
            if (turn.get() == null) {
                throw e;
            }
            LOG.error("Bulk job {} failed on {}", job.id(), turn.get().caseNumber(), e);
            failed(job, turn.get(), words("bulk.failed.fault"));
        }
        return true;
    }

    private boolean act(BulkJob job, AtomicReference<BulkStore.Turn> holder) {
        var next = store.next(job.id());
        if (next.isEmpty()) {
            // Somebody else may just have done the one we waited for, and others wait still.
            return !store.endIfNothingIsPlanned(job.id(), OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
        }
        var turn = next.get();
        holder.set(turn);
        if (cases.byNumber(turn.caseNumber()).revision() != turn.revision()) {
            throw new Refusal.Conflict("bulk.failed.changed");
        }
        acts.perform(turn.caseNumber(), job.order(), currentActor.get());
        store.result(job.id(), turn.seq(), "DONE", null);
        return true;
    }

    private void failed(BulkJob job, BulkStore.Turn turn, String why) {
        transaction.executeWithoutResult(t -> store.result(job.id(), turn.seq(), "FAILED", why));
    }

    private String words(String key) {
        return messages.getMessage(key, null, VIETNAMESE);
    }
}
