package vn.angiang.plan72.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Builds the message: UTF-8, plain text, nothing entered by people may become a header. */
@Component
class MailComposer {

    private static final int SUBJECT = 200;

    private final MailSettings settings;

    MailComposer(MailSettings settings) {
        this.settings = settings;
    }

    /** @throws MessagingException when the address is no address: trying again would not help */
    MimeMessage compose(JavaMailSender sender, WaitingMail mail) throws MessagingException {
        MimeMessage message = sender.createMimeMessage();
        var helper = new MimeMessageHelper(message, mail.attachment() != null, StandardCharsets.UTF_8.name());
        helper.setFrom(address(settings.from()));
        helper.setTo(address(mail.address()));
        helper.setSubject(NoticeTexts.oneLine(mail.subject(), SUBJECT));
        helper.setText(mail.body(), false);
        if (mail.attachment() != null) {
            helper.addAttachment(
                    mail.attachment().name(),
                    new ByteArrayResource(mail.attachment().content()));
        }
        message.setHeader("Auto-Submitted", "auto-generated");
        // The same mail always has the same id: a receiver can tell a repetition after a crash.
        String domain = settings.from().substring(settings.from().lastIndexOf('@') + 1);
        message.setHeader(
                "Message-ID", "<thong-bao-" + mail.id() + "-" + mail.createdAt().toEpochMilli() + "@" + domain + ">");
        return message;
    }

    private static InternetAddress address(String text) throws MessagingException {
        var address = new InternetAddress(text, true);
        address.validate();
        return address;
    }
}
