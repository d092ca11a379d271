package vn.angiang.plan72.supervision;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
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

    /** Whether there may be another. */
    private boolean turn(BulkJob job) {
        if (store.find(job.id()).filter(BulkJob::isRunning).isEmpty()) {
            return false;
        }
        var next = Optional.ofNullable(transaction.execute(t -> {
            var turn = store.next(job.id());
            if (turn.isEmpty()) {
                store.move(job.id(), "RUNNING", "DONE", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
                return null;
            }
            store.result(job.id(), turn.get().seq(), "FAILED", words("bulk.failed.interrupted"));
            return turn.get();
        }));
        next.ifPresent(turn -> act(job, turn));
        return next.isPresent();
    }

    /** Act and result stand or fall together. */
    private void act(BulkJob job, BulkStore.Turn turn) {
        try {
            transaction.executeWithoutResult(t -> {
                if (cases.byNumber(turn.caseNumber()).revision() != turn.revision()) {
                    throw new Refusal.Conflict("bulk.failed.changed");
                }
                acts.perform(turn.caseNumber(), job.order(), currentActor.get());
                store.result(job.id(), turn.seq(), "DONE", null);
            });
        } catch (Refusal refusal) {
            failed(
                    job,
                    turn,
                    messages.getMessage(
                            refusal.messageKey(), refusal.arguments(), words("bulk.failed.fault"), VIETNAMESE));
        } catch (RuntimeException e) {
            LOG.error("Bulk job {} failed on {}", job.id(), turn.caseNumber(), e);
            failed(job, turn, words("bulk.failed.fault"));
        }
    }

    private void failed(BulkJob job, BulkStore.Turn turn, String why) {
        transaction.executeWithoutResult(t -> store.result(job.id(), turn.seq(), "FAILED", why));
    }

    private String words(String key) {
        return messages.getMessage(key, null, VIETNAMESE);
    }
}
