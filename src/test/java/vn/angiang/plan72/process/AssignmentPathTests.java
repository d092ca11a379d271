package vn.angiang.plan72.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every way an assignment can go: one test per outcome, boundary event and gateway answer. */
class AssignmentPathTests {

    private static final AssignmentStepsFake STEPS = new AssignmentStepsFake();

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = PathEngine.coverage(
            PathEngine.configuration("assignment-paths", Map.of("assignmentSteps", STEPS)), "specialForTest");

    private final ProcessEngine engine = COVERAGE.getProcessEngine();
    private String deployment;

    @BeforeEach
    void deploy() {
        STEPS.reset();
        deployment = PathEngine.deploy(engine, "assignment");
    }

    @AfterEach
    void clean() {
        engine.getRepositoryService().deleteDeployment(deployment, true);
        ClockUtil.reset();
    }

    // ---- helpers: how far the case has come

    private RunningCase assigned() {
        return assigned("");
    }

    private RunningCase assigned(String specialFlow) {
        Map<String, Object> variables = new HashMap<>(
                Map.of("caseNumber", "NV-2017-000123", "leadUnit", "STC", "assignerUnit", "SLDTBXH", "year", 2017L));
        variables.put("specialFlow", specialFlow);
        return RunningCase.start(engine, "assignment", "NV-2017-000123", variables);
    }

    private RunningCase planned() {
        return planned("");
    }

    private RunningCase planned(String specialFlow) {
        return assigned(specialFlow)
                .answer("UserTask_acceptAssignment", "acceptance", "ACCEPT")
                .done("UserTask_planExecution")
                .answer("UserTask_approvePlan", "planDecision", "APPROVED");
    }

    private RunningCase handedIn() {
        return planned().done("UserTask_execute").answer("UserTask_approveResult", "resultDecision", "APPROVED");
    }

    // ---- outcomes

    @Test
    void aResultInTimeEndsAsDoneOnTime() {
        var file = assigned().isAt("UserTask_acceptAssignment[officer.STC]");
        file.answer("UserTask_acceptAssignment", "acceptance", "ACCEPT").isAt("UserTask_planExecution[officer.STC]");
        file.done("UserTask_planExecution").isAt("UserTask_approvePlan[leader.STC]");
        file.answer("UserTask_approvePlan", "planDecision", "APPROVED").isAt("UserTask_execute[officer.STC]");
        file.done("UserTask_execute").isAt("UserTask_approveResult[leader.STC]");
        file.answer("UserTask_approveResult", "resultDecision", "APPROVED")
                .isAt("UserTask_verifyResult[officer.SLDTBXH]");
        file.answer("UserTask_verifyResult", "verdict", "CONFIRMED").endedAt("Event_doneOnTime");
        assertThat(STEPS.calls).contains("close:DUNG_HAN:NONE").doesNotContain("raiseTriggerB:NOT_FULFILLED");
    }

    @ParameterizedTest
    @CsvSource({"false,false,LEAD", "false,true,COORDINATOR", "true,true,FORCE_MAJEURE"})
    void aResultAfterTheDateStaysLateWhoeverIsResponsible(boolean forceMajeure, boolean silent, String responsible) {
        var file = handedIn();
        STEPS.workingDaysLate = 3;
        STEPS.forceMajeure = forceMajeure;
        STEPS.contributorsSilent = silent;
        file.answer("UserTask_verifyResult", "verdict", "CONFIRMED").endedAt("Event_doneLate");
        assertThat(STEPS.calls).contains("close:QUA_HAN:" + responsible);
    }

    @ParameterizedTest
    @CsvSource({"0,false,true,LEAD", "40,true,false,FORCE_MAJEURE"})
    void anUnfulfilledAssignmentRaisesAccountability(
            long daysLate, boolean forceMajeure, boolean silent, String responsible) {
        var file = handedIn();
        STEPS.workingDaysLate = daysLate;
        STEPS.forceMajeure = forceMajeure;
        STEPS.contributorsSilent = silent;
        file.answer("UserTask_verifyResult", "verdict", "NOT_FULFILLED").endedAt("Event_notFulfilled");
        assertThat(STEPS.calls).contains("close:KHONG_HOAN_THANH:" + responsible, "raiseTriggerB:NOT_FULFILLED");
    }

    // ---- acceptance

    @ParameterizedTest
    @CsvSource({"RETURN", "PROPOSE", "SOMETHING_UNKNOWN"})
    void whateverIsNotAcceptanceGoesToTheAssigner(String answer) {
        assigned()
                .answer("UserTask_acceptAssignment", "acceptance", answer)
                .isAt("UserTask_resolveObjection[officer.SLDTBXH]");
    }

    @Test
    void aConfirmedAssignmentIsPlannedByTheLead() {
        objected()
                .answer("UserTask_resolveObjection", "resolution", "CONFIRM")
                .isAt("UserTask_planExecution[officer.STC]");
    }

