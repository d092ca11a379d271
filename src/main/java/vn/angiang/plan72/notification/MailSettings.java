package vn.angiang.plan72.notification;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mail leaves.
 *
 * @param enabled null: when a mail server is configured ({@code spring.mail.host}); otherwise mails wait and the notice
 *     in the application must do
 * @param from sender's address
 * @param outdated a mail that could not be sent for so long is not sent any more: it would only confuse
 */
@ConfigurationProperties("plan72.mail")
record MailSettings(
        @Nullable Boolean enabled,
        @DefaultValue("ke-hoach-72@localhost") String from,
        @DefaultValue("7d") Duration outdated) {}
