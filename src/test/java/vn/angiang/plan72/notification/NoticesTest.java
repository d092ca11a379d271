package vn.angiang.plan72.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.notification.NotificationContext.MovableClock;
import vn.angiang.plan72.notification.NotificationContext.NotificationTest;
import vn.angiang.plan72.organization.Substitutions;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.Refusal;

@NotificationTest
class NoticesTest {

    private static final LocalDate DUE = LocalDate.of(2017, 6, 30);
    private static final Locale VI = Locale.forLanguageTag("vi");

    @Autowired
    Notices notices;

    @Autowired
    Reminders reminders;

    @Autowired
    NoticeTexts texts;

    @Autowired
    Substitutions substitutions;

    @Autowired
    MovableClock clock;

    private final NotificationFixture f;

    @Autowired
    NoticesTest(JdbcClient jdbc, TransactionTemplate tx, Cases cases, ApplicationEventPublisher events) {
        f = new NotificationFixture(jdbc, tx, cases, events);
    }

    @BeforeEach
    void empty() {
        f.empty();
        clock.set(LocalDate.of(2017, 2, 20));
    }

    private String told(String key, boolean urging) {
        String number = f.open("SYT", DUE);
        f.publish(number, List.of("officer.SYT", "leader.SYT"), key, List.of("7"), urging);
        return number;
    }

    @Test
    void everyPersonOfTheGroupsIsToldOnceAndMailedOnce() {
        String number = f.open("SYT", DUE);
        f.publish(
                number,
                List.of("officer.SYT", "leader.SYT", "officer.SYT"),
                "notification.remind.after",
                List.of("7", "x"),
                false);
        assertThat(f.column("select username from notice order by username"))
                .containsExactly("leader.syt", "officer.syt");
        assertThat(f.column("select address from mail_outbox order by address"))
                .containsExactly("leader.syt@plan72.example", "officer.syt@plan72.example");
        assertThat(f.column("select body from mail_outbox").get(0))
                .contains(number, "Hỗ trợ nhà ở cho hộ nghèo", "http://127.0.0.1:8080/ho-so/" + number);
    }

    @Test
    void twoPeopleWithOneAddressGetOneMailButEachANotice() {
        f.tx(() -> f.jdbc.sql("update person set email = 'CHUNG@plan72.example' where username = 'officer.syt'")
                .update());
        f.tx(() -> f.jdbc.sql("update person set email = 'chung@plan72.example' where username = 'leader.syt'")
                .update());
        refreshPeople();
        told("notification.remind.after", false);
        assertThat(f.count("notice")).isEqualTo(2);
        assertThat(f.count("mail_outbox")).isEqualTo(1);
        f.tx(() -> f.jdbc.sql("update person set email = username || '@plan72.example' where username like '%.syt'")
                .update());
        refreshPeople();
    }

    /** A deputy is created and ended: people are read anew. */
    private void refreshPeople() {
        ReflectionRefresh.people(people);
    }

    @Autowired
    vn.angiang.plan72.organization.People people;

    @Test
    void whoStandsInForAnAbsentPersonIsToldToo() {
        var admin = new Actor("admin", "Quản trị", List.of("admin.SLDTBXH"), List.of(), null);
        substitutions.create(
                "leader.syt", "leader.stc", clock.today(), clock.today().plusDays(3), List.of(), "Nghỉ phép", admin);
        told("notification.remind.after", false);
        assertThat(f.column("select username from notice order by username"))
                .containsExactly("leader.stc", "leader.syt", "officer.syt");
        clock.set(clock.today().plusDays(4));
        f.tx(() -> f.jdbc.sql("delete from notice").update());
        told("notification.remind.after", false);
        assertThat(f.column("select username from notice order by username"))
                .containsExactly("leader.syt", "officer.syt");
    }

