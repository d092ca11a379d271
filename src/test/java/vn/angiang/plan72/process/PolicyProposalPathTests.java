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

/** Every way a proposal of a policy can go. */
class PolicyProposalPathTests {

    private static final CaseStepsFake STEPS = new CaseStepsFake();

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE =
            PathEngine.coverage(PathEngine.configuration("policy-proposal-paths", Map.of("caseSteps", STEPS)));

    private final ProcessEngine engine = COVERAGE.getProcessEngine();
    private String deployment;

    @BeforeEach
    void deploy() {
        STEPS.told.clear();
        deployment = PathEngine.deploy(engine, "policy-proposal");
    }

    @AfterEach
    void clean() {
        engine.getRepositoryService().deleteDeployment(deployment, true);
        ClockUtil.reset();
    }

    private RunningCase opened() {
        return RunningCase.start(
                engine,
                "policyProposal",
                "HS-2017-000001",
                Map.of("caseNumber", "HS-2017-000001", "leadUnit", "SYT", "year", 2017L));
    }

    private RunningCase researched(String instrument) {
        return opened().isAt("UserTask_researchPolicy[officer.SYT]")
                .answer("UserTask_researchPolicy", Map.of("instrument", instrument, "opinionUnits", List.of("STC")))
                .isAt("UserTask_giveOpinion[officer.STC]")
                .done("UserTask_giveOpinion")
                .isAt("UserTask_reviseDraft[officer.SYT]");
    }

    private RunningCase submitted() {
        return researched("PETITION")
                .done("UserTask_reviseDraft")
                .answer("UserTask_submitPolicy", "submission", "APPROVED")
                .isAt("UserTask_decidePolicy[leader.UBND_TINH]");
    }

    @Test
    void aDecisionIsAppraisedSubmittedAndIssued() {
        researched("DECISION")
                .done("UserTask_reviseDraft")
                .isAt("UserTask_appraiseLegality[officer.STP]")
                .answer("UserTask_appraiseLegality", "appraisal", "FIT")
                .isAt("UserTask_submitPolicy[leader.SYT]")
                .answer("UserTask_submitPolicy", "submission", "APPROVED")
                .answer("UserTask_decidePolicy", "decision", "ISSUED")
                .isAt("UserTask_publishPolicy[officer.SYT]")
                .done("UserTask_publishPolicy")
                .endedAt("Event_issued");
    }

    @Test
    void aDraftThatIsNotFitComesBack() {
        researched("RESOLUTION")
                .done("UserTask_reviseDraft")
                .answer("UserTask_appraiseLegality", "appraisal", "NOT_FIT")
                .isAt("UserTask_reviseDraft[officer.SYT]");
    }

    @Test
    void aLeaderWhoDoesNotSignSendsItBack() {
        researched("PETITION")
                .done("UserTask_reviseDraft")
                .answer("UserTask_submitPolicy", "submission", "RETURNED")
                .isAt("UserTask_reviseDraft[officer.SYT]");
    }

    @Test
    void thePetitionGoesUpWithoutAppraisal() {
        submitted()
                .answer("UserTask_decidePolicy", "decision", "UPPER_LEVEL")
                .isAt("UserTask_sendUpwards[officer.SYT]")
                .done("UserTask_sendUpwards")
                .endedAt("Event_sentUpwards");
    }

    @Test
    void theChairMayRefuseOrAskForMore() {
        submitted().answer("UserTask_decidePolicy", "decision", "NOT_ACCEPTED").endedAt("Event_notAccepted");
        submitted().answer("UserTask_decidePolicy", "decision", "RETURNED").isAt("UserTask_reviseDraft[officer.SYT]");
    }

    @Test
    void guidanceIsIssuedByTheUnitItself() {
        researched("GUIDANCE")
                .done("UserTask_reviseDraft")
                .isAt("UserTask_issueGuidance[leader.SYT]")
                .answer("UserTask_issueGuidance", "guidance", "RETURNED")
                .done("UserTask_reviseDraft")
                .answer("UserTask_issueGuidance", "guidance", "ISSUED")
                .endedAt("Event_guidanceIssued");
    }

    @Test
    void aSilentUnitIsUrgedOnceAndNotWaitedFor() {
        opened().answer(
                        "UserTask_researchPolicy",
                        Map.of("instrument", "PETITION", "opinionUnits", List.of("STC", "STP")))
                .isAt("UserTask_giveOpinion[officer.STC]", "UserTask_giveOpinion[officer.STP]")
                .timePasses("Event_giveOpinionOverdue")
                .timePasses("Event_giveOpinionOverdue")
                .isAt("UserTask_reviseDraft[officer.SYT]");
        assertThat(STEPS.told).containsExactlyInAnyOrder("urge leader.STC", "urge leader.STP");
    }

    @Test
    void aKindOfDocumentNobodyThoughtOfIsAnIncident() {
        var file = researched("UNKNOWN");
        assertThatThrownBy(() -> file.done("UserTask_reviseDraft"))
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining("Gateway_policyRoute");
    }
}
