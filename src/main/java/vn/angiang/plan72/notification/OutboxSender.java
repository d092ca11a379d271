package vn.angiang.plan72.notification;

import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what waits in the outbox. Each mail in a transaction of its own that holds the lock on its row, so two nodes
 * never send the same; a row leaves the outbox only when the server has taken the mail. A node that dies between the
 * server's answer and the commit repeats that one mail, with the same Message-ID.
 */
@Component
class OutboxSender {

    /** Attempts after which a mail is given up (and may be sent again by an administrator). */
    static final int ATTEMPTS = 8;

    private static final Logger LOG = LoggerFactory.getLogger(OutboxSender.class);
    private static final int BATCH = 50;
    private static final List<Duration> WAITS =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(30), Duration.ofHours(2));

    private enum Outcome {
        SENT,
        NOT_SENT,
        SERVER_DOWN,
        NOTHING_DUE
    }

    private final OutboxRows rows;
    private final MailComposer composer;
    private final ObjectProvider<JavaMailSender> senders;
    private final MailSettings settings;
    private final RealTime realTime;
    private final TransactionTemplate transaction;
    private final boolean enabled;

    OutboxSender(
            OutboxRows rows,
            MailComposer composer,
            ObjectProvider<JavaMailSender> senders,
            MailSettings settings,
            RealTime realTime,
            PlatformTransactionManager transactions,
            Environment environment) {
        this.rows = rows;
        this.composer = composer;
        this.senders = senders;
        this.settings = settings;
        this.realTime = realTime;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        String host = environment.getProperty("spring.mail.host", "");
        this.enabled = settings.enabled() == null ? !host.isBlank() : settings.enabled();
    }

    boolean isEnabled() {
        return enabled;
    }

    /** Sends what is due, a batch at most; returns how many went out. Stops early when the server is down. */
    int sendDue() {
        JavaMailSender sender = enabled ? senders.getIfAvailable() : null;
        if (sender == null) {
            return 0;
        }
        transaction.executeWithoutResult(tx -> rows.outdate(realTime.instant().minus(settings.outdated())));
        int sent = 0;
        for (int i = 0; i < BATCH; i++) {
            Outcome outcome = transaction.execute(tx -> sendNext(sender));
            if (outcome == Outcome.SENT) {
                sent++;
            } else if (outcome != Outcome.NOT_SENT) {
                break;
            }
        }
        return sent;
    }

    private Outcome sendNext(JavaMailSender sender) {
        var next = rows.lockNext();
        if (next.isEmpty()) {
            return Outcome.NOTHING_DUE;
        }
        WaitingMail mail = next.get();
        try {
            sender.send(composer.compose(sender, mail));
            rows.sent(mail);
            return Outcome.SENT;
        } catch (MessagingException | MailException e) {
            return failed(mail, e);
        }
    }

    private Outcome failed(WaitingMail mail, Exception problem) {
        MailFault fault = MailFault.of(problem);
        int attempt = mail.attempts() + 1;
        boolean over = fault == MailFault.PERMANENT || attempt >= ATTEMPTS;
        Duration wait = over ? null : WAITS.get(Math.min(attempt, WAITS.size()) - 1);
        rows.notSent(mail, wait, reason(problem));
        LOG.warn("Mail {} not sent (attempt {}, {}): {}", mail.id(), attempt, fault, reason(problem));
        return fault == MailFault.SERVER ? Outcome.SERVER_DOWN : Outcome.NOT_SENT;
    }

    private static String reason(Throwable problem) {
        Throwable root = problem;
        if (problem instanceof org.springframework.mail.MailSendException m && m.getMessageExceptions().length > 0) {
            root = m.getMessageExceptions()[0];
        }
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return NoticeTexts.oneLine(root.getClass().getSimpleName() + ": " + root.getMessage(), 400);
    }
}
