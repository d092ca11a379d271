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

/** Every way a year of watching an area can go. */
class AreaWatchPathTests {

    private static final AreaWatchStepsFake STEPS = new AreaWatchStepsFake();

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE =
            PathEngine.coverage(PathEngine.configuration("area-watch-paths", Map.of("areaWatchSteps", STEPS)));

    private final ProcessEngine engine = COVERAGE.getProcessEngine();
    private String deployment;

    @BeforeEach
    void deploy() {
        STEPS.calls.clear();
        STEPS.left = 1;
        deployment = PathEngine.deploy(engine, "area-watch");
    }

    @AfterEach
    void clean() {
        engine.getRepositoryService().deleteDeployment(deployment, true);
        ClockUtil.reset();
    }

    private RunningCase watched() {
        return RunningCase.start(engine, "areaWatch", "DB-2017-000001", Map.of("caseNumber", "DB-2017-000001"))
                .isAt("UserTask_writeAreaNote[officer.BCD_TINH]");
    }

    @Test
    void eachQuarterIsNotedAndHelpIsAskedFor() {
        watched()
                .answer("UserTask_writeAreaNote", "help", "YES")
                .isAt()
                .timePasses("Event_nextQuarter")
                .answer("UserTask_writeAreaNote", "help", "NO")
                .endedAt("Event_watchOver");
        assertThat(STEPS.calls).containsExactly("requestHelp", "closeWatch");
    }

    @Test
    void anAnswerNobodyThoughtOfIsAskedAgain() {
        watched().answer("UserTask_writeAreaNote", "help", "PERHAPS").isAt("UserTask_writeAreaNote[officer.BCD_TINH]");
    }

    @Test
    void anImpossibleNumberOfQuartersIsAnIncident() {
        STEPS.left = -1;
        var file = watched();
        assertThatThrownBy(() -> file.answer("UserTask_writeAreaNote", "help", "NO"))
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining("Gateway_yearOver");
    }

    @Test
    void aWithdrawnWatchEndsAtOnce() {
        watched().message("areaWatch.withdrawn").endedAt("Event_withdrawn");
        assertThat(STEPS.calls).contains("recordWithdrawal");
    }
}
