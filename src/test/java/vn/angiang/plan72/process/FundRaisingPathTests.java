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

/** Every way a campaign for the fund can go. */
class FundRaisingPathTests {

    private static final CaseStepsFake STEPS = new CaseStepsFake();

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE =
            PathEngine.coverage(PathEngine.configuration("fund-raising-paths", Map.of("caseSteps", STEPS)));

    private final ProcessEngine engine = COVERAGE.getProcessEngine();
    private String deployment;

    @BeforeEach
    void deploy() {
        STEPS.told.clear();
        deployment = PathEngine.deploy(engine, "fund-raising");
    }

    @AfterEach
    void clean() {
        engine.getRepositoryService().deleteDeployment(deployment, true);
        ClockUtil.reset();
    }

    private RunningCase opened() {
        return RunningCase.start(
                engine,
                "fundRaising",
                "HS-2017-000001",
                Map.of("caseNumber", "HS-2017-000001", "leadUnit", "MTTQ_TINH", "year", 2017L));
    }

    private RunningCase received(long millions) {
        return opened().isAt("UserTask_launchFund[officer.MTTQ_TINH]")
                .answer("UserTask_launchFund", Map.of("partners", List.of("LDLD_TINH", "SCT")))
                .isAt("UserTask_registerPledge[officer.LDLD_TINH]", "UserTask_registerPledge[officer.SCT]")
                .done("UserTask_registerPledge")
                .timePasses("Event_registerPledgeOverdue")
                .isAt()
                .timePasses("Event_peakBegun")
                .answer("UserTask_recordReceipts", Map.of("received", millions))
                .isAt("UserTask_allocateFund[officer.MTTQ_TINH]")
                .done("UserTask_allocateFund")
                .isAt("UserTask_approveAllocation[leader.MTTQ_TINH]");
    }

    @Test
    void aLargeFundIsPublishedInThePress() {
        received(1000)
                .answer("UserTask_approveAllocation", "allocationApproval", "APPROVED")
                .isAt("UserTask_publishInPress[officer.MTTQ_TINH]")
                .done("UserTask_publishInPress")
                .endedAt("Event_fundPublished");
        assertThat(STEPS.told).containsExactly("on 17/10");
    }

    @Test
    void aSmallFundIsPostedLocally() {
        received(999)
                .answer("UserTask_approveAllocation", "allocationApproval", "APPROVED")
                .done("UserTask_publishLocally")
                .endedAt("Event_fundPublished");
    }

    @Test
    void anAllocationThatIsNotApprovedComesBack() {
        received(10)
                .answer("UserTask_approveAllocation", "allocationApproval", "RETURNED")
                .isAt("UserTask_allocateFund[officer.MTTQ_TINH]");
    }
}
