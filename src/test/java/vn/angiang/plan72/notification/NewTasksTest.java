package vn.angiang.plan72.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.notification.NotificationContext.Acting;
import vn.angiang.plan72.notification.NotificationContext.MovableClock;
import vn.angiang.plan72.notification.NotificationContext.MovableRealTime;
import vn.angiang.plan72.notification.NotificationContext.NotificationTest;
import vn.angiang.plan72.plan.Parameters;
import vn.angiang.plan72.process.EngineEvents;
import vn.angiang.plan72.shared.Actor;

@NotificationTest
class NewTasksTest {

    private static final LocalDate DUE = LocalDate.of(2017, 6, 30);

    @Autowired
    NewTasks newTasks;

    @Autowired
    Parameters parameters;

    @Autowired
    MovableRealTime time;

    @Autowired
    MovableClock clock;

    @Autowired
    Acting acting;

    private final NotificationFixture f;

    @Autowired
    NewTasksTest(JdbcClient jdbc, TransactionTemplate tx, Cases cases, ApplicationEventPublisher events) {
        f = new NotificationFixture(jdbc, tx, cases, events);
    }

    @BeforeEach
    void empty() {
        f.empty();
        clock.set(LocalDate.of(2017, 2, 20));
        time.now = Instant.parse("2026-01-05T01:00:00Z");
        acting.actor = Actor.SYSTEM;
    }

    @AfterEach
    void reset() {
        acting.actor = Actor.SYSTEM;
    }

    private String opened(String unit) {
        String number = f.open(unit, DUE);
        String task = UUID.randomUUID().toString();
        f.tx(() -> f.events.publishEvent(new EngineEvents.TaskOpened(
                task,
                "run-" + task,
                number,
                "assignment",
                "assignment:1",
                "1",
                "UserTask_acceptAssignment",
                "Tiếp nhận nhiệm vụ",
                "acceptAssignment",
                List.of("leader." + unit, "officer." + unit),
                null,
                DUE,
                clock.instant())));
        return task;
    }

    private void later(Duration duration) {
        time.now = time.now.plus(duration);
    }

    @Test
    void aSingleNewTaskIsToldToOfficersAndLeadersOfTheUnitAfterAMinute() {
        opened("SYT");
        assertThat(newTasks.tell()).isZero();
        later(Duration.ofSeconds(60));
        assertThat(newTasks.tell()).isEqualTo(2);
        assertThat(newTasks.tell()).isZero();
        assertThat(f.column("select username from notice order by username"))
                .containsExactly("leader.syt", "officer.syt");
        assertThat(f.column("select subject from mail_outbox"))
                .allMatch(s -> s.startsWith("Việc mới: Tiếp nhận nhiệm vụ"));
        assertThat(f.column("select body from mail_outbox").get(0)).contains("Hạn 30/06/2017");
    }

    @Test
    void whenAYearIsGivenOutEachPersonGetsOneNoticePerUnit() {
        for (int i = 0; i < 14; i++) {
            opened("SYT");
            later(Duration.ofSeconds(5));
        }
        opened("STC");
        assertThat(newTasks.tell()).as("still going on").isZero();
        later(Duration.ofSeconds(60));
        newTasks.tell();
        assertThat(f.column("select message_key from notice order by username"))
                .containsExactlyInAnyOrder(
                        "notification.newTasks",
                        "notification.newTasks",
                        "notification.newTask",
                        "notification.newTask");
        assertThat(f.column("select body from mail_outbox where username = 'officer.syt'")
                        .get(0))
                .contains("Sở Y tế có 14 việc mới", "/viec/don-vi");
    }

    @Test
    void nobodyWaitsLongerThanTenMinutesHoweverMuchComes() {
        for (int i = 0; i < 20; i++) {
            opened("SYT");
            later(Duration.ofSeconds(31));
        }
        assertThat(newTasks.tell()).isEqualTo(2);
    }

    @Test
    void aTaskDoneMeanwhileIsNotTold() {
        String task = opened("SYT");
        f.tx(() -> f.events.publishEvent(new EngineEvents.TaskClosed(task, "x", true)));
        later(Duration.ofMinutes(5));
        assertThat(newTasks.tell()).isZero();
    }

    @Test
    void whoOpenedATaskByTheOwnActIsNotToldOfIt() {
        acting.actor = new Actor("officer.syt", "x", List.of("officer.SYT"), List.of(), null);
        opened("SYT");
        later(Duration.ofMinutes(5));
        newTasks.tell();
        assertThat(f.column("select username from notice")).containsExactly("leader.syt");
    }

    @Test
    void theParameterSwitchesItOff() {
        LocalDate off = LocalDate.of(2017, 11, 6);
        parameters.change("notification.newTask", "false", off, Actor.SYSTEM);
        clock.set(off);
        opened("SYT");
        later(Duration.ofMinutes(5));
        assertThat(newTasks.tell()).isZero();
    }
}
