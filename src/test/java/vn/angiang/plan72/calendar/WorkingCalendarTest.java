package vn.angiang.plan72.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.angiang.plan72.support.ModuleDatabase;

class WorkingCalendarTest {

    private static final Locale VI = Locale.forLanguageTag("vi");
    private static WorkingCalendar calendar;
    private static Holidays loaded;

    @BeforeAll
    static void load() {
        var fixture = new CalendarFixture(ModuleDatabase.h2());
        calendar = fixture.calendar;
        loaded = fixture.holidays;
    }

    private static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }

    @ParameterizedTest
    @CsvSource({
        "2016-02-08, Tết", "2017-01-28, Tết", "2018-02-16, Tết", "2019-02-05, Tết", "2020-01-25, Tết",
        "2021-02-12, Tết", "2022-02-01, Tết", "2023-01-22, Tết", "2024-02-10, Tết", "2025-01-29, Tết",
        "2026-02-17, Tết", "2027-02-06, Tết", "2028-01-26, Tết", "2029-02-13, Tết", "2030-02-02, Tết",
        "2017-04-06, Giỗ", "2018-04-25, Giỗ", "2019-04-14, Giỗ", "2020-04-02, Giỗ", "2021-04-21, Giỗ",
        "2023-04-29, Giỗ", "2026-04-26, Giỗ"
    })
    void lunarHolidaysFallOnTheirDays(LocalDate day, String name) {
        assertThat(loaded.on(day)).get().matches(h -> h.isOff() && h.nameVi().startsWith(name));
        assertThat(calendar.isWorkingDay(day)).isFalse();
    }

    @Test
    void everyYearHasTenStatutoryDaysAndElevenFrom2021EachWeekendOneMadeUpFor() {
        for (int year = 2016; year <= 2030; year++) {
            var off = loaded.ofYear(year).stream()
                    .filter(h -> h.kind() == Holiday.Kind.OFF)
                    .toList();
            assertThat(off).as("%d", year).hasSize(year < 2021 ? 10 : 11);
            long onWeekend =
                    off.stream().filter(h -> Holidays.isWeekend(h.day())).count();
            assertThat(loaded.ofYear(year))
                    .filteredOn(h -> h.nameVi().startsWith("Nghỉ bù"))
                    .hasSize((int) onWeekend);
        }
        assertThat(loaded.years())
                .containsExactly(
                        2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027, 2028, 2029, 2030);
    }

    @Test
    void everyExchangedDayOffIsWorkedOnAWeekendOfTheSameSeason() {
        var all =
                loaded.years().stream().flatMap(y -> loaded.ofYear(y).stream()).toList();
        var exchanged =
                all.stream().filter(h -> h.nameVi().equals("Nghỉ hoán đổi")).toList();
        var madeUp = all.stream().filter(h -> h.kind() == Holiday.Kind.MAKE_UP).toList();
        assertThat(exchanged).hasSameSizeAs(madeUp).isNotEmpty();
        assertThat(madeUp).allMatch(h -> Holidays.isWeekend(h.day()) && calendar.isWorkingDay(h.day()));
        assertThat(exchanged).allMatch(h -> !Holidays.isWeekend(h.day()) && !calendar.isWorkingDay(h.day()));
    }

    @Test
    void fiveWorkingDaysOverTet2017AreExplainedExactly() {
        var deadline = calendar.deadline(day("2017-01-24"), 5);
        assertThat(deadline.due()).isEqualTo(day("2017-02-07"));
        assertThat(deadline.explain(VI))
                .isEqualTo("5 ngày làm việc từ 24/01/2017, trừ Tết Nguyên đán (26/01–01/02) và 2 ngày cuối tuần");
        assertThat(deadline.explain(Locale.ENGLISH))
                .isEqualTo("5 working days from 24/01/2017, not counting Lunar New Year (Tết) (26/01–01/02)"
                        + " and 2 weekend days");
    }

    @Test
    void severalHolidaysInOneTermAreNamedEach() {
        assertThat(calendar.deadline(day("2019-04-12"), 15).explain(VI))
                .isEqualTo("15 ngày làm việc từ 12/04/2019, trừ Giỗ Tổ Hùng Vương (14/04–15/04),"
                        + " Ngày Chiến thắng và Ngày Quốc tế Lao động (29/04–01/05) và 6 ngày cuối tuần");
        assertThat(calendar.deadline(day("2019-04-12"), 15).due()).isEqualTo(day("2019-05-08"));
    }

    @Test
    void aDayInLieuAloneGoesByItsOwnName() {
        assertThat(calendar.deadline(day("2017-09-03"), 1).explain(VI))
                .isEqualTo("1 ngày làm việc từ 03/09/2017, trừ Nghỉ bù Quốc khánh (04/09)");
    }

    @Test
    void aMakeUpSaturdayCounts() {
        assertThat(calendar.plusWorkingDays(day("2019-05-03"), 1)).isEqualTo(day("2019-05-04"));
        assertThat(calendar.deadline(day("2019-05-02"), 3).due()).isEqualTo(day("2019-05-06"));
    }

    @Test
    void aTermWithoutDaysOffNeedsNoReasons() {
        assertThat(calendar.deadline(day("2017-02-20"), 4).explain(VI)).isEqualTo("4 ngày làm việc từ 20/02/2017");
    }

    @Test
    void calendarDaysThatEndInTetMoveToTheNextWorkingDay() {
        var deadline = calendar.deadlineDays(day("2017-01-13"), 15);
        assertThat(deadline.due()).isEqualTo(day("2017-02-02"));
        assertThat(deadline.explain(VI))
                .isEqualTo("15 ngày từ 13/01/2017; ngày cuối 28/01/2017 là ngày nghỉ,"
                        + " dời qua Tết Nguyên đán (28/01–01/02) sang 02/02/2017");
        assertThat(calendar.deadlineDays(day("2017-03-01"), 15).explain(VI)).isEqualTo("15 ngày từ 01/03/2017");
    }

    @Test
    void termsOverTheNewYearShowTheYear() {
        assertThat(calendar.deadline(day("2016-12-30"), 1).explain(VI))
                .isEqualTo("1 ngày làm việc từ 30/12/2016, trừ Tết Dương lịch (01/01/2017–02/01/2017)"
                        + " và 1 ngày cuối tuần");
    }

    @Test
    void countingForthAndBackAgree() {
        LocalDate start = day("2017-01-02");
        for (int i = 0; i < 400; i++) {
            LocalDate from = calendar.workingDayFrom(start.plusDays(i));
            for (int n : new int[] {1, 3, 5, 22}) {
                LocalDate due = calendar.plusWorkingDays(from, n);
                assertThat(calendar.isWorkingDay(due)).isTrue();
                assertThat(calendar.workingDaysBetween(from, due)).isEqualTo(n);
                assertThat(calendar.workingDaysBetween(due, from)).isEqualTo(-n);
                assertThat(calendar.plusWorkingDays(due, -n)).isEqualTo(from);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2017-03-03, 2017-03-01, còn 2 ngày làm việc",
        "2017-03-01, 2017-03-01, hết hạn hôm nay",
        "2017-03-01, 2017-03-06, quá hạn 3 ngày làm việc",
        "2017-01-25, 2017-02-02, quá hạn 1 ngày làm việc",
        "2017-01-25, 2017-01-31, 'quá hạn 6 ngày, chưa qua ngày làm việc nào'",
        "2017-03-05, 2017-03-03, 'còn 2 ngày nghỉ, không còn ngày làm việc'"
    })
    void howFarADueDateIsIsSaidInWorkingDays(LocalDate due, LocalDate today, String words) {
        assertThat(calendar.relative(due, today, VI)).isEqualTo(words);
    }

    @Test
    void englishKnowsOneAndMany() {
        assertThat(calendar.relative(day("2017-03-02"), day("2017-03-01"), Locale.ENGLISH))
                .isEqualTo("1 working day left");
        assertThat(calendar.relative(day("2017-03-01"), day("2017-03-03"), Locale.ENGLISH))
                .isEqualTo("2 working days overdue");
    }

    @Test
    void latenessIsNeverNegative() {
        assertThat(calendar.workingDaysLate(day("2017-03-03"), day("2017-03-01")))
                .isZero();
        assertThat(calendar.workingDaysLate(day("2017-03-01"), day("2017-03-03")))
                .isEqualTo(2);
        assertThat(calendar.workingDaysLate(day("2017-03-03"), day("2017-03-05")))
                .isZero();
    }

    @Test
    void anAbsurdTermIsRefused() {
        assertThatThrownBy(() -> calendar.plusWorkingDays(day("2017-03-01"), 20170301))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
