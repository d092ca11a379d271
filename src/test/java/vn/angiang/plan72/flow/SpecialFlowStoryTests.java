package vn.angiang.plan72.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import vn.angiang.plan72.assignment.Assignments;
import vn.angiang.plan72.assignment.Extensions;
import vn.angiang.plan72.casefile.CaseAccess;
import vn.angiang.plan72.casefile.CaseState;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.plan.Obligations;
import vn.angiang.plan72.process.CalledProcesses;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.support.As;
import vn.angiang.plan72.support.Clockwork;
import vn.angiang.plan72.support.Desk;
import vn.angiang.plan72.support.IntegrationTest;

/** An assignment whose obligation names a flow of its own: that flow runs inside the assignment's case. */
@IntegrationTest
class SpecialFlowStoryTests {

    @Autowired
    Assignments assignments;

    @Autowired
    Extensions extensions;

    @Autowired
    Obligations obligations;

    @Autowired
    Cases cases;

    @Autowired
    CaseAccess access;

    @Autowired
    CalledProcesses called;

    @Autowired
    Desk desk;

    @Autowired
    As as;

    @Autowired
    Clockwork clock;

    @Autowired
    MockMvc mvc;

    @BeforeEach
    void february2017() {
        clock.set(LocalDate.of(2017, 2, 20));
    }

    /** IV.5.a, the health department's own policy, up to the first step of its flow. */
    private String inTheSpecialFlow(LocalDate due) {
        String number = as.call(
                "officer.sldtbxh",
                () -> assignments.give(
                        new Assignments.Order(obligations.byId("IV.5.a"), "SYT", "Tờ trình chính sách", due, 2017),
                        as.actor("officer.sldtbxh")));
        desk.does("officer.syt", number, "acceptAssignment", "acceptance", "ACCEPT");
        desk.does("officer.syt", number, "planExecution", "steps", "Nghiên cứu, trình", "milestones", "30/6");
        desk.does("leader.syt", number, "approvePlan", "planDecision", "APPROVED");
        assertThat(desk.steps(number)).containsExactly("researchPolicy");
        return number;
    }

    private void research(String number, String instrument, List<String> units) {
        desk.does(
                "officer.syt",
                number,
                "researchPolicy",
                "policyName",
                "Khám chữa bệnh cho người nghèo",
                "instrument",
                instrument,
                "problem",
                "x",
                "proposal",
                "y",
                "impact",
                "z",
                "moneyNeeded",
                500,
                "proposals",
                1,
                "opinionUnits",
                units);
    }

    private List<CalledProcesses.Called> runs(String number) {
        return as.call("officer.sldtbxh", () -> called.of(cases.byNumber(number).processInstanceId()));
    }

    @Test
    void itsStepsAreAnsweredInTheAssignmentsCaseAndTheAssignmentGoesOnAfterwards() {
        String number = inTheSpecialFlow(LocalDate.of(2017, 9, 29));
        var item = desk.task(number, "researchPolicy");
        assertThat(item.processKey()).isEqualTo("policyProposal");
        assertThat(item.title()).isEqualTo(cases.byNumber(number).title());
        research(number, "GUIDANCE", List.of("STC"));
        assertThat(as.call("officer.stc", () -> access.isVisible(number))).isTrue();
        desk.does("officer.stc", number, "giveOpinion", "opinionKind", "AGREE");
        desk.does("officer.syt", number, "reviseDraft", "opinionsHandled", "Đã tiếp thu", "changes", "Không");
        desk.does(
                "leader.syt",
                number,
                "issueGuidance",
                "guidance",
                "ISSUED",
                "guidanceNo",
                "12/HD-SYT",
                "guidanceOn",
                "2017-02-20",
                "guidanceCount",
                1);
        assertThat(cases.byNumber(number).isOpen()).isTrue();
        assertThat(desk.steps(number)).containsExactly("approveResult");
        desk.does("leader.syt", number, "approveResult", "resultDecision", "APPROVED");
        desk.does("officer.sldtbxh", number, "verifyResult", "verdict", "CONFIRMED");
        assertThat(cases.byNumber(number).rating()).isEqualTo("DUNG_HAN");
    }

