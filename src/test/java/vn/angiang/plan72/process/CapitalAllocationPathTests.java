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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way an allocation of capital can go. */
class CapitalAllocationPathTests {

    private static final CapitalStepsFake STEPS = new CapitalStepsFake();
    private static final String NUMBER = "NV-2018-000001";

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE =
            PathEngine.coverage(PathEngine.configuration("capital-paths", Map.of("capitalSteps", STEPS)));

    private final ProcessEngine engine = COVERAGE.getProcessEngine();
    private String deployment;

    @BeforeEach
    void deploy() {
        STEPS.calls.clear();
        STEPS.appraiser = "STC";
        STEPS.districts = List.of("H891", "H886");
        deployment = PathEngine.deploy(engine, "capital-allocation");
    }

    @AfterEach
    void clean() {
        engine.getRepositoryService().deleteDeployment(deployment, true);
        ClockUtil.reset();
    }

    private RunningCase ledBy(String unit) {
        return RunningCase.start(
                engine, "capitalAllocation", NUMBER, Map.of("caseNumber", NUMBER, "leadUnit", unit, "year", 2018L));
    }

    private RunningCase proposed() {
        return ledBy("SKHDT")
                .isAt("UserTask_proposeCapital[officer.SKHDT]")
                .answer("UserTask_proposeCapital", "capitalProposal", "PROPOSED")
                .isAt("UserTask_appraiseCapital[officer.STC]");
    }

    private RunningCase given() {
        return proposed()
                .answer("UserTask_appraiseCapital", "capitalAppraisal", "AGREED")
                .isAt("UserTask_decideCapital[leader.UBND_TINH]")
                .answer("UserTask_decideCapital", "capitalDecision", "DECIDED");
    }

    private RunningCase ofADistrict() {
        STEPS.appraiser = "NONE";
        STEPS.districts = List.of("H891");
        return ledBy("H891").isAt("UserTask_allocateCapital[officer.H891]");
    }

    private static RunningCase allocates(RunningCase file) {
        return file.answer("UserTask_allocateCapital", "allocation", "SUBMITTED")
                .answer("UserTask_approveAllocation", "allocationApproval", "APPROVED");
    }

    @Test
    void theProvinceGivesAndEveryDistrictAllocatesItsPart() {
        var file = given().isAt("UserTask_allocateCapital[officer.H886]", "UserTask_allocateCapital[officer.H891]");
        allocates(file);
        file.isOpen();
        allocates(file);
        file.endedAt("Event_allocationOver");
        assertThat(STEPS.calls).contains("openAllocation", "giveCapital", "allocated:H891", "allocated:H886");
    }

    @Test
    void aUnitWithNothingMoreToGiveOnlyRecordsItsWork() {
        ledBy("STC")
                .answer("UserTask_proposeCapital", "capitalProposal", "NOTHING")
                .endedAt("Event_nothingToAllocate");
        assertThat(STEPS.calls).doesNotContain("giveCapital");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RETURNED", "SOMETHING_UNKNOWN"})
    void whatIsNotAgreedOrNotDecidedGoesBackToWhoProposed(String answer) {
        proposed()
                .answer("UserTask_appraiseCapital", "capitalAppraisal", answer)
                .isAt("UserTask_proposeCapital[officer.SKHDT]")
                .answer("UserTask_proposeCapital", "capitalProposal", answer)
                .answer("UserTask_appraiseCapital", "capitalAppraisal", "AGREED")
                .answer("UserTask_decideCapital", "capitalDecision", answer)
                .isAt("UserTask_proposeCapital[officer.SKHDT]");
    }

    @Test
    void aDistrictsOwnCaseIsItsPartOnly() {
        allocates(ofADistrict()).endedAt("Event_allocationOver");
        assertThat(STEPS.calls).containsExactly("openAllocation", "allocated:H891");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RETURNED", "SOMETHING_UNKNOWN"})
    void anAllocationNotSignedIsDoneAgain(String answer) {
        ofADistrict()
                .answer("UserTask_allocateCapital", "allocation", "SUBMITTED")
                .isAt("UserTask_approveAllocation[leader.H891]")
                .answer("UserTask_approveAllocation", "allocationApproval", answer)
                .isAt("UserTask_allocateCapital[officer.H891]");
    }

    @Test
    void aDistrictWithoutCapitalWaitsUntilItIsGiven() {
        var file = ofADistrict().answer("UserTask_allocateCapital", "allocation", "NOT_GIVEN");
        file.isAt().message("capital.given").isAt("UserTask_allocateCapital[officer.H891]");
        allocates(file).endedAt("Event_allocationOver");
    }

    @Test
    void aYearWithoutCapitalEndsTheWaiting() {
        ofADistrict()
                .answer("UserTask_allocateCapital", "allocation", "NOT_GIVEN")
                .timePasses("Event_yearOver")
                .passed("Event_noCapital")
                .endedAt("Event_allocationOver");
    }

    @Test
    void aLateDistrictIsUrgedAndStillHasItsTask() {
        var file = ofADistrict()
                .timePasses("Event_januaryOver")
                .passed("Event_latenessRecorded")
                .isAt("UserTask_allocateCapital[officer.H891]");
        assertThat(STEPS.calls).contains("late:H891");
        allocates(file).endedAt("Event_allocationOver");
    }
}
