package vn.angiang.plan72;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import vn.angiang.plan72.accountability.AccountabilityCases;
import vn.angiang.plan72.assignment.Assignments;
import vn.angiang.plan72.casefile.CaseState;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.flow.Flows;
import vn.angiang.plan72.inspection.Inspections;
import vn.angiang.plan72.organization.Unit;
import vn.angiang.plan72.organization.Units;
import vn.angiang.plan72.plan.Obligation;
import vn.angiang.plan72.plan.Obligations;
import vn.angiang.plan72.plan.ResponsibleUnits;
import vn.angiang.plan72.process.StartableProcesses;
import vn.angiang.plan72.reporting.Completeness;
import vn.angiang.plan72.reporting.Periods;
import vn.angiang.plan72.support.As;
import vn.angiang.plan72.support.CaseWalk;
import vn.angiang.plan72.support.Clockwork;
import vn.angiang.plan72.support.IntegrationTest;

/**
 * Every duty of the plan ends in a flow that runs: each is given to one responsible unit and worked through on
 * the engine, with answers made from the forms, until its case is closed.
 */
@IntegrationTest
class CatalogueRunsTests {

    private static final LocalDate START = LocalDate.of(2017, 2, 20);
    private static final LocalDate DUE = LocalDate.of(2019, 12, 31);

    @Autowired
    Obligations obligations;

    @Autowired
    ResponsibleUnits responsible;

    @Autowired
    Units units;

    @Autowired
    Assignments assignments;

    @Autowired
    Inspections inspections;

    @Autowired
    AccountabilityCases accountability;

    @Autowired
    Periods periods;

    @Autowired
    Completeness completeness;

    @Autowired
    Flows flows;

    @Autowired
    StartableProcesses startable;

    @Autowired
    Cases cases;

    @Autowired
    CaseWalk walk;

    @Autowired
    As as;

    @Autowired
    Clockwork clock;

    @BeforeEach
    @AfterEach
    void february2017() {
        clock.set(START);
    }

    @TestFactory
    Stream<DynamicTest> everyObligationIsWorkedThroughAsAnAssignment() {
        assertThat(obligations.all()).hasSize(97);
        return obligations.all().stream()
                .map(o -> DynamicTest.dynamicTest(
                        o.id(), () -> assertThat(walked(o)).contains("verifyResult")));
    }

    private List<String> walked(Obligation obligation) {
        clock.set(START);
        String number = as.call(
                "officer.sldtbxh",
                () -> assignments.give(
                        new Assignments.Order(obligation, unitOf(obligation), "Kết quả", DUE, 2017),
                        as.actor("officer.sldtbxh")));
        var steps = walk.toTheEnd(number);
        assertThat(cases.byNumber(number).state()).isEqualTo(CaseState.HOAN_THANH);
        boolean special = obligation.specialFlow() != null
                && as.call(
                        "officer.sldtbxh",
                        () -> startable.find(obligation.specialFlow()).isPresent());
        assertThat(steps.contains("execute"))
                .as("the officer's own step, or the flow of the duty")
                .isNotEqualTo(special);
        return steps;
    }

    private String unitOf(Obligation obligation) {
        return smallest(obligation.specialFlow(), responsible.of(obligation, START));
    }

    /** The first; of those who review households not the whole province, which takes 156 communes. */
    private String smallest(String flow, List<String> codes) {
        return codes.stream()
                .filter(unit -> "householdReview".equals(flow))
                .filter(unit -> units.byCode(unit).level().equals("district"))
                .findFirst()
                .orElse(codes.get(0));
    }

    @TestFactory
    Stream<DynamicTest> everyFlowThatAPersonMayStartIsWorkedThroughOnItsOwn() {
        return as.call("officer.sldtbxh", () -> startable.all()).stream()
                .map(flow -> DynamicTest.dynamicTest(flow.processKey(), () -> {
                    clock.set(START);
                    String person = flow.starterGroups().isEmpty()
                            ? "officer.sldtbxh"
                            : flow.starterGroups().get(0).toLowerCase();
                    String unit = smallest(
                            flow.processKey(),
                            as.call(person, () -> flows.unitsFor(flow, as.actor(person))).stream()
                                    .map(Unit::code)
                                    .toList());
                    String number = as.call(
                            person,
                            () -> flows.start(
                                    new Flows.Opening(flow.processKey(), "Chạy thử", unit, 2017, null, null),
                                    as.actor(person)));
                    assertThat(walk.toTheEnd(number)).isNotEmpty();
                    assertThat(cases.byNumber(number).isOpen()).isFalse();
                }));
    }

    @Test
    void anInspectionIsWorkedThrough() {
        String number = as.call(
                "officer.sldtbxh",
                () -> inspections.open("H893", "GIAM_SAT", "Việc thực hiện", as.actor("officer.sldtbxh")));
        assertThat(walk.toTheEnd(number)).contains("concludeInspection", "publishConclusion");
    }

    @Test
    void aCaseOfAccountabilityIsWorkedThrough() {
        String number = as.call(
                "officer.sldtbxh",
                () -> accountability.openByHand(
                        "H893", "B", "Chạy thử danh mục", "Không đạt kế hoạch", as.actor("officer.sldtbxh")));
        assertThat(walk.toTheEnd(number)).contains("screenGrounds");
    }

    /** Those duties that are fulfilled by reporting: one period asks for the indicators of all of them. */
    @Test
    void everyDutyToReportIsAnsweredByAReportOfItsUnit() {
        var reporting = obligations.all().stream()
                .filter(o -> o.flow().equals("reporting"))
                .toList();
        Set<String> indicators =
                reporting.stream().flatMap(o -> o.indicators().stream()).collect(Collectors.toCollection(TreeSet::new));
        clock.set(LocalDate.of(2020, 6, 1));
        String code = as.call(
                "officer.sldtbxh",
                () -> periods.planAdHoc(
                        "Chạy thử danh mục", LocalDate.of(2020, 7, 6), indicators, false, as.actor("officer.sldtbxh")));
        as.run("officer.sldtbxh", () -> periods.openNow(code, as.actor("officer.sldtbxh")));
        clock.runJobs();
        var asked = as.call(
                "officer.sldtbxh", () -> completeness.ofPeriod(periods.byCode(code), as.actor("officer.sldtbxh")));
        for (Obligation o : reporting) {
            var units = responsible.of(o, LocalDate.of(2020, 6, 1));
            // the provincial committee's own duties are answered by the consolidation of all reports
            assertThat(units.contains("UBND_TINH")
                            || asked.stream()
                                    .anyMatch(f -> units.contains(f.report().unit())))
                    .as(o.id())
                    .isTrue();
        }
        String number = asked.stream()
                .map(f -> f.report())
                .filter(r -> r.unit().equals("H893"))
                .findFirst()
                .orElseThrow()
                .caseNumber();
        assertThat(walk.toTheEnd(number)).containsSubsequence("enterReport", "signReport", "receiveReport");
    }
}
