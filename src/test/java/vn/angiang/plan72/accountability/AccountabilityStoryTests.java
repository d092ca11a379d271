package vn.angiang.plan72.accountability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.angiang.plan72.casefile.CaseAccess;
import vn.angiang.plan72.casefile.CaseList;
import vn.angiang.plan72.casefile.CaseQuery;
import vn.angiang.plan72.casefile.CaseState;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.support.As;
import vn.angiang.plan72.support.Clockwork;
import vn.angiang.plan72.support.Desk;
import vn.angiang.plan72.support.IntegrationTest;
import vn.angiang.plan72.support.SomeAssignment;

/** From an assignment that fails to the Chair's conclusion. */
@IntegrationTest
class AccountabilityStoryTests {

    @Autowired
    AccountabilityCases accountability;

    @Autowired
    AccountabilityFile files;

    @Autowired
    AccountabilityLetters letters;

    @Autowired
    SomeAssignment assignment;

    @Autowired
    Cases cases;

    @Autowired
    CaseList list;

    @Autowired
    CaseAccess access;

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

    private String openByHand(String unit, String trigger) {
        return as.call(
                "officer.sldtbxh",
                () -> accountability.openByHand(
                        unit,
                        trigger,
                        "Vụ việc " + System.nanoTime(),
                        "Chậm phân bổ vốn",
                        as.actor("officer.sldtbxh")));
    }

    private String askedToExplain(String unit, String trigger) {
        String number = openByHand(unit, trigger);
        desk.does("officer.sldtbxh", number, "screenGrounds", "grounds", "FOUND", "reason", "Chậm hai tháng");
        desk.does(
                "leader.ubnd_tinh",
                number,
                "signRequest",
                "requestSigning",
                "SIGNED",
                "documentNumber",
                "88/UBND-KGVX",
                "signedOn",
                "20/02/2017",
                "questions",
                "Vì sao chậm?");
        return number;
    }

    private void conclude(String number, String conclusion, Object... more) {
        var answers = new java.util.ArrayList<Object>(List.of(
                "conclusion",
                conclusion,
                "documentNumber",
                "120/KL-UBND",
                "signedOn",
                day(clock.today()),
                "conclusionText",
                "Đã xem xét"));
        answers.addAll(List.of(more));
        desk.does("leader.ubnd_tinh", number, "conclude", answers.toArray());
    }

    private static String day(LocalDate day) {
        return "%02d/%02d/%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
    }

    @Test
    void anAssignmentOverdueForTooLongLeadsToExactlyOneCase() {
        String failed = assignment.forUnit("H892", LocalDate.of(2017, 3, 1));
        desk.does("officer.h892", failed, "acceptAssignment", "acceptance", "ACCEPT");
        clock.advanceTo(LocalDate.of(2017, 6, 20));
        var numbers = jdbc.sql("select case_number from accountability_case where source_case = ?")
                .param(failed)
                .query(String.class)
                .list();
        assertThat(numbers).hasSize(1);
        var view = as.call("officer.sldtbxh", () -> files.of(numbers.get(0), as.actor("officer.sldtbxh")));
        assertThat(view.facts().trigger()).isEqualTo("B");
        assertThat(view.evidence())
                .as("dates, reminders and the matter itself are in the file")
                .anyMatch(e -> e.kind().equals("ASSIGNMENT") && e.text().contains("01/03/2017"))
                .anyMatch(e -> e.kind().equals("REMINDERS"));
    }

