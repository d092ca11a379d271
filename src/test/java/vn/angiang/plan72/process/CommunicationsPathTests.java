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

/** Every way a year of communication can go. */
class CommunicationsPathTests {

    private static final CaseStepsFake STEPS = new CaseStepsFake();

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE =
            PathEngine.coverage(PathEngine.configuration("communications-paths", Map.of("caseSteps", STEPS)));

    private final ProcessEngine engine = COVERAGE.getProcessEngine();
    private String deployment;

    @BeforeEach
    void deploy() {
        STEPS.told.clear();
        deployment = PathEngine.deploy(engine, "communications");
    }

    @AfterEach
    void clean() {
        engine.getRepositoryService().deleteDeployment(deployment, true);
        ClockUtil.reset();
    }

    private RunningCase opened() {
        return RunningCase.start(
                engine,
                "communications",
                "HS-2017-000001",
                Map.of("caseNumber", "HS-2017-000001", "leadUnit", "STTTT", "year", 2017L));
    }

    private RunningCase pressAsked() {
        return opened().isAt("UserTask_planCommunication[officer.STTTT]")
                .answer(
                        "UserTask_planCommunication",
                        Map.of(
                                "pressUnits",
                                List.of("BAO_AG", "DAI_PTTH_AG"),
                                "reportRounds",
                                List.of("QUARTER_TWO", "QUARTER_FOUR")))
                .isAt("UserTask_approveCommunication[leader.STTTT]")
                .answer("UserTask_approveCommunication", "planApproval", "APPROVED")
                .isAt("UserTask_registerItems[officer.BAO_AG]", "UserTask_registerItems[officer.DAI_PTTH_AG]");
    }

    private RunningCase roundsReported() {
        return pressAsked()
                .done("UserTask_registerItems")
                .done("UserTask_registerItems")
                .isAt()
                .timePasses("Event_roundOver")
                .done("UserTask_reportItems")
                .timePasses("Event_roundOver")
                .done("UserTask_reportItems")
                .isAt("UserTask_measureAudience[officer.STTTT]");
    }

    @Test
    void roundsAreReportedOnTheirDaysOneAfterTheOther() {
        roundsReported()
                .answer("UserTask_measureAudience", Map.of("awareness", 50L))
                .isAt("UserTask_confirmCommunication[leader.STTTT]")
                .done("UserTask_confirmCommunication")
                .endedAt("Event_communicationsDone");
        assertThat(STEPS.told).containsExactly("on 30/6", "on 31/12");
    }

    @Test
    void aWeakYearIsExplainedBeforeItIsConfirmed() {
        roundsReported()
                .answer("UserTask_measureAudience", Map.of("awareness", 49L))
                .isAt("UserTask_planRemedy[officer.STTTT]")
                .done("UserTask_planRemedy")
                .isAt("UserTask_confirmCommunication[leader.STTTT]");
    }

    @Test
    void aPlanThatIsNotApprovedComesBack() {
        opened().answer(
                        "UserTask_planCommunication",
                        Map.of("pressUnits", List.of("BAO_AG"), "reportRounds", List.of("QUARTER_ONE")))
                .answer("UserTask_approveCommunication", "planApproval", "RETURNED")
                .isAt("UserTask_planCommunication[officer.STTTT]");
    }

    @Test
    void thePressIsAskedNotUrged() {
        pressAsked()
                .timePasses("Event_registerItemsOverdue")
                .timePasses("Event_registerItemsOverdue")
                .isAt();
        assertThat(STEPS.told).containsExactly("on 30/6");
    }

    @Test
    void aLateRoundIsUrgedAndStillWaitedFor() {
        pressAsked()
                .done("UserTask_registerItems")
                .done("UserTask_registerItems")
                .timePasses("Event_roundOver")
                .timePasses("Event_roundLate")
                .isAt("UserTask_reportItems[officer.STTTT]");
        assertThat(STEPS.told).contains("urge leader.STTTT");
    }
}
