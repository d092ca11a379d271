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

/** Every way the review of a commune can go. */
class CommuneReviewPathTests {

    private static final CommuneReviewStepsFake STEPS = new CommuneReviewStepsFake();

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE =
            PathEngine.coverage(PathEngine.configuration("commune-review-paths", Map.of("communeReviewSteps", STEPS)));

    private final ProcessEngine engine = COVERAGE.getProcessEngine();
    private String deployment;

    @BeforeEach
    void deploy() {
        STEPS.calls.clear();
        STEPS.complaints = "NO";
        deployment = PathEngine.deploy(engine, "commune-review");
    }

    @AfterEach
    void clean() {
        engine.getRepositoryService().deleteDeployment(deployment, true);
        ClockUtil.reset();
    }

    private RunningCase listed() {
        return RunningCase.start(engine, "communeReview", "RS-2017-000001", Map.of("caseNumber", "RS-2017-000001"))
                .runs("ServiceTask_openCommune")
                .isAt("UserTask_prepareList[officer.X30547]");
    }

    private RunningCase met(String result) {
        return listed().done("UserTask_prepareList")
                .isAt("UserTask_surveyHouseholds[officer.X30547]")
                .done("UserTask_surveyHouseholds")
                .isAt("UserTask_holdMeeting[officer.X30547]")
                .answer("UserTask_holdMeeting", "meetingResult", result);
    }

    private RunningCase posted() {
        return met("AGREED").isAt().timePasses("Event_postingOver");
    }

    private RunningCase signed() {
        return posted().isAt("UserTask_signCommuneResult[leader.X30547]")
                .answer("UserTask_signCommuneResult", "resultSigning", "SIGNED")
                .isAt("UserTask_checkCommune[officer.H891]");
    }

    @Test
    void theListIsSurveyedAgreedPostedSignedAndChecked() {
        signed().answer("UserTask_checkCommune", "communeCheck", "ACCEPTED").endedAt("Event_communeReviewed");
        assertThat(STEPS.calls).containsExactly("postResult", "recordCommune");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AGAIN", "SOMETHING_UNKNOWN"})
    void withoutAgreementTheSurveyIsDoneAgain(String result) {
        met(result).isAt("UserTask_surveyHouseholds[officer.X30547]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"YES", "PERHAPS"})
    void complaintsAreDealtWithBeforeTheChairSigns(String open) {
        STEPS.complaints = open;
        posted().isAt("UserTask_resolveComplaints[officer.X30547]")
                .done("UserTask_resolveComplaints")
                .isAt("UserTask_signCommuneResult[leader.X30547]");
    }

    @Test
    void whatTheChairDoesNotSignIsSurveyedAgain() {
        posted().answer("UserTask_signCommuneResult", "resultSigning", "RETURNED")
                .isAt("UserTask_surveyHouseholds[officer.X30547]");
    }

    @Test
    void whatTheDistrictDoesNotAcceptIsListedAgain() {
        signed().answer("UserTask_checkCommune", "communeCheck", "RETURNED")
                .isAt("UserTask_prepareList[officer.X30547]");
    }
}