    @Test
    void theCasePageShowsBothDiagramsAndTheStepInsideTheFlow() throws Exception {
        String number = inTheSpecialFlow(LocalDate.of(2017, 9, 29));
        mvc.perform(get("/ho-so/" + number).with(user("officer.syt")))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("Nghiên cứu chính sách")))
                .andExpect(content().string(Matchers.containsString("UserTask_researchPolicy")))
                .andExpect(content().string(Matchers.containsString("CallActivity_specialFlow")))
                .andExpect(content().string(Matchers.containsString("so-do.bpmn?quy-trinh=policyProposal")));
        mvc.perform(get("/ho-so/" + number + "/so-do.bpmn?quy-trinh=policyProposal")
                        .with(user("officer.syt")))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("UserTask_giveOpinion")));
        mvc.perform(get("/ho-so/" + number + "/so-do.bpmn?quy-trinh=inspection").with(user("officer.syt")))
                .andExpect(status().isNotFound());
        mvc.perform(get("/ho-so/" + number + "/so-do.bpmn?quy-trinh=policyProposal")
                        .with(user("officer.stc")))
                .andExpect(status().isForbidden());
    }

    @Test
    void aWithdrawnAssignmentTakesItsFlowAwayToo() {
        String number = inTheSpecialFlow(LocalDate.of(2017, 9, 29));
        as.run("leader.sldtbxh", () -> assignments.withdraw(number, "Trùng", as.actor("leader.sldtbxh")));
        assertThat(cases.byNumber(number).state()).isEqualTo(CaseState.HUY);
        assertThat(desk.steps(number)).isEmpty();
        assertThat(runs(number)).noneMatch(CalledProcesses.Called::open);
    }

    @Test
    void aSuspendedAssignmentStopsItsFlowAndItsTimersUntilItIsResumed() {
        String number = inTheSpecialFlow(LocalDate.of(2017, 9, 29));
        research(number, "PETITION", List.of("STC", "STP"));
        as.run("leader.sldtbxh", () -> assignments.suspend(number, "Chờ", as.actor("leader.sldtbxh")));
        clock.advanceTo(LocalDate.of(2017, 3, 20));
        assertThat(desk.steps(number)).containsExactly("giveOpinion", "giveOpinion");
        assertThatThrownBy(() -> desk.does("officer.stc", number, "giveOpinion", "opinionKind", "AGREE"))
                .isInstanceOf(Refusal.Conflict.class);
        as.run("leader.sldtbxh", () -> assignments.resume(number, "Làm tiếp", as.actor("leader.sldtbxh")));
        clock.advanceTo(LocalDate.of(2017, 3, 21));
        assertThat(desk.steps(number)).containsExactly("reviseDraft");
    }

    @Test
    void theAssignmentsOwnDateIsUrgedAndExtendedWhileItsFlowRuns() {
        String number = inTheSpecialFlow(LocalDate.of(2017, 3, 31));
        as.run(
                "officer.syt",
                () -> extensions.request(
                        cases.byNumber(number), LocalDate.of(2017, 4, 28), "Chờ Bộ", as.actor("officer.syt")));
        desk.does("leader.sldtbxh", number, "decideExtension", "extensionDecision", "GRANTED", "reason", "Đồng ý");
        assertThat(cases.byNumber(number).dueOn()).isEqualTo(LocalDate.of(2017, 4, 28));
        clock.advanceTo(LocalDate.of(2017, 4, 20));
        assertThat(as.call("officer.sldtbxh", () -> assignments.fact(number)).urged())
                .isZero();
        clock.advanceTo(LocalDate.of(2017, 5, 8));
        assertThat(as.call("officer.sldtbxh", () -> assignments.fact(number)).urged())
                .isPositive();
        assertThat(desk.steps(number)).containsExactly("researchPolicy");
    }

    @Test
    void aReturnedResultRunsTheFlowAgainAndShowsTheLatestRun() {
        String number = inTheSpecialFlow(LocalDate.of(2017, 9, 29));
        research(number, "GUIDANCE", List.of("STC"));
        desk.does("officer.stc", number, "giveOpinion", "opinionKind", "AGREE");
        desk.does("officer.syt", number, "reviseDraft", "opinionsHandled", "a", "changes", "b");
        desk.does(
                "leader.syt",
                number,
                "issueGuidance",
                "guidance",
                "ISSUED",
                "guidanceNo",
                "12/HD-SYT",
                "guidanceOn",
                "2017-02-20",
                "guidanceCount",
                1);
        desk.does("leader.syt", number, "approveResult", "resultDecision", "APPROVED");
        desk.does("officer.sldtbxh", number, "verifyResult", "verdict", "RETURNED", "reason", "Thiếu nội dung");
        assertThat(desk.steps(number)).containsExactly("researchPolicy");
        assertThat(runs(number)).singleElement().matches(CalledProcesses.Called::open);
    }

    @Test
    void theSheetOfTheCaseSaysWhoAnsweredWhat() throws Exception {
        String number = inTheSpecialFlow(LocalDate.of(2017, 9, 29));
        mvc.perform(get("/ho-so/" + number + "/phieu.pdf").with(user("officer.syt")))
                .andExpect(status().isNotFound());
        research(number, "PETITION", List.of("STC"));
        desk.does("officer.stc", number, "giveOpinion", "opinionKind", "AGREE");
        byte[] pdf = mvc.perform(get("/ho-so/" + number + "/phieu.pdf").with(user("officer.syt")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " "))
                    .contains("PHIẾU GIẢI QUYẾT HỒ SƠ", "1. Nghiên cứu chính sách", "2. Góp ý dự thảo")
                    .contains("Sở Tài chính", "Thống nhất", "mã niêm phong");
        }
        mvc.perform(get("/ho-so/" + number + "/phieu.docx").with(user("officer.sct")))
                .andExpect(status().isForbidden());
        mvc.perform(get("/ho-so/HS-2017-999999/phieu.docx").with(user("officer.syt")))
                .andExpect(status().isNotFound());
    }
}
