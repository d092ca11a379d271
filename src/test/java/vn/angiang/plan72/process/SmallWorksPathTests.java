package vn.angiang.plan72.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
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

/** Every way small works can go, and every rule of their eligibility. */
class SmallWorksPathTests {

    private static final WorksStepsFake STEPS = new WorksStepsFake();
    private static final String NUMBER = "NV-2018-000001";

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE =
            PathEngine.coverage(PathEngine.configuration("works-paths", Map.of("worksSteps", STEPS)));

    private final ProcessEngine engine = COVERAGE.getProcessEngine();
    private String deployment;

    @BeforeEach
    void deploy() {
        STEPS.calls.clear();
        STEPS.works = List.of("1");
        STEPS.total = 1_000_000;
        STEPS.eligible = 0;
        deployment = PathEngine.deploy(engine, "small-works");
    }

    @AfterEach
    void clean() {
        engine.getRepositoryService().deleteDeployment(deployment, true);
        ClockUtil.reset();
    }

    private RunningCase begun() {
        return RunningCase.start(
                        engine, "smallWorks", NUMBER, Map.of("caseNumber", NUMBER, "leadUnit", "H891", "year", 2018L))
                .isAt("UserTask_proposeWorks[officer.H891]");
    }

    private RunningCase proposed() {
        return begun().answer("UserTask_proposeWorks", "worksProposal", "SUBMITTED");
    }

    private RunningCase approved() {
        return proposed()
                .isAt("UserTask_appraiseWorks[officer.SKHDT]")
                .answer("UserTask_appraiseWorks", "worksAppraisal", "AGREED")
                .isAt("UserTask_approveWorks[leader.H891]")
                .answer("UserTask_approveWorks", "worksApproval", "APPROVED");
    }

    private RunningCase built() {
        return approved()
                .isAt("UserTask_prepareDossier[officer.X30281]")
                .done("UserTask_prepareDossier")
                .isAt("UserTask_buildWork[officer.X30281]")
                .done("UserTask_buildWork")
                .isAt("UserTask_acceptWork[leader.X30281]");
    }

    private RunningCase settled() {
        return built().answer("UserTask_acceptWork", "workAcceptance", "ACCEPTED")
                .isAt("UserTask_settleWork[officer.X30281]")
                .done("UserTask_settleWork")
                .isAt("UserTask_checkWorkSettlement[officer.H891]");
    }

    @Test
    void aWorkGoesFromTheHamletsProposalToItsPublication() {
        settled()
                .answer("UserTask_checkWorkSettlement", "workSettlement", "CONFIRMED")
                .isAt("UserTask_publishWork[officer.X30281]")
                .done("UserTask_publishWork")
                .endedAt("Event_worksDone");
        assertThat(STEPS.calls).containsExactly("1:ELIGIBLE", "startWorks");
    }

    @Test
    void worksOfTwoCommunesGoSideBySideAndKeepTheirCommunes() {
        STEPS.works = List.of("1", "2");
        approved()
                .isAt("UserTask_prepareDossier[officer.X30281]", "UserTask_prepareDossier[officer.X30282]")
                .done("UserTask_prepareDossier")
                .done("UserTask_prepareDossier")
                .done("UserTask_buildWork")
                .done("UserTask_buildWork")
                .isAt("UserTask_acceptWork[leader.X30281]", "UserTask_acceptWork[leader.X30282]");
    }

    @Test
    void aYearWithoutWorksEndsWithItsReason() {
        begun().answer("UserTask_proposeWorks", "worksProposal", "NOTHING").endedAt("Event_noWorks");
    }

    @Test
    void anOddAnswerIsAnIncidentNotAFreePass() {
        var file = begun();
        assertThatThrownBy(() -> file.answer("UserTask_proposeWorks", "worksProposal", "PERHAPS"))
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining("Gateway_worksProposed");
    }

    @Test
    void worksThatAreNotEligibleComeBack() {
        STEPS.total = 5_000_000_000L;
        proposed().isAt("UserTask_proposeWorks[officer.H891]");
        assertThat(STEPS.calls).containsExactly("1:TOO_LARGE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RETURNED", "SOMETHING_UNKNOWN"})
    void aListNotAgreedOrNotApprovedComesBack(String answer) {
        proposed()
                .answer("UserTask_appraiseWorks", "worksAppraisal", answer)
                .isAt("UserTask_proposeWorks[officer.H891]")
                .answer("UserTask_proposeWorks", "worksProposal", "SUBMITTED")
                .answer("UserTask_appraiseWorks", "worksAppraisal", "AGREED")
                .answer("UserTask_approveWorks", "worksApproval", answer)
                .isAt("UserTask_proposeWorks[officer.H891]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RETURNED", "SOMETHING_UNKNOWN"})
    void aWorkNotAcceptedIsBuiltOn(String answer) {
        built().answer("UserTask_acceptWork", "workAcceptance", answer).isAt("UserTask_buildWork[officer.X30281]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RETURNED", "SOMETHING_UNKNOWN"})
    void aSettlementNotAgreedIsDoneAgain(String answer) {
        settled()
                .answer("UserTask_checkWorkSettlement", "workSettlement", answer)
                .isAt("UserTask_settleWork[officer.X30281]");
    }

    @Test
    void aLateWorkIsUrgedAndStillBeingBuilt() {
        approved()
                .done("UserTask_prepareDossier")
                .timePasses("Event_finishPassed")
                .passed("Event_delayRecorded")
                .isAt("UserTask_buildWork[officer.X30281]");
        assertThat(STEPS.calls).contains("delay:1");
    }

    @ParameterizedTest
    @CsvSource({
        "4999999999,1,true,true,true,ELIGIBLE",
        "5000000000,1,true,true,true,TOO_LARGE",
        "5000000000,2,false,false,false,TOO_LARGE",
        "100,2,true,true,true,MANY_COMMUNES",
        "100,1,false,true,true,NO_DESIGN",
        "100,1,true,false,true,NO_CONTRIBUTION",
        "100,1,true,true,false,NOT_ON_LIST"
    })
    void eligibilityNamesTheFirstReasonAgainst(
            long total, long communes, boolean design, boolean people, boolean list, String result) {
        assertThat(eligibility(total, communes, design, people, list)).isEqualTo(result);
    }

    @Test
    void aWorkInNoCommuneHasNoResult() {
        assertThat(eligibility(100, 0, true, true, true)).isNull();
    }

    private static String eligibility(long total, long communes, boolean design, boolean people, boolean list) {
        var xml = PathEngine.read(Path.of("bpmn", "small-works", "works-eligibility.dmn"))
                .getBytes(StandardCharsets.UTF_8);
        var result = DmnEngineConfiguration.createDefaultDmnEngineConfiguration()
                .buildEngine()
                .evaluateDecisionTable(
                        "worksEligibility",
                        new ByteArrayInputStream(xml),
                        Variables.fromMap(Map.of(
                                "total",
                                total,
                                "communes",
                                communes,
                                "typicalDesign",
                                design,
                                "peopleContribute",
                                people,
                                "onList",
                                list)));
        return result.isEmpty() ? null : result.getSingleResult().getSingleEntry();
    }
}
