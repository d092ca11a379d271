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
import org.junit.jupiter.params.provider.ValueSource;

/** Every way a yearly inspection plan can go. */
class InspectionPlanPathTests {

    private static final InspectionPlanStepsFake STEPS = new InspectionPlanStepsFake();

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = PathEngine.coverage(
            PathEngine.configuration("inspection-plan-paths", Map.of("inspectionPlanSteps", STEPS)));

    private final ProcessEngine engine = COVERAGE.getProcessEngine();
    private String deployment;

    @BeforeEach
    void deploy() {
        STEPS.calls.clear();
        deployment = PathEngine.deploy(engine, "inspection-plan");
    }

    @AfterEach
    void clean() {
        engine.getRepositoryService().deleteDeployment(deployment, true);
        ClockUtil.reset();
    }

    private RunningCase drafted() {
        return RunningCase.start(
                        engine,
                        "inspectionPlan",
                        "KH-2017-000001",
                        Map.of("caseNumber", "KH-2017-000001", "year", 2017L))
                .isAt("UserTask_draftInspectionPlan[officer.SLDTBXH]")
                .done("UserTask_draftInspectionPlan");
    }

    @Test
    void theCommitteeApprovesAndThePlanHolds() {
        drafted()
                .isAt("UserTask_checkInspectionPlan[leader.SLDTBXH]")
                .answer("UserTask_checkInspectionPlan", "planCheck", "APPROVED")
                .isAt("UserTask_approveInspectionPlan[leader.BCD_TINH]")
                .answer("UserTask_approveInspectionPlan", "planApproval", "APPROVED")
                .endedAt("Event_planAdopted");
        assertThat(STEPS.calls).containsExactly("proposeTargets", "adoptPlan");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RETURNED", "SOMETHING_UNKNOWN"})
    void anythingButApprovalGoesBackToTheDraft(String answer) {
        drafted()
                .answer("UserTask_checkInspectionPlan", "planCheck", answer)
                .isAt("UserTask_draftInspectionPlan[officer.SLDTBXH]")
                .done("UserTask_draftInspectionPlan")
                .answer("UserTask_checkInspectionPlan", "planCheck", "APPROVED")
                .answer("UserTask_approveInspectionPlan", "planApproval", answer)
                .isAt("UserTask_draftInspectionPlan[officer.SLDTBXH]");
    }

    @Test
    void aWithdrawnPlanEndsAtOnce() {
        drafted().message("inspectionPlan.withdrawn").endedAt("Event_withdrawn");
        assertThat(STEPS.calls).contains("recordWithdrawal");
    }
}
