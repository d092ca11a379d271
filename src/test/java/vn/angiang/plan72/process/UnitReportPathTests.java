package vn.angiang.plan72.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way a unit's report and the reports of its communes can go. */
class UnitReportPathTests {

    private static final ReportingStepsFake STEPS = new ReportingStepsFake();
    private static final String NUMBER = "BC-2017-000001";

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE =
            PathEngine.coverage(PathEngine.configuration("unit-report-paths", Map.of("reportingSteps", STEPS)));

    private final ProcessEngine engine = COVERAGE.getProcessEngine();
    private String communeDeployment;
    private String deployment;

    @BeforeEach
    void deploy() {
        STEPS.reset();
        communeDeployment = PathEngine.deploy(engine, "commune-report");
        deployment = PathEngine.deploy(engine, "unit-report");
    }

    @AfterEach
    void clean() {
        engine.getRepositoryService().deleteDeployment(deployment, true);
        engine.getRepositoryService().deleteDeployment(communeDeployment, true);
        ClockUtil.reset();
    }

    private RunningCase asked(String communes) {
        var variables = new HashMap<String, Object>();
        variables.put("caseNumber", NUMBER);
        variables.put("unit", "H891");
        variables.put("receiver", "SLDTBXH");
        variables.put("communes", communes);
        return RunningCase.start(engine, "unitReport", NUMBER, variables);
    }

    private RunningCase commune() {
        return RunningCase.start(
                engine, "communeReport", "BX-2017-030544", Map.of("caseNumber", "BX-2017-030544", "receiver", "H891"));
    }

    @Test
    void aReportIsEnteredSignedAndAccepted() {
        asked("NO")
                .isAt("UserTask_enterReport[officer.H891]")
                .done("UserTask_enterReport")
                .isAt("UserTask_signReport[leader.H891]")
                .answer("UserTask_signReport", "reportSigning", "SIGNED")
                .isAt("UserTask_receiveReport[officer.SLDTBXH]")
                .answer("UserTask_receiveReport", "reportReceipt", "ACCEPTED")
                .endedAt("Event_reportReceived");
        assertThat(STEPS.calls).contains("recordReceived:" + NUMBER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RETURNED", "SOMETHING_UNKNOWN"})
    void aReportItsLeaderDoesNotSignGoesBack(String answer) {
        asked("NO")
                .done("UserTask_enterReport")
                .answer("UserTask_signReport", "reportSigning", answer)
                .isAt("UserTask_enterReport[officer.H891]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RETURNED", "SOMETHING_UNKNOWN"})
    void aReportThatLacksSomethingGoesBack(String answer) {
        asked("NO")
                .done("UserTask_enterReport")
                .answer("UserTask_signReport", "reportSigning", "SIGNED")
                .answer("UserTask_receiveReport", "reportReceipt", answer)
                .isAt("UserTask_enterReport[officer.H891]");
        assertThat(STEPS.calls).doesNotContain("recordReceived:" + NUMBER);
    }

    @Test
    void aDistrictAddsUpWhatItsCommunesReported() {
        STEPS.communes = List.of("BX-2017-030544", "BX-2017-030547");
        var district = asked("YES").isAt();
        for (String number : STEPS.communes) {
            answerCommune(number, "UserTask_enterCommuneReport", Map.of(), "X" + number.substring(9));
            answerCommune(
                    number, "UserTask_signCommuneReport", Map.of("reportSigning", "SIGNED"), "X" + number.substring(9));
            answerCommune(number, "UserTask_receiveCommuneReport", Map.of("reportReceipt", "ACCEPTED"), "H891");
        }
        district.isAt("UserTask_enterReport[officer.H891]");
        assertThat(STEPS.calls)
                .contains("recordReceived:BX-2017-030544", "recordReceived:BX-2017-030547")
                .contains("sumCommunes");
    }

    private void answerCommune(String number, String step, Map<String, Object> answers, String unit) {
        Task task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(number)
                .taskDefinitionKey(step)
                .singleResult();
        assertThat(engine.getTaskService().getIdentityLinksForTask(task.getId()))
                .extracting(l -> l.getGroupId().substring(l.getGroupId().indexOf('.') + 1))
                .containsExactly(unit);
        engine.getTaskService().complete(task.getId(), answers);
    }

    @Test
    void communesThatAreLateDoNotHoldTheDistrictUp() {
        STEPS.communes = List.of("BX-2017-030544");
        asked("YES").timePasses("Event_communeDayPassed").isAt("UserTask_enterReport[officer.H891]");
        assertThat(engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processDefinitionKey("communeReport")
                        .count())
                .isZero();
    }

    @Test
    void aDistrictWithoutCommunesGoesOn() {
        asked("YES").isAt("UserTask_enterReport[officer.H891]");
    }

    @Test
    void whoIsAskedIsNeverGuessed() {
        assertThatThrownBy(() -> asked("PERHAPS"))
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining("Gateway_communesAsked");
    }

    @Test
    void aReportNotSentWhenThePeriodLocksIsMissing() {
        asked("NO").message("unitReport.locked").endedAt("Event_reportMissed");
    }

    @Test
    void aReportSentBeforeThePeriodLocksIsTaken() {
        STEPS.lockOutcome = "RECEIVED";
        asked("NO").done("UserTask_enterReport").message("unitReport.locked").endedAt("Event_receivedAtLock");
    }

    @Test
    void aStrangeOutcomeOfLockingIsAnIncident() {
        STEPS.lockOutcome = "NOBODY_KNOWS";
        var report = asked("NO");
        assertThatThrownBy(() -> report.message("unitReport.locked"))
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining("Gateway_sentBeforeLock");
    }

    @Test
    void aReportNoLongerAskedForEnds() {
        asked("NO").message("unitReport.withdrawn").endedAt("Event_withdrawn");
        assertThat(STEPS.calls).contains("recordReportWithdrawal");
    }

    @Test
    void aCommuneReportsToItsDistrict() {
        commune()
                .isAt("UserTask_enterCommuneReport[officer.X30544]")
                .done("UserTask_enterCommuneReport")
                .answer("UserTask_signCommuneReport", "reportSigning", "RETURNED")
                .done("UserTask_enterCommuneReport")
                .answer("UserTask_signCommuneReport", "reportSigning", "SIGNED")
                .isAt("UserTask_receiveCommuneReport[officer.H891]")
                .answer("UserTask_receiveCommuneReport", "reportReceipt", "RETURNED")
                .isAt("UserTask_enterCommuneReport[officer.X30544]")
                .done("UserTask_enterCommuneReport")
                .answer("UserTask_signCommuneReport", "reportSigning", "SIGNED")
                .answer("UserTask_receiveCommuneReport", "reportReceipt", "ACCEPTED")
                .endedAt("Event_reportReceived");
    }

    @Test
    void aCommuneReportIsLockedLikeTheOthers() {
        commune().message("communeReport.locked").endedAt("Event_reportMissed");
        STEPS.lockOutcome = "RECEIVED";
        commune().message("communeReport.locked").endedAt("Event_receivedAtLock");
        commune().message("communeReport.withdrawn").endedAt("Event_withdrawn");
    }
}
