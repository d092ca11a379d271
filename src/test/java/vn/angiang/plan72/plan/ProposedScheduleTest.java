package vn.angiang.plan72.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.angiang.plan72.shared.YamlData;

class ProposedScheduleTest {

    private static final List<Obligation> ALL = PlanCatalogue.read().obligations();
    private static final LocalDate SIGNED = LocalDate.of(2017, 2, 17);
    private final ProposedSchedule schedule = new ProposedSchedule();

    private static Obligation row(String id) {
        return ALL.stream().filter(o -> o.id().equals(id)).findFirst().orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "IV.13.e.1, 2018, 2018-01-31",
        "IV.13.e.1, 2020, 2020-01-31",
        "IV.1.a,    2019, 2019-01-31",
        "IV.1.a,    2017, 2017-03-31",
        "III.2.b,   2017, 2017-12-15",
        "III.3.a,   2018, 2018-12-15",
        "IV.3.a,    2017, 2017-06-30",
        "IV.13.b,   2017, 2017-03-31",
        "IV.6.a,    2017, 2017-07-31",
        "IV.14.a,   2018, 2018-11-18",
        "I.d,       2018, 2018-12-15",
        "CL.d,      2017, 2017-12-20"
    })
    void aRowIsProposedForItsDay(String id, int year, LocalDate due) {
        var proposal = schedule.propose(row(id), year).orElseThrow();
        assertThat(proposal.due()).isEqualTo(due);
        assertThat(proposal.why(Locale.forLanguageTag("vi"))).isNotBlank();
        assertThat(proposal.why(Locale.ENGLISH)).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({
        "IV.13.e.1, 2017",
        "II, 2017",
        "II, 2020",
        "IV.3.a, 2018",
        "IV.13.a, 2016",
        "I.d, 2017",
        "CL.d, 2015",
        "CL.d, 2021"
    })
    void aRowIsNotProposedOutsideItsYears(String id, int year) {
        assertThat(schedule.propose(row(id), year)).isEmpty();
    }

    @Test
    void oneOffRowsAreProposedInExactlyOneYearAndTheFrameOfThePlanNever() {
        for (Obligation o : ALL) {
            long years = java.util.stream.IntStream.rangeClosed(2016, 2020)
                    .filter(y -> schedule.propose(o, y).isPresent())
                    .count();
            if (o.id().equals("II")) {
                assertThat(years).isZero();
            } else if (o.isOneOff()) {
                assertThat(years).as(o.id()).isEqualTo(1);
            } else {
                assertThat(years).as(o.id()).isPositive();
            }
        }
    }

    @Test
    void nothingIsDueIn2017BeforeThePlanWasSigned() {
        assertThat(ALL).allMatch(o -> schedule.propose(o, 2017)
                .map(p -> p.due().isAfter(SIGNED))
                .orElse(true));
    }

    @Test
    void theTableNamesOnlyRowsAndSchedulesOfTheCatalogue() {
        var ids = new HashSet<String>();
        var schedules = new HashSet<String>();
        ALL.forEach(o -> {
            ids.add(o.id());
            schedules.add(String.valueOf(o.suggestedSchedule()));
        });
        for (var rule : YamlData.read("plan/schedule.yaml", ProposedSchedule.Table.class)
                .rules()) {
            if (rule.ids() != null) {
                assertThat(ids).containsAll(rule.ids());
            }
            if (rule.schedules() != null) {
                assertThat(schedules).containsAll(rule.schedules());
            }
        }
    }

    @Test
    void onlyTheOneDateOfThePlanIsNotCalledAProposal() {
        assertThat(ALL)
                .filteredOn(o -> schedule.propose(o, 2018)
                        .filter(p -> !p.whyVi().startsWith("Đề xuất"))
                        .isPresent())
                .extracting(Obligation::id)
                .containsExactly("IV.13.e.1");
    }
}
