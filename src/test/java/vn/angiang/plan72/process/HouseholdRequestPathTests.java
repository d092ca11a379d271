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

/** Every way the request of a household can go. */
class HouseholdRequestPathTests {

    private static final HouseholdRequestStepsFake STEPS = new HouseholdRequestStepsFake();

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = PathEngine.coverage(
            PathEngine.configuration("household-request-paths", Map.of("householdRequestSteps", STEPS)));

    private final ProcessEngine engine = COVERAGE.getProcessEngine();
    private String deployment;

    @BeforeEach
    void deploy() {
        STEPS.calls.clear();
        deployment = PathEngine.deploy(engine, "household-request");
    }

    @AfterEach
    void clean() {
        engine.getRepositoryService().deleteDeployment(deployment, true);
        ClockUtil.reset();
    }

    private RunningCase received() {
        return RunningCase.start(engine, "householdRequest", "DN-2017-000001", Map.of("caseNumber", "DN-2017-000001"))
                .isAt("UserTask_checkRequest[officer.X30547]");
    }

    private RunningCase surveyed() {
        return received()
                .answer("UserTask_checkRequest", "requestCheck", "ACCEPTED")
                .isAt("UserTask_surveyHousehold[officer.X30547]")
                .done("UserTask_surveyHousehold")
                .isAt("UserTask_holdHamletMeeting[officer.X30547]");
    }

    private RunningCase posted() {
        return surveyed()
                .answer("UserTask_holdHamletMeeting", "hamletResult", "AGREED")
                .isAt()
                .timePasses("Event_proposalPosted")
                .isAt("UserTask_concludePosting[officer.X30547]");
    }

    private RunningCase proposed() {
        return posted().answer("UserTask_concludePosting", "postingResult", "KEPT")
                .isAt("UserTask_decideRequest[leader.X30547]");
    }

    @Test
    void theHouseholdIsSurveyedAgreedOnPostedAndAnswered() {
        proposed().answer("UserTask_decideRequest", "requestDecision", "SIGNED").endedAt("Event_requestAnswered");
        assertThat(STEPS.calls).containsExactly("postProposal", "recordDecision");
    }

    @Test
    void aRequestThatIsNotTakenEndsWithItsReason() {
        received().answer("UserTask_checkRequest", "requestCheck", "REFUSED").endedAt("Event_requestRefused");
        assertThat(STEPS.calls).containsExactly("recordRefusal");
    }

    @Test
    void anUnclearAnswerIsNoRefusal() {
        received()
                .answer("UserTask_checkRequest", "requestCheck", "SOMETHING_UNKNOWN")
                .isAt("UserTask_surveyHousehold[officer.X30547]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AGAIN", "SOMETHING_UNKNOWN"})
    void withoutAgreementTheHouseholdIsSurveyedAgain(String answer) {
        surveyed()
                .answer("UserTask_holdHamletMeeting", "hamletResult", answer)
                .isAt("UserTask_surveyHousehold[officer.X30547]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AGAIN", "SOMETHING_UNKNOWN"})
    void anObjectionCanHaveTheHouseholdSurveyedAgain(String answer) {
        posted().answer("UserTask_concludePosting", "postingResult", answer)
                .isAt("UserTask_surveyHousehold[officer.X30547]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RETURNED", "SOMETHING_UNKNOWN"})
    void whatTheChairDoesNotSignIsSurveyedAgain(String answer) {
        proposed()
                .answer("UserTask_decideRequest", "requestDecision", answer)
                .isAt("UserTask_surveyHousehold[officer.X30547]");
    }
}
