package vn.angiang.plan72.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.angiang.plan72.calendar.WorkingCalendar;
import vn.angiang.plan72.casefile.CaseState;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.journal.Journal;
import vn.angiang.plan72.notification.NotificationContext.MovableClock;
import vn.angiang.plan72.notification.NotificationContext.NotificationTest;

@NotificationTest
class RemindersTest {

    private static final LocalDate DUE = LocalDate.of(2017, 3, 31); // a Friday

    @Autowired
    Reminders reminders;

    @Autowired
    MovableClock clock;

    @Autowired
    WorkingCalendar calendar;

    @Autowired
    Journal journal;

    private final NotificationFixture f;

    @Autowired
    RemindersTest(JdbcClient jdbc, TransactionTemplate tx, Cases cases, ApplicationEventPublisher events) {
        f = new NotificationFixture(jdbc, tx, cases, events);
    }

    @BeforeEach
    void empty() {
        f.empty();
        clock.set(LocalDate.of(2017, 2, 20));
    }

    private List<String> kinds() {
        return f.column("select kind from reminder order by id");
    }

    /** Runs every day, as the hourly job would. */
    private void everyDayUntil(LocalDate last) {
        for (LocalDate day = clock.today(); !day.isAfter(last); day = day.plusDays(1)) {
            clock.set(day);
            reminders.run();
        }
    }

    @Test
    void aCaseIsRemindedTenAndThreeDaysBeforeOneDayAfterAndThenEveryFive() {
        String number = f.open("SYT", DUE);
        everyDayUntil(LocalDate.of(2017, 4, 18));
        assertThat(kinds()).containsExactly("BEFORE_10", "BEFORE_3", "AFTER_1", "WEEKLY_1", "WEEKLY_2");
        // 6 April 2017 was a holiday (Giỗ Tổ Hùng Vương): the week that holds it is a day longer.
        assertThat(reminders.ofCase(number, Locale.forLanguageTag("vi")))
                .extracting(r -> LocalDate.ofInstant(r.at(), clock.getZone()))
                .containsExactly(
                        calendar.plusWorkingDays(DUE, 11),
                        calendar.plusWorkingDays(DUE, 6),
                        calendar.plusWorkingDays(DUE, 1),
                        calendar.plusWorkingDays(DUE, -3),
                        calendar.plusWorkingDays(DUE, -10));
        assertThat(reminders.countOfCase(number)).isEqualTo(5);
    }

    @Test
    void runningAgainSendsNothingTwice() {
        f.open("SYT", DUE);
        clock.set(calendar.plusWorkingDays(DUE, -3));
        assertThat(reminders.run()).isEqualTo(1);
        assertThat(reminders.run()).isZero();
        assertThat(f.count("notice")).isEqualTo(1);
    }

    @Test
    void beforeTheDueDateTheOfficersAreToldAfterItTheLeadersToo() {
        f.open("SYT", DUE);
        clock.set(calendar.plusWorkingDays(DUE, -3));
        reminders.run();
        assertThat(f.column("select username from notice")).containsExactly("officer.syt");
        f.tx(() -> f.jdbc.sql("delete from notice").update());
        clock.set(calendar.plusWorkingDays(DUE, 1));
        reminders.run();
        assertThat(f.column("select username from notice order by username"))
                .containsExactly("leader.syt", "officer.syt");
        assertThat(f.column("select subject from mail_outbox")).anyMatch(s -> s.contains("quá hạn 1 ngày làm việc"));
    }

    @Test
    void whenTheClockJumpsOnlyTheLatestReminderGoesOut() {
        f.open("SYT", DUE);
        clock.set(calendar.plusWorkingDays(DUE, 8));
        assertThat(reminders.run()).isEqualTo(1);
        assertThat(kinds()).containsExactly("WEEKLY_1");
    }

    @Test
    void aCaseOpenedShortlyBeforeItsDueDateIsNotRemindedOfTermsLongPast() {
        clock.set(calendar.plusWorkingDays(DUE, -5));
        f.open("SYT", DUE);
        assertThat(reminders.run()).isZero();
        clock.set(calendar.plusWorkingDays(DUE, -3));
        assertThat(reminders.run()).isEqualTo(1);
        assertThat(kinds()).containsExactly("BEFORE_3");
    }

