package vn.angiang.plan72.feedback;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import vn.angiang.plan72.casefile.CaseFile;
import vn.angiang.plan72.casefile.CaseState;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.journal.Act;
import vn.angiang.plan72.journal.Journal;
import vn.angiang.plan72.plan.Parameters;
import vn.angiang.plan72.process.DeployedModels;
import vn.angiang.plan72.process.EngineEvents;
import vn.angiang.plan72.process.ProcessInstances;
import vn.angiang.plan72.shared.Actor;

/**
 * Hands what the public did to the processes, as the system and away from web threads: the engine works for nobody who is
 * not signed in. Each in a transaction of its own; what fails is tried again. Several nodes may run it.
 */
@Component
public class OpinionIntake {

    private static final Logger LOG = LoggerFactory.getLogger(OpinionIntake.class);
    private static final int AT_ONCE = 50;

    private final OpinionStore store;
    private final PublicLimits limits;
    private final Cases cases;
    private final ProcessInstances processes;
    private final DeployedModels models;
    private final Parameters parameters;
    private final Journal journal;
    private final FeedbackSettings settings;
    private final TransactionOperations transaction;
    private final Clock clock;

    OpinionIntake(
            OpinionStore store,
            PublicLimits limits,
            Cases cases,
            ProcessInstances processes,
            DeployedModels models,
            Parameters parameters,
            Journal journal,
            FeedbackSettings settings,
            TransactionOperations transaction,
            Clock clock) {
        this.store = store;
        this.limits = limits;
        this.cases = cases;
        this.processes = processes;
        this.models = models;
        this.parameters = parameters;
        this.journal = journal;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 20_000, fixedDelay = 5_000)
    void takeInByItself() {
        if (settings.scheduled()) {
            takeIn();
        }
    }

    @Scheduled(initialDelay = 60_000, fixedDelay = 3_600_000)
    void eraseByItself() {
        if (settings.scheduled()) {
            eraseOldSenders();
            limits.forget();
        }
    }

    /** Starts processes of new opinions and tells running ones of ratings; returns how many. */
    public int takeIn() {
        int done = 0;
        for (String number : store.waiting(AT_ONCE)) {
            try {
                done += Boolean.TRUE.equals(transaction.execute(tx -> takeIn(number))) ? 1 : 0;
            } catch (RuntimeException e) {
                LOG.error("Opinion {} could not be handed to its process; tried again at the next turn", number, e);
            }
        }
        return done;
    }

    private boolean takeIn(String number) {
        var waits = store.take(number);
        if (waits.isEmpty()) {
            return false;
        }
        store.set(number, Map.of("waiting", Optional.empty()));
        CaseFile file = cases.byNumber(number);
        if (waits.get().equals(OpinionStore.START)) {
            String instance = processes.start(
                    Opinions.PROCESS, number, Map.of("leadUnit", file.leadUnit(), "year", (long) file.year()));
            cases.runsOn(number, instance, models.latestDefinition(Opinions.PROCESS));
        } else if (file.processInstanceId() != null) {
            // Offered, not demanded: the term may have ended in the same minute.
            processes.offer("socialSupervision.answerRated", file.processInstanceId());
        }
        return true;
    }

    /** Forgets who sent opinions that were closed long ago; returns how many. Term: default, no legal basis. */
    public int eraseOldSenders() {
        var before = clock.instant().minus(Duration.ofDays(parameters.whole("feedback.sender.keepDays")));
        var old = store.sendersBefore(before, AT_ONCE);
        for (String number : old) {
            transaction.executeWithoutResult(tx -> {
                if (store.eraseSender(number)) {
                    journal.record(Act.of(
                            cases.byNumber(number).assignerUnit(),
                            "opinion.senderErased",
                            number,
                            Actor.SYSTEM,
                            Map.of()));
                }
            });
        }
        return old.size();
    }

    /** A public opinion's own case ends with its process; cases of others are theirs to close. */
    @EventListener
    void on(EngineEvents.ProcessEnded ended) {
        if (!ended.processKey().equals(Opinions.PROCESS)) {
            return;
        }
        store.find(ended.caseNumber())
                .filter(Opinion::isPublic)
                .filter(o -> cases.byNumber(o.caseNumber()).isOpen())
                .ifPresent(o -> cases.close(
                        o.caseNumber(),
                        o.state().equals("REFUSED") || ended.cancelled() ? CaseState.HUY : CaseState.HOAN_THANH,
                        null));
    }
}
