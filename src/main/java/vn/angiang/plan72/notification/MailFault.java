package vn.angiang.plan72.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.IdentityHashMap;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailSendException;

/** What a failure to send means. */
enum MailFault {
    /** The server refuses this mail for good (5xx), or the address is none: not tried again. */
    PERMANENT,
    /** The server said "later" to this mail (4xx). */
    TEMPORARY,
    /** The server cannot be reached or used at all: the other mails need not try now. */
    SERVER;

    static MailFault of(Throwable problem) {
        boolean aboutTheMail = false;
        var seen = Collections.newSetFromMap(new IdentityHashMap<Throwable, Boolean>());
        var open = new ArrayDeque<Throwable>();
        open.add(problem);
        while (!open.isEmpty()) {
            Throwable t = open.remove();
            if (!seen.add(t)) {
                continue;
            }
            Integer code = replyCode(t);
            if (t instanceof AddressException || (code != null && code >= 500 && code < 600)) {
                return PERMANENT;
            }
            aboutTheMail |= code != null || t instanceof SendFailedException;
            add(open, t.getCause());
            if (t instanceof MessagingException m) {
                add(open, m.getNextException());
            }
            if (t instanceof MailSendException m) {
                m.getFailedMessages().values().forEach(open::add);
            }
        }
        return aboutTheMail ? TEMPORARY : SERVER;
    }

    private static @Nullable Integer replyCode(Throwable t) {
        if (t instanceof SMTPAddressFailedException a) {
            return a.getReturnCode();
        }
        return t instanceof SMTPSendFailedException s ? s.getReturnCode() : null;
    }

    private static void add(ArrayDeque<Throwable> open, @Nullable Throwable t) {
        if (t != null) {
            open.add(t);
        }
    }
}
