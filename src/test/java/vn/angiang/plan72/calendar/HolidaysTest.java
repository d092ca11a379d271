package vn.angiang.plan72.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.support.ModuleDatabase;

class HolidaysTest {

    private static final Actor ADMIN = new Actor("admin", "Quản trị", List.of("admin.SLDTBXH"), List.of(), null);
    private static final LocalDate MONDAY = LocalDate.of(2017, 3, 6);
    private static final LocalDate SATURDAY = LocalDate.of(2017, 3, 11);

    private ModuleDatabase db;
    private Holidays holidays;
    private CalendarLoader loader;
    private WorkingCalendar calendar;

    @BeforeEach
    void load() {
        db = ModuleDatabase.h2();
        var fixture = new CalendarFixture(db);
        holidays = fixture.holidays;
        loader = fixture.loader;
        calendar = fixture.calendar;
    }

    @Test
    void anExchangeDecidedByTheGovernmentCanBeEntered() {
        assertThat(calendar.isWorkingDay(MONDAY)).isTrue();
        holidays.put(MONDAY, Holiday.Kind.SUBSTITUTE_OFF, " Nghỉ hoán đổi ", ADMIN);
        var madeUp = holidays.put(SATURDAY, Holiday.Kind.MAKE_UP, "Làm bù", ADMIN);
        assertThat(calendar.isWorkingDay(MONDAY)).isFalse();
        assertThat(calendar.isWorkingDay(SATURDAY)).isTrue();
        assertThat(holidays.on(MONDAY)).get().extracting(Holiday::nameVi).isEqualTo("Nghỉ hoán đổi");
        assertThat(db.events).hasSize(2).last().isEqualTo(new HolidayChanged(null, madeUp, ADMIN));
    }

    @Test
    void aRemovedDayIsOrdinaryAgainAndDoesNotComeBackAtTheNextStart() {
        LocalDate swap = LocalDate.of(2024, 4, 29);
        holidays.remove(swap, ADMIN);
        loader.load();
        assertThat(holidays.on(swap)).isEmpty();
        assertThat(calendar.isWorkingDay(swap)).isTrue();
        assertThatThrownBy(() -> holidays.remove(swap, ADMIN)).isInstanceOf(Refusal.NotFound.class);
    }

    @Test
    void aDayPutTwiceIsChangedNotDoubled() {
        LocalDate tet = LocalDate.of(2027, 2, 9);
        holidays.put(tet, Holiday.Kind.OFF, "Tết Nguyên đán", ADMIN);
        assertThat(holidays.on(tet))
                .get()
                .extracting(Holiday::kind, Holiday::basis)
                .containsExactly(Holiday.Kind.OFF, "LOCAL");
    }

    @Test
    void aMakeUpDayMustBeAWeekendAndADayInLieuMustNot() {
        assertThatThrownBy(() -> holidays.put(MONDAY, Holiday.Kind.MAKE_UP, "Làm bù", ADMIN))
                .isInstanceOf(Refusal.BadInput.class);
        assertThatThrownBy(() -> holidays.put(SATURDAY, Holiday.Kind.SUBSTITUTE_OFF, "Nghỉ bù", ADMIN))
                .isInstanceOf(Refusal.BadInput.class);
        assertThatThrownBy(() -> holidays.put(MONDAY, Holiday.Kind.OFF, " ", ADMIN))
                .isInstanceOf(Refusal.BadInput.class);
    }

    @Test
    void onlyAnAdministratorChangesTheCalendar() {
        var officer = new Actor("officer.syt", "x", List.of("officer.SYT"), List.of(), null);
        assertThatThrownBy(() -> holidays.put(MONDAY, Holiday.Kind.OFF, "Nghỉ", officer))
                .isInstanceOf(Refusal.Forbidden.class);
        assertThatThrownBy(() -> holidays.remove(LocalDate.of(2017, 1, 28), officer))
                .isInstanceOf(Refusal.Forbidden.class);
    }
}
