package vn.angiang.plan72.notification;

import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import vn.angiang.plan72.process.DemoClock;

/** When the work of this module is done. A failure is logged and tried again at the next turn. */
@Component
class NotificationSchedule {

    private static final Logger LOG = LoggerFactory.getLogger(NotificationSchedule.class);

    private final OutboxSender sender;
    private final NewTasks newTasks;
    private final ReminderRun reminders;
    private final boolean scheduled;

    NotificationSchedule(
            OutboxSender sender,
            NewTasks newTasks,
            ReminderRun reminders,
            @Value("${plan72.notification.scheduled:true}") boolean scheduled) {
        this.sender = sender;
        this.newTasks = newTasks;
        this.reminders = reminders;
        this.scheduled = scheduled;
    }

    @Scheduled(initialDelay = 15_000, fixedDelay = 10_000)
    void mail() {
        if (sender.isEnabled()) {
            run("Sending mail", sender::sendDue);
        }
    }

    @Scheduled(initialDelay = 20_000, fixedDelay = 20_000)
    void newTasks() {
        if (scheduled) {
            run("Telling of new tasks", newTasks::tell);
        }
    }

    @Scheduled(initialDelay = 30_000, fixedDelay = 3_600_000)
    void remind() {
        if (scheduled) {
            run("Reminding", reminders::run);
        }
    }

    /** After the move is committed, on the thread that moved it: who looks next sees the reminders of the new day. */
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void on(DemoClock.ClockMoved moved) {
        run("Reminding after the clock was moved", reminders::run);
    }

    private static void run(String what, IntSupplier work) {
        try {
            int done = work.getAsInt();
            if (done > 0) {
                LOG.info("{}: {}", what, done);
            }
        } catch (RuntimeException e) {
            LOG.error("{} failed; tried again at the next turn", what, e);
        }
    }
}