    @Test
    void anAdjustedAssignmentIsAcceptedAgain() {
        objected()
                .answer("UserTask_resolveObjection", "resolution", "ADJUST")
                .isAt("UserTask_acceptAssignment[officer.STC]");
        assertThat(STEPS.calls).contains("adjust");
    }

    @Test
    void aReassignedAssignmentIsAcceptedByTheNewLead() {
        objected()
                .answer("UserTask_resolveObjection", "resolution", "REASSIGN")
                .isAt("UserTask_acceptAssignment[officer.SNNPTNT]");
    }

    @Test
    void anObjectionMayEndInWithdrawal() {
        objected().answer("UserTask_resolveObjection", "resolution", "WITHDRAW").endedAt("Event_withdrawn");
        assertThat(STEPS.calls).contains("recordWithdrawal");
    }

    private RunningCase objected() {
        return assigned().answer("UserTask_acceptAssignment", "acceptance", "RETURN");
    }

    @Test
    void aMissingAcceptanceIsEscalatedAndStaysOpen() {
        assigned()
                .timePasses("Event_acceptanceOverdue")
                .passed("Event_acceptanceEscalated")
                .isAt("UserTask_acceptAssignment[officer.STC]");
        assertThat(STEPS.calls).contains("escalateAcceptance");
    }

    // ---- plan and execution

    @Test
    void aReturnedPlanIsPlannedAgain() {
        assigned()
                .answer("UserTask_acceptAssignment", "acceptance", "ACCEPT")
                .done("UserTask_planExecution")
                .answer("UserTask_approvePlan", "planDecision", "RETURNED")
                .isAt("UserTask_planExecution[officer.STC]");
    }

    @Test
    void aResultItsLeaderReturnsIsWorkedOnAgain() {
        planned()
                .done("UserTask_execute")
                .answer("UserTask_approveResult", "resultDecision", "RETURNED")
                .isAt("UserTask_execute[officer.STC]");
    }

    @Test
    void aResultTheAssignerReturnsIsWorkedOnAgain() {
        handedIn().answer("UserTask_verifyResult", "verdict", "RETURNED").isAt("UserTask_execute[officer.STC]");
    }

    @Test
    void everyCoordinatingUnitIsAskedForItself() {
        STEPS.coordinators = List.of("SYT", "H886");
        var file = planned()
                .isAt(
                        "UserTask_execute[officer.STC]",
                        "UserTask_contribute[officer.SYT]",
                        "UserTask_contribute[officer.H886]");
        file.done("UserTask_contribute").done("UserTask_contribute").passed("Event_contributionsDone");
        file.isAt("UserTask_execute[officer.STC]");
    }

    @Test
    void silenceIsRecordedAndTheOthersAreStillAwaited() {
        STEPS.coordinators = List.of("SYT", "H886");
        var file = planned().timePasses("Event_contributionOverdue").passed("Event_silenceRecorded");
        assertThat(STEPS.calls).containsOnlyOnce("recordSilence");
        assertThat(file.waitsFor()).hasSize(2).contains("UserTask_execute[officer.STC]");
        file.timePasses("Event_contributionOverdue").isAt("UserTask_execute[officer.STC]");
    }

    @Test
    void anOpenContributionNeverBlocksTheLead() {
        STEPS.coordinators = List.of("SYT");
        planned()
                .done("UserTask_execute")
                .answer("UserTask_approveResult", "resultDecision", "APPROVED")
                .isAt("UserTask_verifyResult[officer.SLDTBXH]")
                .answer("UserTask_verifyResult", "verdict", "CONFIRMED")
                .endedAt("Event_doneOnTime");
        assertThat(STEPS.calls).contains("closeContributions");
    }

    @Test
    void anObligationWithItsOwnFlowCallsIt() {
        var special = Bpmn.createExecutableProcess("specialForTest")
                .camundaHistoryTimeToLiveString("P1D")
                .documentation("For the test")
                .startEvent("Event_called")
                .name("Được gọi")
                .documentation("For the test")
                .sequenceFlowId("Flow_called")
                .serviceTask("ServiceTask_special")
                .name("Ghi nhớ")
                .documentation("Remembers what it was given")
                .camundaExpression("${assignmentSteps.special(caseNumber, leadUnit, year)}")
                .sequenceFlowId("Flow_special")
                .endEvent("Event_remembered")
                .name("Đã ghi nhớ")
                .documentation("For the test")
                .done();
        var id = engine.getRepositoryService()
                .createDeployment()
                .addModelInstance("bpmn/special-for-test/special-for-test.bpmn", special)
                .deploy()
                .getId();
        planned("specialForTest").isAt("UserTask_approveResult[leader.STC]");
        assertThat(STEPS.calls).contains("special:NV-2017-000123:STC:2017");
        engine.getRepositoryService().deleteDeployment(id, true);
    }

