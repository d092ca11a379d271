package vn.angiang.plan72.modelling;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.angiang.plan72.casefile.CaseFile;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.journal.Act;
import vn.angiang.plan72.journal.Journal;
import vn.angiang.plan72.process.InstanceMigration;
import vn.angiang.plan72.security.RunAs;
import vn.angiang.plan72.shared.CurrentActor;
import vn.angiang.plan72.shared.Refusal;

/** Works through confirmed migrations, case by case, as the person who ordered them; several nodes may do so at once. */
@Component
public class MigrationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(MigrationRunner.class);
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final MigrationStore store;
    private final InstanceMigration engine;
    private final Cases cases;
    private final Journal journal;
    private final RunAs runAs;
    private final CurrentActor currentActor;
    private final TransactionTemplate transaction;
    private final MessageSource messages;

    MigrationRunner(
            MigrationStore store,
            InstanceMigration engine,
            Cases cases,
            Journal journal,
            RunAs runAs,
            CurrentActor currentActor,
            TransactionTemplate transaction,
            MessageSource messages) {
        this.store = store;
        this.engine = engine;
        this.cases = cases;
        this.journal = journal;
        this.runAs = runAs;
        this.currentActor = currentActor;
        this.transaction = transaction;
        this.messages = messages;
    }

    /** Runs what waits; returns when nothing does. */
    @Scheduled(initialDelay = 5_000, fixedDelay = 1_000)
    public void run() {
        for (Migration migration : store.running()) {
            try {
                runAs.run(migration.requestedBy(), () -> {
                    var way = engine.way(migration.fromDefinition(), migration.toDefinition(), migration.byHand());
                    while (turn(migration, way)) {
                        // one case, one transaction
                    }
                });
            } catch (RuntimeException e) {
                LOG.error("Migration {} was interrupted; it goes on at the next turn", migration.id(), e);
            }
        }
    }

    /** One case; its row is held until it has gone over, so that another node waits. Whether there may be another. */
    private boolean turn(Migration migration, InstanceMigration.Way way) {
        if (store.find(migration.id()).filter(Migration::isRunning).isEmpty()) {
            return false;
        }
        var turn = new AtomicReference<Migration.Item>();
        try {
            return Boolean.TRUE.equals(transaction.execute(t -> next(migration, way, turn)));
        } catch (RuntimeException e) {
            if (turn.get() == null) {
                throw e;
            }
            String why = e instanceof Refusal refusal
                    ? messages.getMessage(refusal.messageKey(), refusal.arguments(), refusal.messageKey(), VIETNAMESE)
                    : messages.getMessage("modelling.migration.fault", null, VIETNAMESE);
            if (!(e instanceof Refusal)) {
                LOG.error(
                        "Migration {} failed on {}", migration.id(), turn.get().instanceId(), e);
            }
            transaction.executeWithoutResult(
                    t -> store.result(migration.id(), turn.get().seq(), "FAILED", why));
            return true;
        }
    }

    private boolean next(Migration migration, InstanceMigration.Way way, AtomicReference<Migration.Item> turn) {
        var next = store.next(migration.id());
        if (next.isEmpty()) {
            return !store.endIfNothingIsPlanned(migration.id());
        }
        Migration.Item item = next.get();
        turn.set(item);
        engine.migrate(way, item.instanceId());
        cases.find(item.caseNumber()).ifPresent(file -> follow(file, item, migration));
        store.result(migration.id(), item.seq(), "DONE", null);
        return true;
    }

    private void follow(CaseFile file, Migration.Item item, Migration migration) {
        if (item.instanceId().equals(file.processInstanceId())) {
            cases.runsOn(file.number(), item.instanceId(), migration.toDefinition());
        }
        journal.record(Act.of(
                file.leadUnit(),
                "model.caseMigrated",
                file.number(),
                currentActor.get(),
                Map.of(
                        "from", migration.fromVersion(),
                        "to", migration.toVersion(),
                        "migration", migration.id(),
                        "reason", migration.reason())));
    }
}
