package vn.angiang.plan72.process;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Every way an opinion or a finding of supervision can go. */
class SocialSupervisionPathTests {

    private static final SocialSupervisionStepsFake STEPS = new SocialSupervisionStepsFake();

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = PathEngine.coverage(
            PathEngine.configuration("social-supervision-paths", Map.of("socialSupervisionSteps", STEPS)));

    private final ProcessEngine engine = COVERAGE.getProcessEngine();
    private String deployment;

    @BeforeEach
    void deploy() {
        STEPS.calls.clear();
        STEPS.content = "YES";
        STEPS.topic = "WORKS";
        STEPS.place = "DISTRICT";
        STEPS.origin = "PUBLIC";
        STEPS.rating = "SATISFIED";
        deployment = PathEngine.deploy(engine, "social-supervision");
    }

    @AfterEach
    void clean() {
        engine.getRepositoryService().deleteDeployment(deployment, true);
        ClockUtil.reset();
    }

    private RunningCase started() {
        return RunningCase.start(
                        engine,
                        "socialSupervision",
                        "PA-2017-000001",
                        Map.of("caseNumber", "PA-2017-000001", "leadUnit", "MTTQ_TINH", "year", 2017L))
                .runs("ServiceTask_takeIn");
    }

    private RunningCase screened() {
        return started().isAt("UserTask_screenOpinion[officer.SLDTBXH]");
    }

    private RunningCase answered() {
        return screened()
                .answer("UserTask_screenOpinion", "screening", "ANSWER")
                .isAt("UserTask_answerOpinion[officer.H891]")
                .done("UserTask_answerOpinion")
                .isAt("UserTask_approveAnswer[leader.H891]")
                .answer("UserTask_approveAnswer", "answerApproval", "APPROVED");
    }

    @Test
    void anOpinionIsRoutedAnsweredRatedAndClosed() {
        answered()
                .isAt()
                .message("socialSupervision.answerRated")
                .runs("ServiceTask_readRating")
                .endedAt("Event_opinionClosed");
        assertThat(STEPS.proposed).isEqualTo("PLACE");
        assertThat(STEPS.calls).containsExactly("assignAnswerer", "publishAnswer", "closeOpinion");
    }

    @Test
    void whereNoRuleSpeaksTheStandingAgencyStillScreens() {
        STEPS.topic = "OTHER";
        screened();
        assertThat(STEPS.proposed).isNull();
    }

    @Test
    void aUnitEntersItsFindingAndRatesTheAnswer() {
        STEPS.content = "NO";
        STEPS.origin = "UNIT";
        started()
                .isAt("UserTask_enterFinding[officer.MTTQ_TINH]")
                .answer("UserTask_enterFinding", "supervisionResult", "PERHAPS")
                .isAt("UserTask_enterFinding[officer.MTTQ_TINH]")
                .answer("UserTask_enterFinding", "supervisionResult", "FINDING")
                .answer("UserTask_screenOpinion", "screening", "ANSWER")
                .done("UserTask_answerOpinion")
                .answer("UserTask_approveAnswer", "answerApproval", "APPROVED")
                .isAt("UserTask_rateAnswer[officer.MTTQ_TINH]")
                .answer("UserTask_rateAnswer", "rating", "SATISFIED")
                .endedAt("Event_opinionClosed");
    }

    @Test
    void supervisionWithoutAnythingToAnswerEndsAtOnce() {
        STEPS.content = "NO";
        started().answer("UserTask_enterFinding", "supervisionResult", "NONE").endedAt("Event_nothingToAnswer");
        assertThat(STEPS.calls).containsExactly("recordNothing");
    }

    @Test
    void aUnitThatDoesNotRateIsNotWaitedForLonger() {
        STEPS.content = "NO";
        STEPS.origin = "UNIT";
        started()
                .answer("UserTask_enterFinding", "supervisionResult", "FINDING")
                .answer("UserTask_screenOpinion", "screening", "ANSWER")
                .done("UserTask_answerOpinion")
                .answer("UserTask_approveAnswer", "answerApproval", "APPROVED")
                .timePasses("Event_unitTermOver")
                .endedAt("Event_opinionClosed");
        assertThat(STEPS.calls).contains("recordSilence");
    }

    @Test
    void aSenderWhoDoesNotRateIsNotWaitedForLonger() {
        answered().timePasses("Event_ratingTermOver").endedAt("Event_opinionClosed");
        assertThat(STEPS.calls).contains("recordSilence");
    }

    @Test
    void aGraveOpinionIsInspectedAndAnswered() {
        screened().answer("UserTask_screenOpinion", "screening", "GRAVE").isAt("UserTask_answerOpinion[officer.H891]");
        assertThat(STEPS.calls).containsExactly("raiseInspection", "assignAnswerer");
    }

    @Test
    void whatIsNotTakenUpEndsWithItsReason() {
        screened().answer("UserTask_screenOpinion", "screening", "REFUSED").endedAt("Event_notTaken");
        assertThat(STEPS.calls).containsExactly("recordRefusal");
    }

    @Test
    void aLateAnswerIsUrgedAndStillAwaited() {
        screened()
                .answer("UserTask_screenOpinion", "screening", "ANSWER")
                .timePasses("Event_answerOverdue")
                .isAt("UserTask_answerOpinion[officer.H891]");
        assertThat(STEPS.calls).contains("urgeAnswer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RETURNED", "SOMETHING_UNKNOWN"})
    void anythingButApprovalGoesBackToTheDraft(String answer) {
        screened()
                .answer("UserTask_screenOpinion", "screening", "ANSWER")
                .done("UserTask_answerOpinion")
                .answer("UserTask_approveAnswer", "answerApproval", answer)
                .isAt("UserTask_answerOpinion[officer.H891]");
    }

    @Test
    void answersNobodyThoughtOfAreAskedAgain() {
        screened()
                .answer("UserTask_screenOpinion", "screening", "PERHAPS")
                .isAt("UserTask_screenOpinion[officer.SLDTBXH]");
    }

    private RunningCase unsatisfied() {
        STEPS.rating = "UNSATISFIED";
        return answered()
                .message("socialSupervision.answerRated")
                .runs("ServiceTask_readRating")
                .isAt("UserTask_reviewAnswer[officer.SLDTBXH]");
    }

    @Test
    void whoIsNotSatisfiedIsAnsweredOnceMore() {
        unsatisfied()
                .answer("UserTask_reviewAnswer", "review", "PERHAPS")
                .answer("UserTask_reviewAnswer", "review", "AGAIN")
                .isAt("UserTask_answerOpinion[officer.H891]");
        assertThat(STEPS.calls).containsExactly("assignAnswerer", "publishAnswer", "assignAnswerer");
    }

    @Test
    void aGoodAnswerStandsThoughTheSenderIsNotSatisfied() {
        unsatisfied().answer("UserTask_reviewAnswer", "review", "UPHELD").endedAt("Event_opinionClosed");
    }

    @Test
    void whatIsNotSettledCanStillBeInspected() {
        unsatisfied().answer("UserTask_reviewAnswer", "review", "INSPECT").endedAt("Event_opinionClosed");
        assertThat(STEPS.calls).contains("raiseInspection");
    }
}