    // ---- lateness

    @ParameterizedTest
    @CsvSource({
        "0,true,none",
        "1,true,notifyLeader",
        "6,true,notifyLeader",
        "7,true,notifyStandingAgency",
        "30,true,notifyStandingAgency",
        "31,true,raiseTriggerB:OVERDUE",
        "31,false,notifyLeader"
    })
    void latenessClimbsTheLadder(long delay, boolean sanctionable, String step) {
        STEPS.currentDelay = delay;
        STEPS.sanctionable = sanctionable;
        var file = planned().timePasses("Event_dueDatePassed");
        if (step.equals("none")) {
            assertThat(STEPS.calls).doesNotContain("notifyLeader", "notifyStandingAgency", "raiseTriggerB:OVERDUE");
        } else {
            assertThat(STEPS.calls).containsOnlyOnce(step);
        }
        file.isAt("UserTask_execute[officer.STC]");
        assertThat(file.waitsAt("Event_nextCheck")).isEqualTo(!step.startsWith("raise"));
    }

    @Test
    void latenessIsLookedAtAgainUntilTheCaseEnds() {
        STEPS.currentDelay = 1;
        var file = planned().timePasses("Event_dueDatePassed");
        STEPS.currentDelay = 8;
        file.timePasses("Event_nextCheck");
        STEPS.currentDelay = 31;
        file.timePasses("Event_nextCheck").passed("Event_overdueRaised");
        assertThat(STEPS.calls).containsSubsequence("notifyLeader", "notifyStandingAgency", "raiseTriggerB:OVERDUE");
        STEPS.workingDaysLate = 31;
        file.done("UserTask_execute")
                .answer("UserTask_approveResult", "resultDecision", "APPROVED")
                .answer("UserTask_verifyResult", "verdict", "CONFIRMED")
                .endedAt("Event_doneLate");
    }

    @ParameterizedTest
    @CsvSource({"CONFIRMED,0,Event_doneOnTime", "CONFIRMED,2,Event_doneLate", "NOT_FULFILLED,2,Event_notFulfilled"})
    void nothingLingersWhenTheCaseEnds(String verdict, long late, String end) {
        var file = handedIn().timePasses("Event_dueDatePassed").message("assignment.extensionRequested");
        STEPS.workingDaysLate = late;
        file.answer("UserTask_verifyResult", "verdict", verdict).endedAt(end);
    }

    // ---- extension and withdrawal

    @Test
    void aGrantedExtensionMovesTheDate() {
        planned()
                .message("assignment.extensionRequested")
                .isAt("UserTask_execute[officer.STC]", "UserTask_decideExtension[leader.SLDTBXH]")
                .answer("UserTask_decideExtension", "extensionDecision", "GRANTED")
                .passed("Event_extended")
                .isAt("UserTask_execute[officer.STC]");
        assertThat(STEPS.calls).contains("applyExtension");
    }

    @Test
    void aRefusedExtensionLeavesTheDate() {
        planned()
                .message("assignment.extensionRequested")
                .answer("UserTask_decideExtension", "extensionDecision", "REFUSED")
                .passed("Event_extensionRefused")
                .isAt("UserTask_execute[officer.STC]");
        assertThat(STEPS.calls).contains("refuseExtension").doesNotContain("applyExtension");
    }

    @Test
    void aWithdrawalEndsEverything() {
        STEPS.coordinators = List.of("SYT");
        planned()
                .timePasses("Event_dueDatePassed")
                .message("assignment.extensionRequested")
                .message("assignment.withdrawn")
                .endedAt("Event_withdrawnByOrder");
        assertThat(STEPS.calls).containsOnlyOnce("recordWithdrawal");
    }

    // ---- dates

    @Test
    void everyTaskHasItsDueDate() {
        STEPS.coordinators = List.of("SYT");
        var file = assigned();
        assertThat(file.task("UserTask_acceptAssignment").getDueDate()).isNotNull();
        file.answer("UserTask_acceptAssignment", "acceptance", "RETURN")
                .answer("UserTask_resolveObjection", "resolution", "CONFIRM")
                .done("UserTask_planExecution")
                .answer("UserTask_approvePlan", "planDecision", "APPROVED")
                .message("assignment.extensionRequested")
                .done("UserTask_execute")
                .answer("UserTask_approveResult", "resultDecision", "APPROVED");
        assertThat(STEPS.calls)
                .contains(
                        "dueOf:acceptAssignment",
                        "dueOf:resolveObjection",
                        "dueOf:planExecution",
                        "dueOf:approvePlan",
                        "dueOf:contribute",
                        "dueOf:execute",
                        "dueOf:approveResult",
                        "dueOf:verifyResult",
                        "dueOf:decideExtension");
    }
}
