package vn.angiang.plan72.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.angiang.plan72.casefile.CaseState;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.document.Documents;
import vn.angiang.plan72.plan.Obligations;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.support.As;
import vn.angiang.plan72.support.Clockwork;
import vn.angiang.plan72.support.Desk;
import vn.angiang.plan72.support.IntegrationTest;

/** An assignment told from beginning to end on the real engine. */
@IntegrationTest
class AssignmentStoryTests {

    @Autowired
    Assignments assignments;

    @Autowired
    Obligations obligations;

    @Autowired
    Cases cases;

    @Autowired
    Contributions contributions;

    @Autowired
    Extensions extensions;

    @Autowired
    Documents documents;

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

    private String given(LocalDate due) {
        return as.call(
                "officer.sldtbxh",
                () -> assignments.give(
                        new Assignments.Order(obligations.byId("IV.3.a"), "SNNPTNT", "Văn bản hướng dẫn", due, 2017),
                        as.actor("officer.sldtbxh")));
    }

    private String inExecution(LocalDate due, Object... planAnswers) {
        String number = given(due);
        desk.does("officer.snnptnt", number, "acceptAssignment", "acceptance", "ACCEPT");
        desk.does(
                "officer.snnptnt",
                number,
                "planExecution",
                planAnswers.length == 0
                        ? new Object[] {"steps", "Soạn, lấy ý kiến, trình", "milestones", "15/4"}
                        : planAnswers);
        desk.does("leader.snnptnt", number, "approvePlan", "planDecision", "APPROVED");
        return number;
    }

    private String deliverable(String number) {
        var content = new ByteArrayInputStream("%PDF-1.4\n%%EOF".getBytes(StandardCharsets.US_ASCII));
        String taskId = desk.task(number, "execute").taskId();
        return as.call("officer.snnptnt", () -> documents
                .store(number, taskId, "deliverables", "van-ban.pdf", content, as.actor("officer.snnptnt"))
                .id());
    }

    private void submitted(String number) {
        desk.does(
                "officer.snnptnt",
                number,
                "execute",
                "resultSummary",
                "Đã ban hành",
                "completedOn",
                clock.today().toString(),
                "deliverables",
                deliverable(number));
        desk.does("leader.snnptnt", number, "approveResult", "resultDecision", "APPROVED");
    }

    @Test
    void aResultHandedInBeforeTheDueDateIsRatedOnTime() {
        String number = inExecution(LocalDate.of(2017, 6, 30));
        assertThat(cases.byNumber(number).state()).isEqualTo(CaseState.DANG_THUC_HIEN);
        submitted(number);
        assertThat(desk.steps(number)).containsExactly("verifyResult");
        desk.does("officer.sldtbxh", number, "verifyResult", "verdict", "CONFIRMED");
        var closed = cases.byNumber(number);
        assertThat(closed.state()).isEqualTo(CaseState.HOAN_THANH);
        assertThat(closed.rating()).isEqualTo("DUNG_HAN");
        assertThat(desk.steps(number)).isEmpty();
    }

    @Test
    void aResultHandedInAfterTheDueDateIsRatedLate() {
        String number = inExecution(LocalDate.of(2017, 3, 31));
        clock.advanceTo(LocalDate.of(2017, 4, 5));
        submitted(number);
        desk.does("officer.sldtbxh", number, "verifyResult", "verdict", "CONFIRMED");
        assertThat(cases.byNumber(number).rating()).isEqualTo("QUA_HAN");
    }

    @Test
    void aReturnedResultGoesBackToTheUnitAndIsCounted() {
        String number = inExecution(LocalDate.of(2017, 6, 30));
        submitted(number);
        desk.does("officer.sldtbxh", number, "verifyResult", "verdict", "RETURNED", "reason", "Thiếu biểu số liệu");
        assertThat(desk.steps(number)).containsExactly("execute");
        assertThat(as.call("officer.sldtbxh", () -> assignments.fact(number)).resultsReturned())
                .isEqualTo(1);
        submitted(number);
        assertThat(desk.steps(number)).containsExactly("verifyResult");
    }

    @Test
    void aSilentCoordinatorIsRecordedAndDoesNotBlockTheLead() {
        String number = inExecution(
                LocalDate.of(2017, 6, 30),
                "steps",
                "x",
                "milestones",
                "y",
                "coordinatingUnits",
                List.of("STC", "SKHDT"));
        assertThat(desk.steps(number)).containsExactly("contribute", "contribute", "execute");
        desk.does("officer.stc", number, "contribute", "opinion", "Thống nhất");
        clock.advanceTo(LocalDate.of(2017, 3, 20));
        assertThat(desk.steps(number)).containsExactly("execute");
        assertThat(contributions.of(number))
                .extracting(c -> c.unitCode() + " " + c.silent())
                .containsExactly("SKHDT true", "STC false");
        submitted(number);
        assertThat(desk.steps(number)).containsExactly("verifyResult");
    }

    @Test
    void theLeadMayFinishWhileContributionsAreOpen() {
        String number = inExecution(
                LocalDate.of(2017, 6, 30), "steps", "x", "milestones", "y", "coordinatingUnits", List.of("STC"));
        submitted(number);
        assertThat(desk.steps(number)).containsExactly("verifyResult");
        assertThat(contributions.of(number)).allMatch(Contributions.Contribution::silent);
    }