    @Test
    void aDeputyForAnotherProcessIsNotTold() {
        var admin = new Actor("admin", "Quản trị", List.of("admin.SLDTBXH"), List.of(), null);
        substitutions.create(
                "leader.syt", "leader.stc", clock.today(), clock.today(), List.of("inspection"), "Nghỉ phép", admin);
        told("notification.remind.after", false);
        assertThat(f.column("select username from notice")).doesNotContain("leader.stc");
    }

    @Test
    void anActThatIsUndoneIsToldToNobody() {
        String number = f.open("SYT", DUE);
        f.transaction.executeWithoutResult(tx -> {
            f.events.publishEvent(new vn.angiang.plan72.casefile.NoticeWanted(
                    number, List.of("officer.SYT"), "notification.remind.after", List.of(), true));
            tx.setRollbackOnly();
        });
        assertThat(f.count("notice") + f.count("mail_outbox") + f.count("reminder"))
                .isZero();
    }

    @Test
    void anUrgingNoticeCountsForTheCaseEveryTime() {
        String number = told("notification.remind.after", true);
        f.publish(number, List.of("leader.SYT"), "notification.remind.after", List.of("9", "30/06/2017"), true);
        assertThat(reminders.countOfCase(number)).isEqualTo(2);
        assertThat(reminders.ofCase(number, VI).get(0).text()).contains("quá hạn 9 ngày làm việc");
        assertThat(reminders.ofCase(number, VI).get(0).people()).isEqualTo(1);
    }

    @Test
    void aPersonReadsTheOwnNoticesNewestFirstAndMarksThem() {
        String first = told("notification.remind.after", false);
        String second = told("notification.remind.after", false);
        var page = notices.page("officer.syt", null, 1);
        assertThat(page.notices()).extracting(Notice::caseNumber).containsExactly(second);
        assertThat(notices.page("officer.syt", page.next(), 1).notices())
                .extracting(Notice::caseNumber)
                .containsExactly(first);
        assertThat(notices.unread("officer.syt")).isEqualTo(2);
        long id = page.notices().get(0).id();
        assertThat(notices.open(id, "officer.syt")).isEqualTo("/ho-so/" + second);
        assertThat(notices.unread("officer.syt")).isEqualTo(1);
        assertThatThrownBy(() -> notices.open(id, "leader.syt")).isInstanceOf(Refusal.NotFound.class);
        assertThat(notices.readAll("officer.syt", id)).isEqualTo(1);
        assertThat(notices.unread("officer.syt")).isZero();
        assertThat(notices.unread("leader.syt")).isEqualTo(2);
    }

    @Test
    void noticesThatCameAfterThePageWasShownStayUnread() {
        told("notification.remind.after", false);
        long shown = notices.page("officer.syt", null, 10).notices().get(0).id();
        told("notification.remind.after", false);
        assertThat(notices.readAll("officer.syt", shown)).isEqualTo(1);
        assertThat(notices.unread("officer.syt")).isEqualTo(1);
    }

    @Test
    void theCountOfUnreadNoticesStopsAtAHundred() {
        String number = f.open("SYT", DUE);
        for (int i = 0; i < 120; i++) {
            f.publish(
                    number, List.of("officer.SYT"), "notification.remind.after", List.of(String.valueOf(i), ""), false);
        }
        assertThat(notices.unread("officer.syt")).isEqualTo(100);
    }

    @Test
    void aLongReasonIsShortenedAndAnUnknownKeyStillSaysWhichCase() {
        String number = f.open("SYT", DUE);
        f.publish(number, List.of("officer.SYT"), "flow.unknownKey", List.of("x".repeat(16_000)), false);
        Notice notice = notices.page("officer.syt", null, 1).notices().get(0);
        assertThat(notice.arguments().get(2)).hasSizeLessThanOrEqualTo(600).endsWith("…");
        assertThat(texts.say(notice.messageKey(), notice.arguments(), VI)).contains(number);
        assertThat(texts.say(notice.messageKey(), notice.arguments(), Locale.ENGLISH))
                .startsWith("There is news");
    }
}
