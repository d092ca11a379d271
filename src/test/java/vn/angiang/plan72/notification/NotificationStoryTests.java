package vn.angiang.plan72.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.angiang.plan72.assignment.Assignments;
import vn.angiang.plan72.plan.Obligations;
import vn.angiang.plan72.process.DemoClock;
import vn.angiang.plan72.support.As;
import vn.angiang.plan72.support.Clockwork;
import vn.angiang.plan72.support.Desk;
import vn.angiang.plan72.support.IntegrationTest;

/** What people are told about a real assignment on the real engine. */
@IntegrationTest
class NotificationStoryTests {

    private static final LocalDate DUE = LocalDate.of(2017, 6, 30);
    private static final String OFFICER = "officer.sxd";

    @Autowired
    Assignments assignments;

    @Autowired
    Obligations obligations;

    @Autowired
    DemoClock demoClock;

    @Autowired
    Notices notices;

    @Autowired
    Reminders reminders;

    @Autowired
    NewTasks newTasks;

    @Autowired
    NoticeTexts texts;

    @Autowired
    As as;

    @Autowired
    Desk desk;

    @Autowired
    Clockwork clock;

    @BeforeEach
    @AfterEach
    void february2017() {
        clock.set(LocalDate.of(2017, 2, 20));
    }

    private String given() {
        return as.call(
                "officer.sldtbxh",
                () -> assignments.give(
                        new Assignments.Order(obligations.byId("IV.3.a"), "SXD", "Văn bản hướng dẫn", DUE, 2017),
                        as.actor("officer.sldtbxh")));
    }

    private List<String> told(String username) {
        return notices.page(username, null, 100).notices().stream()
                .map(n -> texts.say(n.messageKey(), n.arguments(), Locale.forLanguageTag("vi")))
                .toList();
    }

    @Test
    void aUnitIsToldOfTheTaskTheEngineOpenedForIt() {
        newTasks.tell(Duration.ZERO, Duration.ZERO);
        String number = given();
        newTasks.tell(Duration.ZERO, Duration.ZERO);
        assertThat(told(OFFICER).get(0))
                .contains(
                        "có việc mới",
                        number,
                        desk.task(number, "acceptAssignment").taskName());
    }

    @Test
    void whenTheDemoClockIsMovedTheRemindersOfTheNewDayAreThereAtOnce() {
        String number = given();
        LocalDate later = LocalDate.of(2017, 7, 3);
        as.run("admin", () -> demoClock.advanceTo(later.atTime(9, 0), as.actor("admin")));
        assertThat(reminders.ofCase(number, Locale.forLanguageTag("vi")))
                .extracting(Reminders.Reminded::text)
                .singleElement()
                .asString()
                .contains("đã quá hạn 1 ngày làm việc", "30/06/2017");
        assertThat(told("leader.sxd")).anyMatch(t -> t.contains(number));
    }
}
