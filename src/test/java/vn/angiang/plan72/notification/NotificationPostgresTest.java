package vn.angiang.plan72.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.notification.NotificationContext.MovableClock;

/** Several nodes at once on PostgreSQL: everything is told once. */
class NotificationPostgresTest {

    private static final int NODES = 4;

    /** Runs the work of four nodes at the same moment; returns what they did together. */
    private static int together(Callable<Integer> work) throws Exception {
        var pool = Executors.newFixedThreadPool(NODES);
        var start = new CyclicBarrier(NODES);
        try {
            var runs = IntStream.range(0, NODES)
                    .mapToObj(i -> pool.submit(() -> {
                        start.await();
                        return work.call();
                    }))
                    .toList();
            int done = 0;
            for (var run : runs) {
                done += run.get();
            }
            return done;
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void reminderMailAndDigestGoOutOnceHoweverManyNodesRun() throws Exception {
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        var server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try (var postgres = EmbeddedPostgres.start();
                var context = new SpringApplicationBuilder(NotificationContext.class)
                        .web(WebApplicationType.NONE)
                        .properties(NotificationContext.PROPERTIES)
                        .run(
                                "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"),
                                "--spring.datasource.username=postgres",
                                "--spring.datasource.password=postgres",
                                "--spring.sql.init.mode=always",
                                "--plan72.mail.enabled=true")) {
            context.getBean(JavaMailSenderImpl.class).setPort(port);
            tellOnce(context, server);
        } finally {
            server.stop();
        }
    }

    private static void tellOnce(ApplicationContext context, GreenMail server) throws Exception {
        var f = new NotificationFixture(
                context.getBean(JdbcClient.class),
                context.getBean(TransactionTemplate.class),
                context.getBean(Cases.class),
                context);
        LocalDate due = LocalDate.of(2017, 3, 31);
        for (int i = 0; i < 250; i++) {
            f.open(i % 2 == 0 ? "SYT" : "STC", due);
        }
        context.getBean(MovableClock.class).set(LocalDate.of(2017, 4, 3));
        var reminders = context.getBean(Reminders.class);
        int reminded = together(reminders::run) + reminders.run();
        assertThat(reminded).isEqualTo(250);
        assertThat(f.count("reminder")).isEqualTo(250);
        assertThat(f.count("notice")).isEqualTo(500);

        f.tx(() -> f.jdbc.sql(
                        "delete from mail_outbox where id not in (select id from mail_outbox order by id fetch first 60 rows only)")
                .update());
        var sender = context.getBean(OutboxSender.class);
        int sent = together(sender::sendDue) + sender.sendDue();
        assertThat(sent).isEqualTo(60);
        assertThat(server.getReceivedMessages()).hasSize(60);
        assertThat(List.of(server.getReceivedMessages()).stream()
                        .map(m -> {
                            try {
                                return m.getMessageID();
                            } catch (jakarta.mail.MessagingException e) {
                                throw new IllegalStateException(e);
                            }
                        })
                        .distinct())
                .hasSize(60);

        assertThat(context.getBean(Notices.class).unread("officer.syt")).isEqualTo(100);
        assertThat(context.getBean(NewTasks.class).tell(Duration.ZERO, Duration.ZERO))
                .isZero();
    }
}
