package vn.angiang.plan72.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every way a list of communes can go. */
class CommuneListPathTests {

    private static final CaseStepsFake STEPS = new CaseStepsFake();

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE =
            PathEngine.coverage(PathEngine.configuration("commune-list-paths", Map.of("caseSteps", STEPS)));

    private final ProcessEngine engine = COVERAGE.getProcessEngine();
    private String deployment;

    @BeforeEach
    void deploy() {
        STEPS.told.clear();
        deployment = PathEngine.deploy(engine, "commune-list");
    }

    @AfterEach
    void clean() {
        engine.getRepositoryService().deleteDeployment(deployment, true);
        ClockUtil.reset();
    }

    private RunningCase opened() {
        return RunningCase.start(
                engine,
                "communeList",
                "HS-2017-000001",
                Map.of("caseNumber", "HS-2017-000001", "leadUnit", "BDT", "year", 2017L));
    }

    private RunningCase asked(String kind) {
        return opened().isAt("UserTask_setReview[officer.BDT]")
                .answer("UserTask_setReview", Map.of("reviewKind", kind, "districts", List.of("H891", "H890")))
                .isAt("UserTask_proposeCommunes[officer.H890]", "UserTask_proposeCommunes[officer.H891]");
    }

    private RunningCase compiled() {
        return asked("FULL")
                .done("UserTask_proposeCommunes")
                .done("UserTask_proposeCommunes")
                .isAt("UserTask_compileList[officer.BDT]")
                .done("UserTask_compileList")
                .isAt("UserTask_submitList[leader.BDT]");
    }

    @Test
    void aListIsReviewedApprovedAndPublished() {
        compiled()
                .answer("UserTask_submitList", "listSubmission", "APPROVED")
                .isAt("UserTask_approveList[leader.UBND_TINH]")
                .answer("UserTask_approveList", "listApproval", "APPROVED")
                .isAt("UserTask_publishList[officer.BDT]")
                .done("UserTask_publishList")
                .endedAt("Event_listInForce");
    }

    @Test
    void whoeverDoesNotSignSendsTheListBack() {
        compiled()
                .answer("UserTask_submitList", "listSubmission", "RETURNED")
                .isAt("UserTask_compileList[officer.BDT]")
                .done("UserTask_compileList")
                .answer("UserTask_submitList", "listSubmission", "APPROVED")
                .answer("UserTask_approveList", "listApproval", "RETURNED")
                .isAt("UserTask_compileList[officer.BDT]");
    }

    @Test
    void aLateDistrictIsUrgedAndStillWaitedFor() {
        asked("ADJUST")
                .timePasses("Event_districtLate")
                .isAt("UserTask_proposeCommunes[officer.H890]", "UserTask_proposeCommunes[officer.H891]");
        assertThat(STEPS.told).hasSize(1).allMatch(t -> t.startsWith("urge leader.H89"));
    }

    @Test
    void aFullReviewHasMoreDaysThanAnAdjustment() {
        var full = asked("FULL").task("UserTask_proposeCommunes").getDueDate();
        var adjusted = asked("ADJUST").task("UserTask_proposeCommunes").getDueDate();
        assertThat(full).isAfter(adjusted);
    }
}
