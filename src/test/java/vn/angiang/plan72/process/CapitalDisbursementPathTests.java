package vn.angiang.plan72.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way the disbursement of a year can go, and every rule of its pace. */
class CapitalDisbursementPathTests {

    private static final DisbursementStepsFake STEPS = new DisbursementStepsFake();
    private static final String NUMBER = "GN-2018-000001";

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE =
            PathEngine.coverage(PathEngine.configuration("disbursement-paths", Map.of("disbursementSteps", STEPS)));

    private final ProcessEngine engine = COVERAGE.getProcessEngine();
    private String deployment;

    @BeforeEach
    void deploy() {
        STEPS.calls.clear();
        STEPS.quarter = 1;
        STEPS.percent = 100;
        deployment = PathEngine.deploy(engine, "capital-disbursement");
    }

    @AfterEach
    void clean() {
        engine.getRepositoryService().deleteDeployment(deployment, true);
        ClockUtil.reset();
    }

    private RunningCase inQuarter(int quarter) {
        STEPS.quarter = quarter;
        return RunningCase.start(
                        engine, "capitalDisbursement", NUMBER, Map.of("caseNumber", NUMBER, "district", "H891"))
                .isAt()
                .timePasses("Event_quarterOver")
                .isAt("UserTask_reportDisbursement[officer.H891]");
    }

    @Test
    void fourQuartersAreReportedThenTheYearIsSettled() {
        var file = inQuarter(1).done("UserTask_reportDisbursement");
        for (int quarter = 2; quarter <= 4; quarter++) {
            file.isAt().timePasses("Event_quarterOver").done("UserTask_reportDisbursement");
        }
        file.isAt("UserTask_settleCapital[officer.H891]")
                .done("UserTask_settleCapital")
                .isAt("UserTask_checkSettlement[officer.STC]")
                .answer("UserTask_checkSettlement", "settlementCheck", "CONFIRMED")
                .endedAt("Event_settled");
        assertThat(STEPS.calls).containsExactly("quarter:1", "quarter:2", "quarter:3", "quarter:4", "close");
    }

    @Test
    void aSlowQuarterIsExplainedByTheLeaderBeforeItIsClosed() {
        STEPS.percent = 9;
        var file = inQuarter(1).done("UserTask_reportDisbursement").isAt("UserTask_explainSlowness[leader.H891]");
        assertThat(STEPS.calls).isEmpty();
        file.done("UserTask_explainSlowness").isAt();
        assertThat(STEPS.calls).containsExactly("quarter:1");
    }

    @Test
    void aQuarterNoRuleKnowsGoesToAPerson() {
        var file = inQuarter(5);
        file.done("UserTask_reportDisbursement").isAt("UserTask_explainSlowness[leader.H891]");
        assertThatThrownBy(() -> file.done("UserTask_explainSlowness"))
                .as("a number of quarters left that cannot be is an incident")
                .isInstanceOf(ProcessEngineException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RETURNED", "SOMETHING_UNKNOWN"})
    void aSettlementNotAgreedIsDoneAgain(String answer) {
        inQuarter(4)
                .done("UserTask_reportDisbursement")
                .done("UserTask_settleCapital")
                .answer("UserTask_checkSettlement", "settlementCheck", answer)
                .isAt("UserTask_settleCapital[officer.H891]");
    }

    @ParameterizedTest
    @CsvSource({
        "1,10,ON_PACE",
        "1,9,SLOW",
        "2,30,ON_PACE",
        "2,29,SLOW",
        "3,60,ON_PACE",
        "3,59,SLOW",
        "4,95,ON_PACE",
        "4,94,SLOW",
        "4,100,ON_PACE",
        "1,0,SLOW"
    })
    void paceFollowsQuarterAndPercent(long quarter, long percent, String pace) {
        assertThat(pace(quarter, percent)).isEqualTo(pace);
    }

    @Test
    void aQuarterThatDoesNotExistHasNoPace() {
        assertThat(pace(5, 100)).isNull();
    }

    private static String pace(long quarter, long percent) {
        var xml = PathEngine.read(Path.of("bpmn", "capital-disbursement", "disbursement-pace.dmn"))
                .getBytes(StandardCharsets.UTF_8);
        var result = DmnEngineConfiguration.createDefaultDmnEngineConfiguration()
                .buildEngine()
                .evaluateDecisionTable(
                        "disbursementPace",
                        new ByteArrayInputStream(xml),
                        Variables.fromMap(Map.of("quarter", quarter, "percent", percent)));
        return result.isEmpty() ? null : result.getSingleResult().getSingleEntry();
    }
}
