package vn.angiang.plan72.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way a case of accountability can go; none of them ends in anybody's favour by silence. */
class AccountabilityPathTests {

    private static final AccountabilityStepsFake STEPS = new AccountabilityStepsFake();
    private static final String NUMBER = "TN-2017-000001";

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE =
            PathEngine.coverage(PathEngine.configuration("accountability-paths", Map.of("accountabilitySteps", STEPS)));

    private final ProcessEngine engine = COVERAGE.getProcessEngine();
    private String deployment;

    @BeforeEach
    void deploy() {
        STEPS.reset();
        deployment = PathEngine.deploy(engine, "accountability");
    }

    @AfterEach
    void clean() {
        engine.getRepositoryService().deleteDeployment(deployment, true);
        ClockUtil.reset();
    }

    private RunningCase raised(String trigger) {
        return RunningCase.start(
                engine,
                "accountability",
                NUMBER,
                Map.of(
                        "caseNumber",
                        NUMBER,
                        "unit",
                        "H891",
                        "assessor",
                        trigger.equals("A") ? "TTR_TINH" : "SNV",
                        "trigger",
                        trigger));
    }

    private RunningCase explaining(String trigger) {
        return raised(trigger)
                .answer("UserTask_screenGrounds", "grounds", "FOUND")
                .answer("UserTask_signRequest", "requestSigning", "SIGNED");
    }

    private RunningCase concluding(String trigger, String assessment) {
        return explaining(trigger).done("UserTask_explain").answer("UserTask_assess", "assessment", assessment);
    }

    @Test
    void theHeadExplainsHomeAffairsAssessTheChairConcludes() {
        var file = raised("B").isAt("UserTask_screenGrounds[officer.SLDTBXH]");
        file.answer("UserTask_screenGrounds", "grounds", "FOUND").isAt("UserTask_signRequest[leader.UBND_TINH]");
        file.answer("UserTask_signRequest", "requestSigning", "SIGNED").isAt("UserTask_explain[leader.H891]");
        file.done("UserTask_explain").isAt("UserTask_assess[officer.SNV]");
        file.answer("UserTask_assess", "assessment", "MINOR").isAt("UserTask_conclude[leader.UBND_TINH]");
        assertThat(measure()).isEqualTo("REMINDED");
        file.answer("UserTask_conclude", "conclusion", "REMINDED").isAt("UserTask_recordOutcome[officer.SLDTBXH]");
        file.done("UserTask_recordOutcome").endedAt("Event_concluded");
        assertThat(STEPS.calls).containsSubsequence("collectEvidence", "closeConcluded");
    }

    private Object measure() {
        return engine.getRuntimeService()
                .createVariableInstanceQuery()
                .variableName("measure")
                .singleResult()
                .getValue();
    }

    @Test
    void triggerAIsAssessedByTheInspectorate() {
        explaining("A").done("UserTask_explain").isAt("UserTask_assess[officer.TTR_TINH]");
    }

    @Test
    void silenceIsRecordedAndTheCaseGoesOn() {
        var file = explaining("B").timePasses("Event_explanationOverdue").isAt("UserTask_assess[officer.SNV]");
        file.answer("UserTask_assess", "assessment", "NONE").isAt("UserTask_conclude[leader.UBND_TINH]");
        assertThat(measure()).as("silence is no excuse").isEqualTo("REMINDED");
        assertThat(STEPS.calls).contains("recordSilence");
    }

    @Test
    void aCorrectiveOrderStartsAnAssignment() {
        concluding("B", "SERIOUS")
                .answer("UserTask_conclude", "conclusion", "CORRECTIVE_ORDER")
                .isAt("UserTask_recordOutcome[officer.SLDTBXH]")
                .done("UserTask_recordOutcome")
                .endedAt("Event_concluded");
        assertThat(STEPS.calls).contains("startCorrective");
    }

    @ParameterizedTest
    @CsvSource({"B,TRANSFER_DISCIPLINE", "A,TRANSFER_INSPECTION"})
    void aTransferIsTheEnd(String trigger, String conclusion) {
        concluding(trigger, "VIOLATION")
                .answer("UserTask_conclude", "conclusion", conclusion)
                .endedAt("Event_transferred");
        assertThat(STEPS.calls).contains("closeTransferred").doesNotContain("closeConcluded");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NO_RESPONSIBILITY", "SELF_CRITICISM"})
    void otherConclusionsAreRecordedAndFollowed(String conclusion) {
        concluding("B", "NONE")
                .answer("UserTask_conclude", "conclusion", conclusion)
                .isAt("UserTask_recordOutcome[officer.SLDTBXH]");
    }

    @Test
    void aSanctionIsNoConclusion() {
        concluding("B", "VIOLATION")
                .answer("UserTask_conclude", "conclusion", "DISMISSAL")
                .isAt("UserTask_conclude[leader.UBND_TINH]");
    }

    @Test
    void withoutGroundsALeaderConfirms() {
        raised("B")
                .answer("UserTask_screenGrounds", "grounds", "NONE")
                .isAt("UserTask_confirmNoGrounds[leader.SLDTBXH]")
                .answer("UserTask_confirmNoGrounds", "noGrounds", "CONFIRMED")
                .endedAt("Event_withoutGrounds");
        assertThat(STEPS.calls).contains("closeWithoutGrounds");
    }

    @ParameterizedTest
    @ValueSource(strings = {"REOPENED", "SOMETHING_UNKNOWN"})
    void aDoubtfulLackOfGroundsIsScreenedAgain(String answer) {
        raised("B")
                .answer("UserTask_screenGrounds", "grounds", "NONE")
                .answer("UserTask_confirmNoGrounds", "noGrounds", answer)
                .isAt("UserTask_screenGrounds[officer.SLDTBXH]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPPER_LEVEL", "FORCE_MAJEURE", "SOMETHING_UNKNOWN"})
    void anythingButNoGroundsGoesToTheChair(String grounds) {
        raised("B").answer("UserTask_screenGrounds", "grounds", grounds).isAt("UserTask_signRequest[leader.UBND_TINH]");
    }

    @Test
    void aRequestTheChairDoesNotSignIsScreenedAgain() {
        raised("B")
                .answer("UserTask_screenGrounds", "grounds", "FOUND")
                .answer("UserTask_signRequest", "requestSigning", "RETURNED")
                .isAt("UserTask_screenGrounds[officer.SLDTBXH]");
    }

    @Test
    void moreTimeIsDecidedWhileTheHeadMayStillExplain() {
        explaining("B")
                .message("accountability.moreTimeAsked")
                .isAt("UserTask_explain[leader.H891]", "UserTask_decideMoreTime[leader.UBND_TINH]")
                .done("UserTask_decideMoreTime")
                .isAt("UserTask_explain[leader.H891]");
        assertThat(STEPS.calls).contains("applyMoreTime");
    }

    @Test
    void aCaseOpenedByMistakeIsWithdrawn() {
        raised("B").message("accountability.withdrawn").endedAt("Event_withdrawn");
        assertThat(STEPS.calls).contains("recordWithdrawal");
    }
}
