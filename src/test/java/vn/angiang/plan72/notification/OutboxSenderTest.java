package vn.angiang.plan72.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.notification.NotificationContext.MovableClock;
import vn.angiang.plan72.notification.NotificationContext.MovableRealTime;
import vn.angiang.plan72.notification.NotificationContext.NotificationTest;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.Refusal;

/** Against a real SMTP server in this process. */
@NotificationTest
class OutboxSenderTest {

    private static final Actor ADMIN = new Actor("admin", "Quản trị", List.of("admin.SLDTBXH"), List.of(), null);

    @Autowired
    OutboxSender sender;

    @Autowired
    MailOutbox outbox;

    @Autowired
    JavaMailSenderImpl smtp;

    @Autowired
    MovableRealTime time;

    @Autowired
    MovableClock clock;

    private final NotificationFixture f;
    private GreenMail server;

    @Autowired
    OutboxSenderTest(JdbcClient jdbc, TransactionTemplate tx, Cases cases, ApplicationEventPublisher events) {
        f = new NotificationFixture(jdbc, tx, cases, events);
    }

    @BeforeEach
    void start() throws Exception {
        f.empty();
        clock.set(LocalDate.of(2017, 2, 20));
        time.now = Instant.parse("2026-01-05T01:00:00Z");
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        smtp.setPort(port);
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private String tell(String title) {
        String number = f.open("SYT", LocalDate.of(2017, 6, 30), "mandatory", title);
        f.publish(number, List.of("officer.SYT"), "notification.remind.after", List.of("7", "30/06/2017"), false);
        return number;
    }

    private void insert(String address, String subject) {
        f.tx(() -> f.jdbc.sql(
                        """
                        insert into mail_outbox(username, address, subject, body, state, attempts, created_at, next_at)
                        values ('x', ?, ?, 'Nội dung', 'WAITING', 0, ?, ?)
                        """)
                .params(address, subject, time.now(), time.now())
                .update());
    }

    private List<String> states() {
        return f.column("select state from mail_outbox order by id");
    }

    @Test
    void aMailGoesOutInVietnameseOnce() throws Exception {
        String number = tell("Hỗ trợ nhà ở");
        assertThat(sender.sendDue()).isEqualTo(1);
        assertThat(sender.sendDue()).isZero();
        MimeMessage[] received = server.getReceivedMessages();
        assertThat(received).hasSize(1);
        assertThat(received[0].getSubject()).isEqualTo("Đôn đốc: hồ sơ " + number + " quá hạn 7 ngày làm việc");
        assertThat(received[0].getHeader("Subject")[0])
                .as("encoded for any server")
                .startsWith("=?UTF-8?");
        assertThat((String) received[0].getContent()).contains("Hỗ trợ nhà ở", "http://127.0.0.1:8080/ho-so/" + number);
        assertThat(received[0].getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(received[0].getAllRecipients()[0]).hasToString("officer.syt@plan72.example");
        assertThat(received[0].getFrom()[0]).hasToString("ke-hoach-72@plan72.example");
        assertThat(states()).containsExactly("SENT");
    }

    @Test
    void whenTheServerIsDownTheMailWaitsLongerEachTimeAndGoesOutLater() throws Exception {
        server.stop();
        insert("a@plan72.example", "Thử");
        insert("b@plan72.example", "Thử");
        assertThat(sender.sendDue()).isZero();
        assertThat(f.column("select cast(attempts as varchar(5)) from mail_outbox order by id"))
                .as("the second mail does not knock at a closed door")
                .containsExactly("1", "0");
        assertThat(f.column("select last_error from mail_outbox order by id").get(0))
                .contains("ConnectException");

        server.start();
        assertThat(sender.sendDue()).as("the first waits a minute").isEqualTo(1);
        time.now = time.now.plusSeconds(59);
        assertThat(sender.sendDue()).isZero();
        time.now = time.now.plusSeconds(1);
        assertThat(sender.sendDue()).isEqualTo(1);
        assertThat(server.getReceivedMessages()).hasSize(2);
        assertThat(states()).containsExactly("SENT", "SENT");
    }

    @Test
    void theWaitsAreOneFiveThirtyMinutesThenTwoHoursAndTheEighthFailureIsTheLast() {
        server.stop();
        insert("a@plan72.example", "Thử");
        for (long minutes : new long[] {1, 5, 30, 120, 120, 120, 120}) {
            sender.sendDue();
            assertThat(states()).containsExactly("WAITING");
            time.now = time.now.plus(Duration.ofMinutes(minutes)).minusSeconds(1);
            int before = attempts();
            sender.sendDue();
            assertThat(attempts()).as("not before its time").isEqualTo(before);
            time.now = time.now.plusSeconds(1);
        }
        sender.sendDue();
        assertThat(attempts()).isEqualTo(8);
        assertThat(states()).containsExactly("FAILED");
    }

    private int attempts() {
        return f.transaction.execute(tx -> f.jdbc.sql("select max(attempts) from mail_outbox")
                .query(Integer.class)
                .single());
    }

    @Test
    void aBadAddressIsGivenUpAtOnceAndDoesNotHoldUpOthers() {
        insert("không phải địa chỉ", "Thử");
        insert("a@b@c", "Thử");
        insert("a@plan72.example", "Thử");
        assertThat(sender.sendDue()).isEqualTo(1);
        assertThat(states()).containsExactly("FAILED", "FAILED", "SENT");
    }

    @Test
    void whatPeopleEnteredNeverBecomesAHeader() throws Exception {
        tell("Nhà ở\r\nBcc: ke.trom@evil.example\r\n\r\nxin chào");
        insert("a@plan72.example\r\nBcc: ke.trom@evil.example", "Thử");
        insert("b@plan72.example", "Thử\r\nBcc: ke.trom@evil.example\nX-Thu: 1");
        sender.sendDue();
        assertThat(server.getReceivedMessages()).hasSize(2);
        for (MimeMessage m : server.getReceivedMessages()) {
            assertThat(m.getHeader("Bcc")).isNull();
            assertThat(m.getHeader("X-Thu")).isNull();
            assertThat(m.getAllRecipients()).hasSize(1);
            assertThat(m.getSubject()).doesNotContain("\n").doesNotContain("\r");
        }
        assertThat(server.getReceivedMessages())
                .extracting(GreenMailUtil::getHeaders)
                .noneMatch(h -> h.contains("\nBcc:"));
        assertThat(states()).containsExactly("SENT", "FAILED", "SENT");
    }

    @Test
    void twoNodesSendEachMailOnce() throws Exception {
        IntStream.range(0, 40).forEach(i -> insert("a" + i + "@plan72.example", "Thử " + i));
        var pool = Executors.newFixedThreadPool(4);
        var start = new CountDownLatch(1);
        var runs = IntStream.range(0, 4)
                .mapToObj(i -> pool.submit(() -> {
                    start.await();
                    return sender.sendDue();
                }))
                .toList();
        start.countDown();
        int sent = 0;
        for (var run : runs) {
            sent += run.get();
        }
        pool.shutdown();
        while (sent < 40) {
            int more = sender.sendDue();
            assertThat(more).isPositive();
            sent += more;
        }
        assertThat(sent).isEqualTo(40);
        assertThat(server.getReceivedMessages()).hasSize(40);
        assertThat(IntStream.range(0, 40).mapToObj(i -> "Thử " + i).toList())
                .allMatch(s -> List.of(server.getReceivedMessages()).stream()
                                .filter(m -> subject(m).equals(s))
                                .count()
                        == 1);
    }

    private static String subject(MimeMessage m) {
        try {
            return m.getSubject();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aMailThatWaitedAWeekIsNotSentAnyMore() {
        insert("a@plan72.example", "Thử");
        time.now = time.now.plus(Duration.ofDays(8));
        assertThat(sender.sendDue()).isZero();
        assertThat(states()).containsExactly("OUTDATED");
    }

    @Test
    void anAdministratorSendsAGivenUpMailAgain() {
        insert("a@b@c", "Thử");
        sender.sendDue();
        var failed = outbox.page(MailOutbox.State.FAILED, null, 10, ADMIN).mails();
        assertThat(failed).hasSize(1);
        f.tx(() -> f.jdbc.sql("update mail_outbox set address = 'a@plan72.example'")
                .update());
        outbox.retry(failed.get(0).id(), ADMIN);
        assertThat(sender.sendDue()).isEqualTo(1);
        assertThatThrownBy(() -> outbox.retry(failed.get(0).id(), ADMIN)).isInstanceOf(Refusal.Conflict.class);
        assertThatThrownBy(() -> outbox.retry(-1, ADMIN)).isInstanceOf(Refusal.NotFound.class);
    }

    @Test
    void onlyAnAdministratorSeesTheOutbox() {
        var officer = new Actor("officer.syt", "x", List.of("officer.SYT"), List.of(), null);
        assertThatThrownBy(() -> outbox.page(null, null, 10, officer)).isInstanceOf(Refusal.Forbidden.class);
        assertThatThrownBy(() -> outbox.retry(1, officer)).isInstanceOf(Refusal.Forbidden.class);
    }
}