    @Test
    void theHeadExplainsAndIsReminded() throws Exception {
        String number = askedToExplain("H886", "B");
        desk.does("leader.h886", number, "explain", "explanationText", "Vốn trung ương về chậm");
        desk.does("officer.snv", number, "assess", "assessment", "MINOR", "assessmentText", "Có thiếu sót nhỏ");
        conclude(number, "REMINDED");
        desk.does("officer.sldtbxh", number, "recordOutcome", "outcome", "Đã gửi kết luận");
        assertThat(cases.byNumber(number).state()).isEqualTo(CaseState.HOAN_THANH);
        byte[] pdf = as.call("leader.h886", () -> letters.letter(number, "ket-luan", true));
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " "))
                    .contains("120/KL-UBND", "Nhắc nhở", "Huyện An Phú");
        }
    }

    @Test
    void silenceNeverHelpsAndMoreTimeIsGrantedOnce() {
        String number = askedToExplain("H887", "B");
        LocalDate first = cases.byNumber(number).dueOn();
        assertThat(first).isBetween(LocalDate.of(2017, 3, 7), LocalDate.of(2017, 3, 8));
        as.run("leader.h887", () -> accountability.askMoreTime(number, "Cần đối chiếu", as.actor("leader.h887")));
        assertThatThrownBy(() ->
                        as.run("leader.h887", () -> accountability.askMoreTime(number, "Nữa", as.actor("leader.h887"))))
                .isInstanceOf(Refusal.Conflict.class);
        desk.does("leader.ubnd_tinh", number, "decideMoreTime", "moreTime", "GRANTED", "reason", "Hợp lý");
        assertThat(cases.byNumber(number).dueOn()).isAfter(first.plusDays(13));
        clock.advanceTo(first.plusDays(3));
        assertThat(desk.steps(number)).as("the term was moved").containsExactly("explain");
        clock.advanceTo(cases.byNumber(number).dueOn().plusDays(2));
        assertThat(desk.steps(number)).containsExactly("assess");
        assertThat(as.call("officer.snv", () -> files.of(number, as.actor("officer.snv")))
                        .facts()
                        .silent())
                .isTrue();
        as.run("leader.h887", () -> accountability.addStatement(number, "Bổ sung sau hạn", as.actor("leader.h887")));
    }

    @Test
    void aCorrectiveOrderBecomesAnAssignmentOfTheUnit() {
        String number = askedToExplain("H888", "B");
        desk.does("leader.h888", number, "explain", "explanationText", "Nhận thiếu sót");
        desk.does("officer.snv", number, "assess", "assessment", "SERIOUS", "assessmentText", "Nghiêm trọng");
        assertThatThrownBy(() -> conclude(
                        number,
                        "CORRECTIVE_ORDER",
                        "correctiveDeliverable",
                        "Phân bổ xong vốn",
                        "correctiveDueOn",
                        "20/02/2017"))
                .as("a date that is over already")
                .isInstanceOf(Refusal.BadInput.class);
        conclude(
                number,
                "CORRECTIVE_ORDER",
                "correctiveDeliverable",
                "Phân bổ xong vốn",
                "correctiveDueOn",
                "30/06/2017");
        assertThat(jdbc.sql("select count(*) from assignment_fact where deliverable = 'Phân bổ xong vốn'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void onlyThoseWhoMustKnowKnow() {
        String number = openByHand("H890", "A");
        for (String knows : List.of("leader.h890", "officer.sldtbxh", "leader.ubnd_tinh", "officer.ttr_tinh")) {
            assertThat(as.call(knows, () -> access.isVisible(number))).as(knows).isTrue();
        }
        for (String stranger :
                List.of("officer.h890", "supervisor", "officer.snv", "leader.h891", "admin", "officer.bcd_tinh")) {
            assertThat(as.call(stranger, () -> access.isVisible(number)))
                    .as(stranger)
                    .isFalse();
            assertThatThrownBy(() -> as.run(stranger, () -> files.of(number, as.actor(stranger))))
                    .as(stranger)
                    .isInstanceOf(Refusal.NotFound.class);
            assertThat(as.call(stranger, () -> list.find(CaseQuery.all().withText(number), as.actor(stranger)))
                            .cases())
                    .as(stranger)
                    .isEmpty();
        }
    }

    @Test
    void theSameMatterIsNotOpenedTwice() {
        as.run(
                "officer.sldtbxh",
                () -> accountability.openByHand("H889", "B", "IV.13.e.1/2017", "Chậm", as.actor("officer.sldtbxh")));
        assertThatThrownBy(() -> as.run(
                        "officer.sldtbxh",
                        () -> accountability.openByHand(
                                "H889", "B", "IV.13.e.1/2017", "Chậm", as.actor("officer.sldtbxh"))))
                .isInstanceOf(Refusal.Conflict.class);
        assertThatThrownBy(() -> as.run(
                        "officer.sldtbxh",
                        () -> accountability.openByHand(
                                "MTTQ_TINH", "B", "IV.14.a/2017", "Chậm", as.actor("officer.sldtbxh"))))
                .as("the Front is asked, never called to account")
                .isInstanceOf(Refusal.BadInput.class);
    }
}
