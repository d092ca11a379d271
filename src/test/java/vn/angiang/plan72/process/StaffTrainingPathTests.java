package vn.angiang.plan72.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every way training and placing of staff can go. */
class StaffTrainingPathTests {

    private static final CaseStepsFake STEPS = new CaseStepsFake();

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE =
            PathEngine.coverage(PathEngine.configuration("staff-training-paths", Map.of("caseSteps", STEPS)));

    private final ProcessEngine engine = COVERAGE.getProcessEngine();
    private String deployment;

    @BeforeEach
    void deploy() {
        STEPS.told.clear();
        deployment = PathEngine.deploy(engine, "staff-training");
    }

    @AfterEach
    void clean() {
        engine.getRepositoryService().deleteDeployment(deployment, true);
        ClockUtil.reset();
    }

    private RunningCase opened() {
        return RunningCase.start(
                engine,
                "staffTraining",
                "HS-2017-000001",
                Map.of("caseNumber", "HS-2017-000001", "leadUnit", "SLDTBXH", "year", 2017L));
    }

    private RunningCase classHeld(long attendance, long passed) {
        return opened().isAt("UserTask_surveyNeeds[officer.SLDTBXH]")
                .answer("UserTask_surveyNeeds", "trainingKind", "CLASS")
                .isAt("UserTask_planClass[officer.SLDTBXH]")
                .done("UserTask_planClass")
                .isAt("UserTask_approveClass[leader.SLDTBXH]")
                .answer("UserTask_approveClass", "classApproval", "APPROVED")
                .isAt("UserTask_recordAttendance[officer.SLDTBXH]")
                .answer("UserTask_recordAttendance", Map.of("attendanceRate", attendance, "passRate", passed));
    }

    @Test
    void aClassWithEnoughPeopleWhoPassIsAssessedAndMayBeTheLast() {
        classHeld(70, 60)
                .isAt("UserTask_assessTraining[officer.SLDTBXH]")
                .answer("UserTask_assessTraining", "moreClasses", "NO")
                .endedAt("Event_trainingDone");
    }

    @Test
    void aClassWithTooFewIsHeldAgain() {
        classHeld(69, 100).isAt("UserTask_planClass[officer.SLDTBXH]");
        classHeld(100, 59).isAt("UserTask_planClass[officer.SLDTBXH]");
    }

    @Test
    void moreClassesArePlannedOneByOne() {
        classHeld(90, 90)
                .answer("UserTask_assessTraining", "moreClasses", "YES")
                .isAt("UserTask_planClass[officer.SLDTBXH]")
                .done("UserTask_planClass")
                .answer("UserTask_approveClass", "classApproval", "RETURNED")
                .isAt("UserTask_planClass[officer.SLDTBXH]");
    }

    @Test
    void youngVolunteersAreChosenAndPlaced() {
        opened().answer("UserTask_surveyNeeds", "trainingKind", "VOLUNTEERS")
                .isAt("UserTask_planVolunteers[officer.SLDTBXH]")
                .done("UserTask_planVolunteers")
                .answer("UserTask_approveVolunteers", "volunteersApproval", "RETURNED")
                .done("UserTask_planVolunteers")
                .isAt("UserTask_approveVolunteers[leader.SLDTBXH]")
                .answer("UserTask_approveVolunteers", "volunteersApproval", "APPROVED")
                .isAt("UserTask_selectVolunteers[officer.SNV]")
                .done("UserTask_selectVolunteers")
                .done("UserTask_placeVolunteers")
                .endedAt("Event_volunteersPlaced");
    }

    @Test
    void aNeedNobodyThoughtOfIsAnIncident() {
        var file = opened();
        assertThatThrownBy(() -> file.answer("UserTask_surveyNeeds", "trainingKind", "OTHER"))
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining("Gateway_trainingKind");
    }

    @Test
    void theThresholdsAreThoseOfTheTable() {
        assertThat(classHeld(70, 60).waitsFor()).isNotEqualTo(classHeld(70, 59).waitsFor());
    }
}
