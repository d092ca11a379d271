package vn.angiang.plan72.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.angiang.plan72.casefile.CaseState;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.document.Documents;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.support.As;
import vn.angiang.plan72.support.Clockwork;
import vn.angiang.plan72.support.Desk;
import vn.angiang.plan72.support.IntegrationTest;

/** Inspection from the yearly plan to the last recommendation. */
@IntegrationTest
class InspectionStoryTests {

    private static final String INSPECTOR = "officer.sldtbxh";

    @Autowired
    InspectionPlans plans;

    @Autowired
    Inspections inspections;

    @Autowired
    InspectionLetters letters;

    @Autowired
    AreaWatches watches;

    @Autowired
    Documents documents;

    @Autowired
    Cases cases;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Desk desk;

    @Autowired
    As as;

    @Autowired
    Clockwork clock;

    @BeforeEach
    void february2017() {
        clock.set(LocalDate.of(2017, 2, 20));
    }

    @Test
    void thePoorestDistrictsAreProposedFirstAndOpenedOnceAfterApproval() {
        String number = as.call(INSPECTOR, () -> plans.open(2017, as.actor(INSPECTOR)));
        var items = plans.items(2017);
        assertThat(items).extracting(PlanItem::unit).startsWith("H891", "H886", "H890");
        assertThat(items.stream().filter(PlanItem::included))
                .extracting(PlanItem::unit)
                .containsExactly("H891", "H886", "H890");
        assertThatThrownBy(() -> as.run(
                        INSPECTOR, () -> plans.openInspection(items.get(0).id(), as.actor(INSPECTOR))))
                .as("a plan that is not adopted")
                .isInstanceOf(Refusal.Conflict.class);
        desk.does(INSPECTOR, number, "draftInspectionPlan");
        desk.does("leader.sldtbxh", number, "checkInspectionPlan", "planCheck", "APPROVED");
        desk.does(
                "leader.bcd_tinh",
                number,
                "approveInspectionPlan",
                "planApproval",
                "APPROVED",
                "documentNumber",
                "12/KH-BCĐ",
                "signedOn",
                "20/02/2017");
        assertThat(plans.year(2017).state()).isEqualTo("ADOPTED");
        as.run(INSPECTOR, () -> plans.openInspection(items.get(0).id(), as.actor(INSPECTOR)));
        assertThatThrownBy(() -> as.run(
                        INSPECTOR, () -> plans.openInspection(items.get(0).id(), as.actor(INSPECTOR))))
                .isInstanceOf(Refusal.Conflict.class);
    }

    private String decided(String unit) {
        String number =
                as.call(INSPECTOR, () -> inspections.open(unit, "KIEM_TRA", "Sử dụng vốn", as.actor(INSPECTOR)));
        desk.does("leader.sldtbxh", number, "decideInspection", decision(List.of("officer.sldtbxh", "officer.stc")));
        return number;
    }

    private static Object[] decision(List<String> members) {
        return new Object[] {
            "documentNumber",
            "45/QĐ-SLĐTBXH",
            "signedOn",
            "20/02/2017",
            "startsOn",
            "01/03/2017",
            "members",
            members,
            "scope",
            "Sử dụng vốn"
        };
    }

    private Inspection inspections(String number) {
        return as.call(INSPECTOR, () -> inspections.of(number));
    }

    private String photoAt(String number) {
        byte[] pdf = "%PDF-1.4\ntrailer<<>>\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
        return documents
                .store(number, null, "evidence", "anh.pdf", new ByteArrayInputStream(pdf), as.actor(INSPECTOR))
                .id();
    }

    @Test
    void nobodyInspectsTheirOwnUnit() {
        String number =
                as.call(INSPECTOR, () -> inspections.open("STC", "KIEM_TRA", "Sử dụng vốn", as.actor(INSPECTOR)));
        assertThatThrownBy(
                        () -> desk.does("leader.sldtbxh", number, "decideInspection", decision(List.of("officer.stc"))))
                .isInstanceOf(Refusal.BadInput.class);
    }

    @Test
    void theTermIsLongerAtTheBorderAndInTheMountains() {
        var border = as.call(INSPECTOR, () -> inspections.of(decided("H891")));
        var inland = as.call(INSPECTOR, () -> inspections.of(decided("H893")));
        assertThat(border.endsOn()).isBetween(LocalDate.of(2017, 4, 15), LocalDate.of(2017, 4, 18));
        assertThat(inland.endsOn()).isBetween(LocalDate.of(2017, 3, 31), LocalDate.of(2017, 4, 3));
    }

