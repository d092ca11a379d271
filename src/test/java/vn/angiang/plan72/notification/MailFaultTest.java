package vn.angiang.plan72.notification;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.ConnectException;
import java.util.Map;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.junit.jupiter.api.Test;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailSendException;

class MailFaultTest {

    private static MailFault reply(int code) throws Exception {
        var refused = new SMTPAddressFailedException(new InternetAddress("a@plan72.example"), "RCPT", code, "x");
        var failed = new SendFailedException("Invalid Addresses", refused);
        return MailFault.of(new MailSendException(Map.of("mail", failed)));
    }

    @Test
    void anAddressTheServerRefusesForGoodIsNotTriedAgain() throws Exception {
        assertThat(reply(550)).isEqualTo(MailFault.PERMANENT);
        assertThat(MailFault.of(new AddressException("x"))).isEqualTo(MailFault.PERMANENT);
    }

    @Test
    void anAddressTheServerRefusesForNowIsTriedLaterWithoutHoldingUpOthers() throws Exception {
        assertThat(reply(451)).isEqualTo(MailFault.TEMPORARY);
    }

    @Test
    void aServerThatCannotBeReachedOrDoesNotLetUsInStopsTheBatch() {
        assertThat(MailFault.of(
                        new MailSendException("x", new MessagingException("x", new ConnectException("refused")))))
                .isEqualTo(MailFault.SERVER);
        assertThat(MailFault.of(new MailAuthenticationException("x"))).isEqualTo(MailFault.SERVER);
    }
}
