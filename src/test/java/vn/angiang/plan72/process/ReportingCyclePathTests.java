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

/** Every way a reporting period can go. */
class ReportingCyclePathTests {

    private static final ReportingStepsFake STEPS = new ReportingStepsFake();

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE =
            PathEngine.coverage(PathEngine.configuration("reporting-paths", Map.of("reportingSteps", STEPS)));

    private final ProcessEngine engine = COVERAGE.getProcessEngine();
    private String deployment;

    @BeforeEach
    void deploy() {
        STEPS.reset();
        deployment = PathEngine.deploy(engine, "reporting-cycle");
    }

    @AfterEach
    void clean() {
        engine.getRepositoryService().deleteDeployment(deployment, true);
        ClockUtil.reset();
    }

    private RunningCase planned() {
        return RunningCase.start(
                engine, "reportingCycle", "KB-2017-000001", Map.of("caseNumber", "KB-2017-000001", "year", 2017L));
    }

    private RunningCase collecting() {
        return planned().timePasses("Event_openingDayReached").runs("ServiceTask_openReports");
    }

    private RunningCase consolidating() {
        return collecting().message("reportingCycle.allReceived").runs("ServiceTask_lockReports");
    }

    private RunningCase signing() {
        return consolidating()
                .done("UserTask_reviewConsolidation")
                .answer("UserTask_approveConsolidation", "consolidationCheck", "APPROVED");
    }

    @Test
    void aPeriodOpensOnItsDayIsLockedOnItsDayAndIssued() {
        STEPS.remaining.addAll(List.of(20L, 0L));
        var period = planned().isAt().timePasses("Event_openingDayReached");
        period.runs("ServiceTask_openReports").runs("ServiceTask_openReports");
        period.timePasses("Event_onTimeDayPassed");
        assertThat(STEPS.calls).contains("listLate").doesNotContain("lockReports");
        period.timePasses("Event_lockDayReached").runs("ServiceTask_lockReports");
        period.isAt("UserTask_reviewConsolidation[officer.SLDTBXH]").done("UserTask_reviewConsolidation");
        period.isAt("UserTask_approveConsolidation[leader.SLDTBXH]")
                .answer("UserTask_approveConsolidation", "consolidationCheck", "APPROVED");
        period.isAt("UserTask_signConsolidation[leader.UBND_TINH]")
                .answer("UserTask_signConsolidation", "consolidationSigning", "SIGNED");
        period.runs("ServiceTask_issueReport").endedAt("Event_reportIssued");
        assertThat(STEPS.calls)
                .containsSubsequence("openReports", "openReports", "listLate", "lockReports", "issueReport");
    }

    @Test
    void aPeriodMayBeOpenedByHand() {
        planned()
                .message("reportingCycle.opened")
                .runs("ServiceTask_openReports")
                .passed("Event_openedByHand");
    }

    @Test
    void whenAllReportsAreInEarlyNothingWaitsForTheLock() {
        consolidating().isAt("UserTask_reviewConsolidation[officer.SLDTBXH]").passed("Event_allReportsReceived");
        assertThat(STEPS.calls).doesNotContain("listLate");
    }

    @Test
    void theLastLateReportEndsTheWaiting() {
        collecting()
                .timePasses("Event_onTimeDayPassed")
                .message("reportingCycle.allReceived")
                .runs("ServiceTask_lockReports")
                .passed("Event_lastReportReceived")
                .isAt("UserTask_reviewConsolidation[officer.SLDTBXH]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RETURNED", "SOMETHING_UNKNOWN"})
    void aConsolidationThatIsNotApprovedIsWrittenAgain(String answer) {
        consolidating()
                .done("UserTask_reviewConsolidation")
                .answer("UserTask_approveConsolidation", "consolidationCheck", answer)
                .isAt("UserTask_reviewConsolidation[officer.SLDTBXH]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RETURNED", "SOMETHING_UNKNOWN"})
    void anUnsignedConsolidationIsWrittenAgain(String answer) {
        signing()
                .answer("UserTask_signConsolidation", "consolidationSigning", answer)
                .isAt("UserTask_reviewConsolidation[officer.SLDTBXH]");
        assertThat(STEPS.calls).doesNotContain("issueReport");
    }

    @Test
    void anImpossibleNumberOfUnitsLeftIsAnIncidentNotAnEnd() {
        STEPS.remaining.add(-1L);
        var period = planned().timePasses("Event_openingDayReached");
        assertThatThrownBy(() -> period.runs("ServiceTask_openReports"))
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining("Gateway_allOpened");
        period.isOpen();
    }

    @Test
    void aWithdrawnPeriodEndsAtOnce() {
        collecting().message("reportingCycle.withdrawn").endedAt("Event_withdrawn");
        assertThat(STEPS.calls).contains("recordWithdrawal");
    }
}
