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

/** Every way the release of a model can go. */
class ModelReleasePathTests {

    private static final CaseStepsFake STEPS = new CaseStepsFake();
    private static final Steps MODEL = new Steps();

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = PathEngine.coverage(
            PathEngine.configuration("model-release-paths", Map.of("caseSteps", STEPS, "modelSteps", MODEL)));

    private final ProcessEngine engine = COVERAGE.getProcessEngine();
    private String deployment;

    /** Stands for what the release itself does. */
    @ProcessSteps("modelSteps")
    public static class Steps {
        private String result = "RELEASED";
        private long running;

        public String release(String caseNumber) {
            return result;
        }

        public Long countRunning(String caseNumber) {
            return running;
        }
    }

    @BeforeEach
    void deploy() {
        STEPS.told.clear();
        MODEL.result = "RELEASED";
        MODEL.running = 0;
        deployment = PathEngine.deploy(engine, "model-release");
    }

    @AfterEach
    void clean() {
        engine.getRepositoryService().deleteDeployment(deployment, true);
        ClockUtil.reset();
    }

    private RunningCase submitted() {
        return RunningCase.start(
                        engine,
                        "modelRelease",
                        "MH-2017-000001",
                        Map.of("caseNumber", "MH-2017-000001", "leadUnit", "SLDTBXH"))
                .isAt("UserTask_reviewModel[modeler.SLDTBXH]");
    }

    private RunningCase returned() {
        return submitted()
                .answer("UserTask_reviewModel", "modelApproval", "RETURNED")
                .isAt("UserTask_reviseModel[modeler.SLDTBXH]");
    }

    @Test
    void anApprovedDraftIsReleasedAndNothingElseIsAskedWhenNoCaseRuns() {
        submitted().answer("UserTask_reviewModel", "modelApproval", "APPROVED").endedAt("Event_modelReleased");
    }

    @Test
    void whereCasesRunSomebodyDecidesOnThem() {
        MODEL.running = 42;
        submitted()
                .answer("UserTask_reviewModel", "modelApproval", "APPROVED")
                .isAt("UserTask_placeRunningCases[modeler.SLDTBXH]")
                .done("UserTask_placeRunningCases")
                .endedAt("Event_modelReleased");
    }

    @Test
    void aReturnedDraftIsRevisedAndComesBack() {
        returned()
                .answer("UserTask_reviseModel", "draftAnswer", "RESUBMITTED")
                .isAt("UserTask_reviewModel[modeler.SLDTBXH]")
                .answer("UserTask_reviewModel", "modelApproval", "APPROVED")
                .endedAt("Event_modelReleased");
    }

    @Test
    void aReturnedDraftMayBeWithdrawn() {
        returned().answer("UserTask_reviseModel", "draftAnswer", "WITHDRAWN").endedAt("Event_withdrawnDraft");
    }

    @Test
    void whatCannotBeReleasedGoesBackToItsAuthor() {
        MODEL.result = "REFUSED";
        submitted()
                .answer("UserTask_reviewModel", "modelApproval", "APPROVED")
                .isAt("UserTask_reviseModel[modeler.SLDTBXH]");
    }

    @Test
    void aLateReviewIsUrgedAndStillWaitedFor() {
        submitted().timePasses("Event_reviewLate").isAt("UserTask_reviewModel[modeler.SLDTBXH]");
        assertThat(STEPS.told).hasSize(1).allMatch(t -> t.startsWith("urge modeler.SLDTBXH"));
    }
}
