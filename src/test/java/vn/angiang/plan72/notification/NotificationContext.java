package vn.angiang.plan72.notification;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.sql.init.SqlInitializationAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Primary;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.CurrentActor;

/** The module and those below it, on their own tables, without engine and web; both clocks can be moved. */
@ComponentScan({
    "vn.angiang.plan72.organization",
    "vn.angiang.plan72.plan",
    "vn.angiang.plan72.calendar",
    "vn.angiang.plan72.journal",
    "vn.angiang.plan72.casefile",
    "vn.angiang.plan72.notification"
})
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    SqlInitializationAutoConfiguration.class,
    JacksonAutoConfiguration.class
})
@EnableConfigurationProperties(MailSettings.class)
@ConfigurationPropertiesScan("vn.angiang.plan72.journal")
class NotificationContext {

    static final String SCHEMA = "spring.sql.init.schema-locations="
            + "classpath:db/migration/V0010__organization.sql,classpath:db/migration/V0020__plan.sql,"
            + "classpath:db/migration/V0030__calendar.sql,classpath:db/migration/V0040__journal.sql,"
            + "classpath:db/migration/V0050__casefile.sql,classpath:db/migration/V0080__notification.sql,"
            + "classpath:db/migration/V0120__accountability.sql,classpath:db/migration/V0140__case_tally.sql,"
            + "classpath:db/migration/V0142__mail_attachment.sql";
    static final String[] PROPERTIES = {
        SCHEMA,
        "spring.sql.init.mode=always",
        "spring.datasource.hikari.auto-commit=false",
        "plan72.mail.enabled=true",
        "plan72.mail.from=ke-hoach-72@plan72.example"
    };

    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @SpringBootTest(
            classes = NotificationContext.class,
            webEnvironment = SpringBootTest.WebEnvironment.NONE,
            properties = {
                SCHEMA,
                "spring.sql.init.mode=always",
                "spring.datasource.url=jdbc:h2:mem:${random.uuid};DB_CLOSE_DELAY=-1",
                "spring.datasource.hikari.auto-commit=false",
                "plan72.mail.enabled=true",
                "plan72.mail.from=ke-hoach-72@plan72.example"
            })
    @interface NotificationTest {}

    /** The application's clock: 20/02/2017 08:00 until a test moves it. */
    static final class MovableClock extends Clock {
        private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
        private volatile Instant now = at(LocalDate.of(2017, 2, 20));

        private static Instant at(LocalDate day) {
            return day.atTime(8, 0).atZone(ZONE).toInstant();
        }

        void set(LocalDate day) {
            now = at(day);
        }

        LocalDate today() {
            return LocalDate.now(this);
        }

        @Override
        public ZoneId getZone() {
            return ZONE;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    /** The time outside. */
    static final class MovableRealTime extends RealTime {
        volatile Instant now = Instant.parse("2026-01-05T01:00:00Z");

        @Override
        Instant instant() {
            return now;
        }
    }

    /** Whoever the test says. */
    static final class Acting implements CurrentActor {
        volatile Actor actor = Actor.SYSTEM;

        @Override
        public Actor get() {
            return actor;
        }

        @Override
        public Optional<Actor> signedIn() {
            return actor.isSystem() ? Optional.empty() : Optional.of(actor);
        }
    }

    @Bean
    MovableClock clock() {
        return new MovableClock();
    }

    @Bean
    @Primary
    MovableRealTime movableRealTime() {
        return new MovableRealTime();
    }

    @Bean
    Acting currentActor() {
        return new Acting();
    }

    @Bean
    JavaMailSenderImpl mailSender() {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setDefaultEncoding("UTF-8");
        sender.getJavaMailProperties().setProperty("mail.smtp.connectiontimeout", "3000");
        sender.getJavaMailProperties().setProperty("mail.smtp.timeout", "3000");
        return sender;
    }

    @Bean
    MessageSource messageSource() {
        var source = new ResourceBundleMessageSource();
        source.setBasenames(
                "messages", "messages-notification", "messages-calendar", "messages-organization", "messages-plan");
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
        source.setAlwaysUseMessageFormat(true);
        return source;
    }
}
