package vn.angiang.plan72.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way an inspection can go. */
class InspectionPathTests {

    private static final InspectionStepsFake STEPS = new InspectionStepsFake();
    private static final String NUMBER = "KT-2017-000001";

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE =
            PathEngine.coverage(PathEngine.configuration("inspection-paths", Map.of("inspectionSteps", STEPS)));

    private final ProcessEngine engine = COVERAGE.getProcessEngine();
    private String deployment;

    @BeforeEach
    void deploy() {
        STEPS.calls.clear();
        STEPS.findings = List.of("1");
        STEPS.recommendations = List.of("1");
        STEPS.amount = 10;
        deployment = PathEngine.deploy(engine, "inspection");
    }

    @AfterEach
    void clean() {
        engine.getRepositoryService().deleteDeployment(deployment, true);
        ClockUtil.reset();
    }

    private RunningCase onSite() {
        return RunningCase.start(engine, "inspection", NUMBER, Map.of("caseNumber", NUMBER, "unit", "H891"))
                .isAt("UserTask_decideInspection[leader.SLDTBXH]")
                .done("UserTask_decideInspection")
                .isAt("UserTask_reportByUnit[officer.H891]")
                .done("UserTask_reportByUnit")
                .isAt("UserTask_drawSample[officer.SLDTBXH]")
                .done("UserTask_drawSample")
                .isAt("UserTask_inspectOnSite[officer.SLDTBXH]");
    }

    private RunningCase drafted() {
        return onSite().done("UserTask_inspectOnSite")
                .isAt("UserTask_signMinutesTeam[officer.SLDTBXH]", "UserTask_signMinutesUnit[leader.H891]")
                .done("UserTask_signMinutesUnit")
                .done("UserTask_signMinutesTeam")
                .done("UserTask_writeResultReport")
                .done("UserTask_draftConclusion")
                .isAt("UserTask_explainDraft[leader.H891]");
    }

    @Test
    void anInspectionEndsWhenEveryRecommendationIsVerified() {
        STEPS.recommendations = List.of("1", "2");
        var file = drafted().done("UserTask_explainDraft").done("UserTask_concludeInspection");
        file.isAt("UserTask_publishConclusion[officer.SLDTBXH]").done("UserTask_publishConclusion");
        file.isAt("UserTask_remedy[officer.H891]", "UserTask_remedy[officer.H891]");
        file.done("UserTask_remedy").answer("UserTask_verifyRemedy", "remedyVerdict", "VERIFIED");
        file.isAt("UserTask_remedy[officer.H891]").done("UserTask_remedy");
        file.answer("UserTask_verifyRemedy", "remedyVerdict", "AGAIN").isAt("UserTask_remedy[officer.H891]");
        file.done("UserTask_remedy").answer("UserTask_verifyRemedy", "remedyVerdict", "VERIFIED");
        file.endedAt("Event_inspectionClosed");
        assertThat(STEPS.calls).containsSubsequence("notifyUnit", "severity:SERIOUS", "closeInspection");
        assertThat(STEPS.calls).doesNotContain("raiseTriggerA");
    }

    @Test
    void aGraveFindingAsksForAccountability() {
        STEPS.amount = 50;
        drafted()
                .done("UserTask_explainDraft")
                .done("UserTask_concludeInspection")
                .isAt("UserTask_publishConclusion[officer.SLDTBXH]");
        assertThat(STEPS.calls).contains("severity:GRAVE", "raiseTriggerA");
    }

    @Test
    void aUnitThatSaysNothingAboutTheDraftDoesNotHoldItUp() {
        drafted().timePasses("Event_draftTermOver").isAt("UserTask_concludeInspection[leader.SLDTBXH]");
        assertThat(STEPS.calls).contains("recordSilence");
    }

    @Test
    void withoutFindingsThereIsNothingToFollow() {
        STEPS.findings = List.of();
        STEPS.recommendations = List.of();
        drafted()
                .done("UserTask_explainDraft")
                .done("UserTask_concludeInspection")
                .done("UserTask_publishConclusion")
                .endedAt("Event_inspectionClosed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AGAIN", "SOMETHING_UNKNOWN"})
    void aRemedyInDoubtIsDoneAgain(String verdict) {
        drafted()
                .done("UserTask_explainDraft")
                .done("UserTask_concludeInspection")
                .done("UserTask_publishConclusion")
                .done("UserTask_remedy")
                .answer("UserTask_verifyRemedy", "remedyVerdict", verdict)
                .isAt("UserTask_remedy[officer.H891]");
    }

    @Test
    void anOddWeightIsAnIncidentNotAFreePass() {
        var file = drafted().done("UserTask_explainDraft");
        STEPS.calls.add("odd");
        assertThatThrownBy(() -> file.done("UserTask_concludeInspection"))
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining("Gateway_graveFound");
    }

    @Test
    void aWithdrawnInspectionEndsAtOnce() {
        onSite().message("inspection.withdrawn").endedAt("Event_withdrawn");
        assertThat(STEPS.calls).contains("recordWithdrawal");
    }
}
