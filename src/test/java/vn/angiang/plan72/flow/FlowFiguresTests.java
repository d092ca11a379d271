package vn.angiang.plan72.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import vn.angiang.plan72.reporting.Completeness;
import vn.angiang.plan72.reporting.Periods;
import vn.angiang.plan72.reporting.UnitReports;
import vn.angiang.plan72.support.As;
import vn.angiang.plan72.support.Clockwork;
import vn.angiang.plan72.support.Desk;
import vn.angiang.plan72.support.IntegrationTest;

/** Numbers that forms collect are offered to the report of the unit that answered. */
@IntegrationTest
class FlowFiguresTests {

    private static final String UNIT = "H888";

    @Autowired
    Flows flows;

    @Autowired
    FlowControl control;

    @Autowired
    FlowFigures figures;

    @Autowired
    Periods periods;

    @Autowired
    Completeness completeness;

    @Autowired
    UnitReports reports;

    @Autowired
    Desk desk;

    @Autowired
    As as;

    @Autowired
    Clockwork clock;

    @Autowired
    MockMvc mvc;

    private String classes(int year) {
        clock.set(LocalDate.of(year, 3, 1));
        String number = as.call(
                "officer.h888",
                () -> flows.start(
                        new Flows.Opening("staffTraining", "Tập huấn cán bộ xã", UNIT, year, null, null),
                        as.actor("officer.h888")));
        desk.does("officer.h888", number, "surveyNeeds", "trainingKind", "CLASS", "peopleNeeded", 90, "needs", "x");
        return number;
    }

    private void held(String number, int people) {
        desk.does(
                "officer.h888",
                number,
                "planClass",
                "topic",
                "Đo nghèo đa chiều",
                "classFrom",
                "2018-05-05",
                "classDays",
                2,
                "venue",
                "Thị trấn",
                "invited",
                people,
                "classMoney",
                20);
        desk.does("leader.h888", number, "approveClass", "classApproval", "APPROVED");
        desk.does(
                "officer.h888",
                number,
                "recordAttendance",
                "classesHeld",
                1,
                "peopleTrained",
                people,
                "attendanceRate",
                90,
                "passRate",
                80);
    }

    private void assessed(String number, String more) {
        desk.does(
                "officer.h888",
                number,
                "assessTraining",
                "assessment",
                "Tốt",
                "communesCovered",
                9,
                "communesAll",
                13,
                "moreClasses",
                more);
    }

    private Map<String, FlowFigures.Recorded> sums(int year) {
        return figures.sums(UNIT, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    @Test
    void repeatedStepsAddUpAndARateKeepsItsLastNumeratorAndDenominator() {
        String number = classes(2018);
        held(number, 40);
        assessed(number, "YES");
        held(number, 45);
        assessed(number, "NO");
        var recorded = sums(2018);
        assertThat(recorded.get("TR_CLASSES").value()).isEqualByComparingTo("2");
        assertThat(recorded.get("TR_PEOPLE").value()).isEqualByComparingTo("85");
        assertThat(recorded.get("STAFF_COV").value()).isEqualByComparingTo("9");
        assertThat(recorded.get("STAFF_COV").denominator()).isEqualByComparingTo("13");
        assertThat(recorded.get("TR_PEOPLE").cases()).isEqualTo(1);
        assertThat(figures.sums("H889", LocalDate.of(2018, 1, 1), LocalDate.of(2018, 12, 31)))
                .doesNotContainKey("TR_CLASSES");
    }

    @Test
    void aWithdrawnCaseCountsNoMore() {
        String number = classes(2019);
        held(number, 30);
        assertThat(sums(2019)).containsKey("TR_CLASSES");
        as.run("leader.h888", () -> control.withdraw(number, "Mở nhầm", as.actor("leader.h888")));
        assertThat(sums(2019)).doesNotContainKey("TR_CLASSES");
    }

    @Test
    void theSheetOffersWhatWasRecordedAndFillsItOnlyOnRequest() throws Exception {
        String number = classes(2020);
        held(number, 33);
        assessed(number, "NO");
        clock.set(LocalDate.of(2020, 4, 1));
        String code = as.call(
                "officer.sldtbxh",
                () -> periods.planAdHoc(
                        "Báo cáo tập huấn",
                        LocalDate.of(2020, 5, 5),
                        Set.of("TR_CLASSES", "TR_PEOPLE", "STAFF_COV"),
                        false,
                        as.actor("officer.sldtbxh")));
        as.run("officer.sldtbxh", () -> periods.openNow(code, as.actor("officer.sldtbxh")));
        clock.runJobs();
        var report = as
                .call("officer.sldtbxh", () -> completeness.ofPeriod(periods.byCode(code), as.actor("officer.sldtbxh")))
                .stream()
                .map(Completeness.Field::report)
                .filter(r -> r.unit().equals(UNIT))
                .findFirst()
                .orElseThrow();
        String sheet = "/bao-cao/" + report.caseNumber() + "/so-lieu";
        mvc.perform(get(sheet).with(user("officer.h888")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Hệ thống ghi nhận: 33 (1 hồ sơ)")))
                .andExpect(content().string(containsString("Hệ thống ghi nhận: 9 / 13 (1 hồ sơ)")));
        mvc.perform(post(sheet + "/ghi-nhan").with(user("officer.h889")).with(csrf()))
                .andExpect(status().isForbidden());
        long revision = as.call("officer.h888", () -> reports.sheet(report.caseNumber(), as.actor("officer.h888")))
                .report()
                .revision();
        mvc.perform(post(sheet + "/ghi-nhan")
                        .param("p72-revision", String.valueOf(revision))
                        .with(user("officer.h888"))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        var filled = as.call("officer.h888", () -> reports.sheet(report.caseNumber(), as.actor("officer.h888")));
        assertThat(filled.lines())
                .filteredOn(l -> l.measure().code().equals("TR_PEOPLE"))
                .singleElement()
                .satisfies(l -> assertThat(l.figure().value().amount()).isEqualByComparingTo(BigDecimal.valueOf(33)));
        mvc.perform(get(sheet).with(user("officer.h888"))).andExpect(content().string(not(containsString("ghi-nhan"))));
        mvc.perform(post(sheet + "/ghi-nhan")
                        .param("p72-revision", String.valueOf(revision))
                        .with(user("officer.h888"))
                        .with(csrf()))
                .andExpect(status().isConflict());
    }
}