    @Test
    void aGraveFindingLeadsToExactlyOneCaseOfAccountabilityAndTheRecommendationIsFollowed() throws Exception {
        String number = decided("H889");
        desk.does("officer.h889", number, "reportByUnit", "unitReport", "Đã thực hiện");
        assertThatThrownBy(() -> desk.does(INSPECTOR, number, "drawSample", "wanted", "30"))
                .as("more places than there are")
                .isInstanceOf(Refusal.BadInput.class);
        desk.does(INSPECTOR, number, "drawSample", "wanted", "3");
        var drawn = as.call(INSPECTOR, () -> inspections.of(number));
        assertThat(RandomDraw.draw(drawn.drawSeed(), drawn.drawFrom(), 3))
                .as("anybody can draw again")
                .isEqualTo(drawn.drawn());
        as.run(
                INSPECTOR,
                () -> inspections.addFinding(
                        number,
                        "LOSS",
                        "Xã Ô Long Vĩ",
                        "Chi sai 60 triệu đồng",
                        new BigDecimal("60"),
                        false,
                        List.of(photoAt(number)),
                        as.actor(INSPECTOR)));
        assertThat(inspections(number).findings().get(0).evidence()).hasSize(1);
        assertThatThrownBy(() -> as.run(
                        "officer.h889",
                        () -> inspections.addFinding(
                                number,
                                "LOSS",
                                null,
                                "Không",
                                BigDecimal.ONE,
                                false,
                                List.of(),
                                as.actor("officer.h889"))))
                .isInstanceOf(Refusal.Forbidden.class);
        desk.does(INSPECTOR, number, "inspectOnSite", "interviewed", "25", "summary", "Đã kiểm tra ba xã");
        desk.does("leader.h889", number, "signMinutesUnit", "unitSigns", "REMARKED", "unitRemark", "Đang thu hồi");
        desk.does(INSPECTOR, number, "signMinutesTeam", "teamSigns", "true");
        desk.does(INSPECTOR, number, "writeResultReport", "resultReport", "Kết quả");
        assertThatThrownBy(() -> desk.does(INSPECTOR, number, "draftConclusion", "draft", "Dự thảo"))
                .as("a finding without recommendation")
                .isInstanceOf(Refusal.BadInput.class);
        long finding = as.call(INSPECTOR, () -> inspections.of(number))
                .findings()
                .get(0)
                .id();
        as.run(
                INSPECTOR,
                () -> inspections.addRecommendation(number, finding, "Thu hồi 60 triệu đồng", as.actor(INSPECTOR)));
        desk.does(INSPECTOR, number, "draftConclusion", "draft", "Dự thảo");
        desk.does("leader.h889", number, "explainDraft", "explanationText", "Nhất trí");
        desk.does(
                "leader.sldtbxh",
                number,
                "concludeInspection",
                "documentNumber",
                "60/KL-SLĐTBXH",
                "signedOn",
                "20/02/2017",
                "conclusionText",
                "Có thất thoát",
                "remedyDueOn",
                "30/04/2017");
        assertThat(jdbc.sql("select trigger_kind from accountability_case where source_case = ?")
                        .param(number)
                        .query(String.class)
                        .list())
                .containsExactly("A");
        assertThatThrownBy(() -> desk.does(
                        INSPECTOR, number, "publishConclusion", "how", List.of("MEETING"), "publishedOn", "20/02/2017"))
                .as("one way of publication is not enough")
                .isInstanceOf(Refusal.BadInput.class);
        desk.does(
                INSPECTOR,
                number,
                "publishConclusion",
                "how",
                List.of("MEETING", "WEBSITE"),
                "publishedOn",
                "20/02/2017");
        desk.does("officer.h889", number, "remedy", "remedyText", "Đã thu hồi");
        desk.does(INSPECTOR, number, "verifyRemedy", "remedyVerdict", "VERIFIED");
        assertThat(cases.byNumber(number).state()).isEqualTo(CaseState.HOAN_THANH);
        for (String kind : List.of("quyet-dinh", "bien-ban", "ket-luan")) {
            byte[] pdf = as.call(INSPECTOR, () -> letters.letter(number, kind, true));
            try (var document = Loader.loadPDF(pdf)) {
                assertThat(new PDFTextStripper().getText(document)).contains("Châu Phú");
            }
        }
    }

    @Test
    void aMemberWatchesAnAreaAndHelpBecomesAnAssignment() {
        String number = as.call(INSPECTOR, () -> watches.assign("H891", "Ông Thành Viên Thử", as.actor(INSPECTOR)));
        assertThatThrownBy(() -> as.run(INSPECTOR, () -> watches.assign("H891", "Người khác", as.actor(INSPECTOR))))
                .isInstanceOf(Refusal.Conflict.class);
        desk.does(
                "officer.bcd_tinh",
                number,
                "writeAreaNote",
                "note",
                "Đã đến ba xã",
                "help",
                "YES",
                "helpUnit",
                "SNNPTNT",
                "helpText",
                "Hỗ trợ giống bò",
                "helpDueOn",
                "30/05/2017");
        assertThat(jdbc.sql("select count(*) from assignment_fact where deliverable = 'Hỗ trợ giống bò'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(desk.steps(number)).as("waits for the next quarter").isEmpty();
        clock.advanceTo(LocalDate.of(2017, 4, 2));
        assertThat(desk.steps(number)).containsExactly("writeAreaNote");
    }
}
