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

/** Every way a programme year can go. */
class ProgrammeYearPathTests {

    private static final ProgrammeStepsFake STEPS = new ProgrammeStepsFake();

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE =
            PathEngine.coverage(PathEngine.configuration("programme-paths", Map.of("programmeSteps", STEPS)));

    private final ProcessEngine engine = COVERAGE.getProcessEngine();
    private String deployment;

    @BeforeEach
    void deploy() {
        STEPS.reset();
        deployment = PathEngine.deploy(engine, "programme-year");
    }

    @AfterEach
    void clean() {
        engine.getRepositoryService().deleteDeployment(deployment, true);
        ClockUtil.reset();
    }

    private RunningCase opened() {
        return RunningCase.start(
                engine, "programmeYear", "GN-2017-000001", Map.of("caseNumber", "GN-2017-000001", "year", 2017L));
    }

    private RunningCase checked() {
        return opened().done("UserTask_editAssignmentList")
                .answer("UserTask_checkAssignmentList", "listCheck", "APPROVED");
    }

    private RunningCase signed() {
        return checked().answer("UserTask_signAssignmentList", "listSigning", "SIGNED");
    }

    @Test
    void aSignedListIsGivenOutInBatches() {
        STEPS.remaining.addAll(List.of(120L, 20L, 0L));
        var file = opened().isAt("UserTask_editAssignmentList[officer.SLDTBXH]");
        file.done("UserTask_editAssignmentList").isAt("UserTask_checkAssignmentList[leader.SLDTBXH]");
        file.answer("UserTask_checkAssignmentList", "listCheck", "APPROVED")
                .isAt("UserTask_signAssignmentList[leader.UBND_TINH]");
        file.answer("UserTask_signAssignmentList", "listSigning", "SIGNED").isAt();
        file.runs("ServiceTask_startAssignments").isOpen();
        file.runs("ServiceTask_startAssignments").isOpen();
        file.runs("ServiceTask_startAssignments").endedAt("Event_yearAssigned");
        assertThat(STEPS.calls)
                .containsSubsequence("propose", "issue", "startBatch", "startBatch", "startBatch")
                .contains("dueOf:editAssignmentList", "dueOf:checkAssignmentList", "dueOf:signAssignmentList");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RETURNED", "SOMETHING_UNKNOWN"})
    void aListItsLeaderDoesNotApproveIsEditedAgain(String answer) {
        opened().done("UserTask_editAssignmentList")
                .answer("UserTask_checkAssignmentList", "listCheck", answer)
                .isAt("UserTask_editAssignmentList[officer.SLDTBXH]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RETURNED", "SOMETHING_UNKNOWN"})
    void anUnsignedListIsEditedAgain(String answer) {
        checked()
                .answer("UserTask_signAssignmentList", "listSigning", answer)
                .isAt("UserTask_editAssignmentList[officer.SLDTBXH]");
        assertThat(STEPS.calls).doesNotContain("issue", "startBatch");
    }

    @Test
    void anImpossibleNumberOfRowsLeftIsAnIncidentNotAnEnd() {
        STEPS.remaining.add(-1L);
        var file = signed();
        assertThatThrownBy(() -> file.runs("ServiceTask_startAssignments"))
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining("Gateway_allStarted");
        file.isOpen();
    }

    @Test
    void aWithdrawnYearEndsAtOnce() {
        checked().message("programmeYear.withdrawn").endedAt("Event_withdrawn");
        assertThat(STEPS.calls).contains("recordWithdrawal");
    }
}
