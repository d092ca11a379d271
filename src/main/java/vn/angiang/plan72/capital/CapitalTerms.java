package vn.angiang.plan72.capital;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Date;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.angiang.plan72.calendar.WorkingCalendar;
import vn.angiang.plan72.plan.Parameters;

/** The days of capital: the January window with Tết in it, quarters, settlement. */
@Component
class CapitalTerms {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final RoundStore rounds;
    private final WorkingCalendar calendar;
    private final Parameters parameters;
    private final CapitalWords words;
    private final Clock clock;

    CapitalTerms(RoundStore rounds, WorkingCalendar calendar, Parameters parameters, CapitalWords words, Clock clock) {
        this.rounds = rounds;
        this.calendar = calendar;
        this.parameters = parameters;
        this.words = words;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** Last day of the window of IV.13 gạch 5; the working day before where that is a day off. Empty before 2018. */
    Optional<LocalDate> windowEnd(int year) {
        return year < parameters.whole("capital.allocation.firstYear")
                ? Optional.empty()
                : Optional.of(workingDayUpTo(day("capital.allocation.to", year)));
    }

    /** A limit of the plan itself is not passed: a day off moves back. */
    private LocalDate workingDayUpTo(LocalDate day) {
        return calendar.isWorkingDay(day) ? day : calendar.plusWorkingDays(day, -1);
    }

    /** Day the province gave capital to the district last, in that year's rounds. */
    @Nullable
    LocalDate givenOn(int year, String district) {
        return rounds.concerning(year, district).stream()
                .filter(r -> r.given().stream().anyMatch(g -> g.district().equals(district)))
                .map(Round::decidedOn)
                .filter(java.util.Objects::nonNull)
                .max(LocalDate::compareTo)
                .orElse(null);
    }

    /**
     * Last day to allocate: the end of January; what is given too late for that has a term of its own from the day it was
     * given (default, no legal basis).
     */
    LocalDate allocationDue(int year, String district) {
        LocalDate given = givenOn(year, district);
        LocalDate own = calendar.plusWorkingDays(
                given == null ? today() : given, parameters.whole("capital.allocation.late.workingDays"));
        LocalDate window = windowEnd(year).orElse(null);
        if (window == null || given == null && window.isBefore(today())) {
            return own;
        }
        return given != null && window.isBefore(own) ? own : window;
    }

    /** Whether the province gave after the day it should have; not asked before the first year of the window. */
    boolean upperLate(int year, @Nullable LocalDate given) {
        return windowEnd(year).isPresent() && given != null && given.isAfter(day("capital.province.notice", year - 1));
    }

    /** Whether the day lies within the window. */
    boolean inWindow(int year, LocalDate day) {
        return windowEnd(year).filter(end -> !day.isAfter(end)).isPresent();
    }

    /** How the last day to allocate comes about, holidays named. */
    String explain(Ledger ledger) {
        LocalDate due = java.util.Objects.requireNonNull(ledger.dueOn());
        LocalDate given = givenOn(ledger.year(), ledger.district());
        boolean window = windowEnd(ledger.year()).filter(due::equals).isPresent();
        LocalDate from = window || given == null
                ? day("capital.allocation.from", ledger.year()).minusDays(1)
                : given;
        if (!from.isBefore(due)) {
            return words.say("capital.term.due", words.day(due));
        }
        String counted = calendar.deadline(from, calendar.workingDaysBetween(from, due))
                .explain(LocaleContextHolder.getLocale());
        return words.say(window ? "capital.term.window" : "capital.term.late", words.day(due), counted);
    }

    /** Working days from today. */
    LocalDate in(String parameter) {
        return calendar.plusWorkingDays(today(), parameters.whole(parameter));
    }

    LocalDate disbursementDue() {
        return in("capital.disbursement.workingDays");
    }

    /** Last day of the settlement of a year, or some days from now when that has passed. */
    LocalDate settlementDue(int year) {
        LocalDate fixed = calendar.workingDayFrom(day("capital.settlement.due", year + 1));
        LocalDate own = disbursementDue();
        return fixed.isBefore(own) ? own : fixed;
    }

    /** First quarter whose end has not passed on a day of allocation. */
    int firstQuarter(int year, LocalDate allocatedOn) {
        if (allocatedOn.getYear() != year) {
            return allocatedOn.getYear() < year ? 1 : 4;
        }
        return (allocatedOn.getMonthValue() + 2) / 3;
    }

    /** Just after the quarter. */
    Date afterQuarter(int year, int quarter) {
        return soonAfter(LocalDate.of(year, 3 * quarter, 1).plusMonths(1).minusDays(1));
    }

    private LocalDate day(String parameter, int year) {
        return MonthDay.parse("--" + parameters.text(parameter)).atYear(year);
    }

    /** Last minute of a day. */
    static Date end(LocalDate day) {
        return Date.from(day.atTime(LocalTime.of(23, 59)).atZone(ZONE).toInstant());
    }

    /** Five minutes after a day. */
    static Date soonAfter(LocalDate day) {
        return Date.from(day.plusDays(1).atTime(0, 5).atZone(ZONE).toInstant());
    }
}
