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

/** Every way the review of a year can go; communes review without any hindrance. */
class HouseholdReviewPathTests {

    private static final HouseholdReviewStepsFake STEPS = new HouseholdReviewStepsFake();

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = PathEngine.coverage(
            PathEngine.configuration(
                    "household-review-paths",
                    Map.of("householdReviewSteps", STEPS, "communeReviewSteps", new CommuneReviewStepsFake())),
            "communeReview");

    private final ProcessEngine engine = COVERAGE.getProcessEngine();
    private String deployment;
    private String communes;

    @BeforeEach
    void deploy() {
        STEPS.calls.clear();
        STEPS.communes = List.of("RS-2017-000001", "RS-2017-000002");
        STEPS.rework = List.of();
        deployment = PathEngine.deploy(engine, "household-review");
        communes = PathEngine.deploy(engine, "commune-review");
    }

    @AfterEach
    void clean() {
        engine.getRepositoryService().deleteDeployment(deployment, true);
        engine.getRepositoryService().deleteDeployment(communes, true);
        ClockUtil.reset();
    }

    private RunningCase begun() {
        return RunningCase.start(
                        engine,
                        "householdReview",
                        "NV-2017-000001",
                        Map.of("caseNumber", "NV-2017-000001", "leadUnit", "H891", "year", 2017L))
                .runs("ServiceTask_openReview")
                .timePasses("Event_periodBegins");
    }

    /** The commune reviews without any hindrance. */
    private void done(String commune) {
        String instance = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(commune)
                .processDefinitionKey("communeReview")
                .singleResult()
                .getId();
        while (engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceId(instance)
                        .count()
                > 0) {
            var jobs = engine.getManagementService()
                    .createJobQuery()
                    .processInstanceId(instance)
                    .list();
            if (jobs.isEmpty()) {
                var task = engine.getTaskService()
                        .createTaskQuery()
                        .processInstanceId(instance)
                        .singleResult();
                engine.getTaskService()
                        .complete(
                                task.getId(),
                                Map.of(
                                        "meetingResult",
                                        "AGREED",
                                        "resultSigning",
                                        "SIGNED",
                                        "communeCheck",
                                        "ACCEPTED"));
            } else {
                engine.getManagementService().executeJob(jobs.get(0).getId());
            }
        }
    }

    private RunningCase reported() {
        var file = begun();
        STEPS.communes.forEach(this::done);
        return file.isAt()
                .timePasses("Event_preliminaryDay")
                .isAt("UserTask_reportPreliminary[officer.SLDTBXH]")
                .done("UserTask_reportPreliminary")
                .isAt("UserTask_prepareOfficial[officer.SLDTBXH]");
    }

    @Test
    void communesReviewAndTheChairApproves() {
        reported()
                .answer("UserTask_prepareOfficial", "officialReady", "SUBMIT")
                .isAt("UserTask_approveOfficial[leader.UBND_TINH]")
                .answer("UserTask_approveOfficial", "officialApproval", "APPROVED")
                .endedAt("Event_reviewApproved");
        assertThat(STEPS.calls).containsExactly("openReview H891 2017", "recordOfficial");
    }

    @Test
    void theProvisionalReportDoesNotWaitForLateCommunes() {
        var file = begun();
        done("RS-2017-000001");
        file.timePasses("Event_preliminaryDay")
                .done("UserTask_reportPreliminary")
                .isAt();
        done("RS-2017-000002");
        file.isAt("UserTask_prepareOfficial[officer.SLDTBXH]");
    }

    @Test
    void someCommunesReviewAgain() {
        var file = reported();
        STEPS.rework = List.of("RS-2017-000002");
        file.answer("UserTask_prepareOfficial", "officialReady", "REWORK").isAt();
        done("RS-2017-000002");
        file.isAt("UserTask_prepareOfficial[officer.SLDTBXH]");
    }

    @Test
    void whatTheChairReturnsIsPreparedAgain() {
        reported()
                .answer("UserTask_prepareOfficial", "officialReady", "SUBMIT")
                .answer("UserTask_approveOfficial", "officialApproval", "RETURNED")
                .isAt("UserTask_prepareOfficial[officer.SLDTBXH]");
    }

    @Test
    void anAnswerNobodyThoughtOfIsAnIncident() {
        var file = reported();
        assertThatThrownBy(() -> file.answer("UserTask_prepareOfficial", "officialReady", "PERHAPS"))
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining("Gateway_officialReady");
    }

    @Test
    void aReviewWithoutCommunesGoesOn() {
        STEPS.communes = List.of();
        begun().timePasses("Event_preliminaryDay")
                .done("UserTask_reportPreliminary")
                .isAt("UserTask_prepareOfficial[officer.SLDTBXH]");
    }
}