    @Test
    void aGrantedExtensionMovesTheDateEverywhereAndKeepsTheOldOne() {
        String number = inExecution(LocalDate.of(2017, 3, 31));
        clock.advanceTo(LocalDate.of(2017, 3, 20));
        as.run(
                "officer.snnptnt",
                () -> extensions.request(
                        cases.byNumber(number),
                        LocalDate.of(2017, 4, 28),
                        "Chờ hướng dẫn của Bộ",
                        as.actor("officer.snnptnt")));
        desk.does("leader.sldtbxh", number, "decideExtension", "extensionDecision", "GRANTED", "reason", "Đồng ý");
        var file = cases.byNumber(number);
        assertThat(file.dueOn()).isEqualTo(LocalDate.of(2017, 4, 28));
        assertThat(file.originalDueOn()).isEqualTo(LocalDate.of(2017, 3, 31));
        assertThat(file.extensions()).isEqualTo(1);
        assertThat(desk.task(number, "execute").dueOn()).isEqualTo(LocalDate.of(2017, 4, 28));
        clock.advanceTo(LocalDate.of(2017, 4, 20));
        assertThat(as.call("officer.sldtbxh", () -> assignments.fact(number)).urged())
                .isZero();
        assertThatThrownBy(() -> as.run(
                        "officer.snnptnt",
                        () -> extensions.request(
                                cases.byNumber(number),
                                LocalDate.of(2017, 5, 28),
                                "Lần hai",
                                as.actor("officer.snnptnt"))))
                .isInstanceOf(Refusal.Conflict.class);
    }

    @Test
    void anOverdueAssignmentIsUrgedThenEscalatedThenSentToAccountability() {
        String number = inExecution(LocalDate.of(2017, 3, 31));
        clock.advanceTo(LocalDate.of(2017, 4, 4));
        assertThat(as.call("officer.sldtbxh", () -> assignments.fact(number)).urged())
                .isEqualTo(1);
        clock.advanceTo(LocalDate.of(2017, 4, 14));
        assertThat(as.call("officer.sldtbxh", () -> assignments.fact(number)).urged())
                .isEqualTo(2);
        clock.advanceTo(LocalDate.of(2017, 6, 1));
        assertThat(as.call("officer.sldtbxh", () -> assignments.fact(number)).triggerB())
                .isTrue();
        assertThat(desk.steps(number)).containsExactly("execute");
    }

    @Test
    void anObjectionCanMoveTheAssignmentToAnotherUnit() {
        String number = given(LocalDate.of(2017, 6, 30));
        desk.does(
                "officer.snnptnt",
                number,
                "acceptAssignment",
                "acceptance",
                "RETURN",
                "reason",
                "Không đúng chức năng");
        assertThat(cases.byNumber(number).state()).isEqualTo(CaseState.TRA_LAI);
        desk.does(
                "officer.sldtbxh",
                number,
                "resolveObjection",
                "resolution",
                "REASSIGN",
                "newLead",
                "SCT",
                "reason",
                "Đồng ý");
        assertThat(cases.byNumber(number).leadUnit()).isEqualTo("SCT");
        assertThat(desk.task(number, "acceptAssignment").candidates()).containsExactly("officer.SCT");
    }

    @Test
    void aWithdrawnAssignmentIsClosedAndLeavesNobodysList() {
        String number = inExecution(LocalDate.of(2017, 6, 30));
        as.run("leader.sldtbxh", () -> assignments.withdraw(number, "Trùng nhiệm vụ", as.actor("leader.sldtbxh")));
        assertThat(cases.byNumber(number).state()).isEqualTo(CaseState.HUY);
        assertThat(desk.steps(number)).isEmpty();
    }

    @Test
    void aSuspendedAssignmentRefusesWorkUntilItIsResumed() {
        String number = inExecution(LocalDate.of(2017, 6, 30));
        as.run("leader.sldtbxh", () -> assignments.suspend(number, "Chờ trung ương", as.actor("leader.sldtbxh")));
        assertThatThrownBy(() -> submitted(number)).isInstanceOf(Refusal.Conflict.class);
        as.run("leader.sldtbxh", () -> assignments.resume(number, "Đã có hướng dẫn", as.actor("leader.sldtbxh")));
        submitted(number);
        assertThat(desk.steps(number)).containsExactly("verifyResult");
    }

    @Test
    void anAcceptanceThatDoesNotComeIsUrged() {
        String number = given(LocalDate.of(2017, 6, 30));
        clock.advanceTo(LocalDate.of(2017, 3, 1));
        assertThat(as.call("officer.sldtbxh", () -> assignments.fact(number)).urged())
                .isEqualTo(1);
        assertThat(desk.steps(number)).containsExactly("acceptAssignment");
    }

    @Test
    void aSecondCompletionOfTheSameTaskIsAConflict() {
        String number = given(LocalDate.of(2017, 6, 30));
        var task = desk.task(number, "acceptAssignment");
        desk.does("officer.snnptnt", number, "acceptAssignment", "acceptance", "ACCEPT");
        assertThat(task.taskId()).isNotBlank();
        assertThatThrownBy(() -> as.run("officer.snnptnt", () -> deskOpen(task.taskId())))
                .isInstanceOf(Refusal.Conflict.class);
    }

    @Autowired
    vn.angiang.plan72.worklist.TaskDesk taskDesk;

    private void deskOpen(String taskId) {
        taskDesk.open(taskId, as.actor("officer.snnptnt"));
    }
}