    @Test
    void suspendedClosedAndSubmittedCasesGetNone() {
        String suspended = f.open("SYT", DUE);
        String closed = f.open("SYT", DUE);
        String submitted = f.open("SYT", DUE);
        String waiting = f.open("SYT", DUE);
        f.open("SYT", null);
        f.tx(() -> {
            f.cases.suspended(suspended, true);
            f.cases.close(closed, CaseState.HOAN_THANH, "DUNG_HAN");
            f.cases.submitted(submitted, clock.today());
            f.cases.changeState(waiting, CaseState.CHO_DUYET);
        });
        everyDayUntil(LocalDate.of(2017, 4, 20));
        assertThat(kinds()).isEmpty();
    }

    @Test
    void aReturnedResultIsRemindedAgain() {
        String number = f.open("SYT", DUE);
        f.tx(() -> f.cases.submitted(number, clock.today()));
        clock.set(calendar.plusWorkingDays(DUE, 2));
        assertThat(reminders.run()).isZero();
        f.tx(() -> f.jdbc.sql("update case_file set submitted_on = null where number = ?")
                .param(number)
                .update());
        assertThat(reminders.run()).isEqualTo(1);
    }

    @Test
    void aRequestIsAskedInFriendlyWordsAndLeftInPeaceAfterwards() {
        f.open("SYT", DUE, "request", "Vận động ủng hộ");
        everyDayUntil(LocalDate.of(2017, 4, 28));
        assertThat(kinds()).containsExactly("BEFORE_10", "BEFORE_3", "AFTER_1");
        assertThat(f.column("select message_key from reminder")).allMatch(k -> k.startsWith("notification.ask."));
        assertThat(f.column("select body from mail_outbox"))
                .noneMatch(b -> b.contains("quá hạn") || b.contains("Đôn đốc"));
    }

    @Test
    void aBodyOutsideTheHierarchyIsTreatedLikeARequestWhateverTheModality() {
        String unit = f.column("select code from unit where sanctionable = false and type <> 'group' order by code")
                .get(0);
        f.open(unit, DUE);
        everyDayUntil(LocalDate.of(2017, 4, 28));
        assertThat(kinds()).doesNotContain("WEEKLY_1");
        assertThat(f.column("select message_key from reminder"))
                .isNotEmpty()
                .allMatch(k -> k.startsWith("notification.ask."));
    }

    @Test
    void anExtendedDueDateStartsANewSeries() {
        String number = f.open("SYT", DUE);
        everyDayUntil(calendar.plusWorkingDays(DUE, -3));
        LocalDate later = LocalDate.of(2017, 5, 31);
        f.tx(() -> f.jdbc.sql("update case_file set due_on = ?, extensions = 1 where number = ?")
                .params(later, number)
                .update());
        everyDayUntil(calendar.plusWorkingDays(later, 1));
        assertThat(kinds()).containsExactly("BEFORE_10", "BEFORE_3", "BEFORE_10", "BEFORE_3", "AFTER_1");
    }

    @Test
    void everyReminderIsAnActInTheJournalOfTheUnit() {
        String number = f.open("SYT", DUE);
        clock.set(calendar.plusWorkingDays(DUE, 1));
        reminders.run();
        var entry = journal.ofCase(number, 10).get(0);
        assertThat(entry.action()).isEqualTo("notification.reminded");
        assertThat(entry.chain()).isEqualTo("SYT");
        assertThat(entry.data()).containsAllEntriesOf(Map.of("kind", "AFTER_1", "dueOn", DUE.toString()));
    }

    @Test
    void manyCasesOfOneDayAreAllReminded() {
        for (int i = 0; i < 450; i++) {
            f.open(i % 2 == 0 ? "SYT" : "STC", DUE);
        }
        clock.set(calendar.plusWorkingDays(DUE, -10));
        assertThat(reminders.run()).isEqualTo(450);
        assertThat(f.count("reminder")).isEqualTo(450);
    }
}
