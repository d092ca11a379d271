package vn.angiang.plan72.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The decision tables of an assignment: every rule, every boundary, and always exactly one answer. */
class DecisionTests {

    private static final DmnEngine ENGINE =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    private static String decide(String table, String file, Map<String, Object> inputs) {
        var xml = PathEngine.read(Path.of("bpmn", "assignment", file)).getBytes(StandardCharsets.UTF_8);
        var result = ENGINE.evaluateDecisionTable(table, new ByteArrayInputStream(xml), Variables.fromMap(inputs));
        assertThat(result).as(table + inputs).hasSize(1);
        return result.getSingleResult().getSingleEntry();
    }

    private static String rating(String verdict, long daysLate) {
        return decide("completionRating", "completion-rating.dmn", Map.of("verdict", verdict, "daysLate", daysLate));
    }

    private static String responsibility(String verdict, long daysLate, boolean force, boolean silent) {
        return decide(
                "delayResponsibility",
                "delay-responsibility.dmn",
                Map.of("verdict", verdict, "daysLate", daysLate, "forceMajeure", force, "contributorsSilent", silent));
    }

    private static String escalation(long delay, boolean sanctionable) {
        return decide(
                "escalationLevel", "escalation-level.dmn", Map.of("currentDelay", delay, "sanctionable", sanctionable));
    }

    @ParameterizedTest
    @CsvSource({
        "CONFIRMED,-3,DUNG_HAN",
        "CONFIRMED,0,DUNG_HAN",
        "CONFIRMED,1,QUA_HAN",
        "CONFIRMED,400,QUA_HAN",
        "NOT_FULFILLED,0,KHONG_HOAN_THANH",
        "NOT_FULFILLED,10,KHONG_HOAN_THANH",
        "UNKNOWN,0,KHONG_HOAN_THANH"
    })
    void ratingFollowsVerdictAndDate(String verdict, long daysLate, String rating) {
        assertThat(rating(verdict, daysLate)).isEqualTo(rating);
    }

    @ParameterizedTest
    @CsvSource({
        "CONFIRMED,0,false,false,NONE",
        "CONFIRMED,0,true,true,NONE",
        "CONFIRMED,1,false,false,LEAD",
        "CONFIRMED,1,false,true,COORDINATOR",
        "CONFIRMED,1,true,true,FORCE_MAJEURE",
        "NOT_FULFILLED,0,false,false,LEAD",
        "NOT_FULFILLED,5,false,true,LEAD",
        "NOT_FULFILLED,0,true,false,FORCE_MAJEURE",
        "UNKNOWN,0,false,false,LEAD"
    })
    void responsibilityFollowsTheCauseOfTheDelay(
            String verdict, long daysLate, boolean force, boolean silent, String responsible) {
        assertThat(responsibility(verdict, daysLate, force, silent)).isEqualTo(responsible);
    }

    @ParameterizedTest
    @CsvSource({
        "-1,true,NONE", "0,true,NONE", "1,true,LEADER", "6,true,LEADER", "7,true,STANDING_AGENCY",
        "30,true,STANDING_AGENCY", "31,true,ACCOUNTABILITY", "0,false,NONE", "1,false,LEADER", "500,false,LEADER"
    })
    void escalationClimbsWithTheDaysAndOnlyAsksThoseOutsideTheHierarchy(
            long delay, boolean sanctionable, String level) {
        assertThat(escalation(delay, sanctionable)).isEqualTo(level);
    }

    @Test
    void noCaseIsLeftWithoutAnAnswer() {
        for (long days = -2; days <= 60; days++) {
            for (boolean yes : List.of(true, false)) {
                assertThat(escalation(days, yes)).isNotBlank();
                for (String verdict : List.of("CONFIRMED", "NOT_FULFILLED", "")) {
                    assertThat(rating(verdict, days)).isNotBlank();
                    assertThat(responsibility(verdict, days, yes, !yes)).isNotBlank();
                    assertThat(responsibility(verdict, days, yes, yes)).isNotBlank();
                }
            }
        }
    }

    @Test
    void aLateResultIsNeverRatedInTimeWhoeverIsResponsible() {
        for (boolean force : List.of(true, false)) {
            for (boolean silent : List.of(true, false)) {
                assertThat(responsibility("CONFIRMED", 5, force, silent)).isNotEqualTo("NONE");
                assertThat(rating("CONFIRMED", 5)).isEqualTo("QUA_HAN");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "A,VIOLATION,false,false,TRANSFER_INSPECTION",
        "A,VIOLATION,true,true,TRANSFER_INSPECTION",
        "B,VIOLATION,false,true,TRANSFER_DISCIPLINE",
        "B,SERIOUS,false,true,NO_RESPONSIBILITY",
        "A,SERIOUS,false,true,SELF_CRITICISM",
        "B,SERIOUS,true,true,CORRECTIVE_ORDER",
        "B,SERIOUS,false,false,SELF_CRITICISM",
        "B,MINOR,true,false,REMINDED",
        "B,NONE,false,false,NO_RESPONSIBILITY",
        "B,NONE,true,false,REMINDED"
    })
    void theProposedMeasureNeverRewardsSilenceAndIsNeverASanction(
            String trigger, String assessment, boolean silent, boolean force, String measure) {
        assertThat(measure(trigger, assessment, silent, force)).isEqualTo(measure);
    }

    @Test
    void anAssessmentNobodyThoughtOfProposesNothing() {
        assertThat(measure("B", "UNKNOWN", true, false)).isNull();
    }

    private static String measure(String trigger, String assessment, boolean silent, boolean force) {
        var xml = PathEngine.read(Path.of("bpmn", "accountability", "proposed-measure.dmn"))
                .getBytes(StandardCharsets.UTF_8);
        var result = ENGINE.evaluateDecisionTable(
                "proposedMeasure",
                new ByteArrayInputStream(xml),
                Variables.fromMap(
                        Map.of("trigger", trigger, "assessment", assessment, "silent", silent, "forceMajeure", force)));
        return result.isEmpty() ? null : result.getSingleResult().getSingleEntry();
    }

    @ParameterizedTest
    @CsvSource({
        "MISUSE,50,false,GRAVE",
        "LOSS,500,true,GRAVE",
        "WASTE,1,true,GRAVE",
        "LOSS,49.99,false,SERIOUS",
        "WRONG_BENEFICIARY,0,false,SERIOUS",
        "WRONG_BENEFICIARY,0,true,SERIOUS",
        "DELAY,0,true,SERIOUS",
        "PROCEDURE,0,false,MINOR",
        "RECORDS,900,false,MINOR"
    })
    void severityFollowsKindMoneyAndRepetition(String kind, double amount, boolean repeated, String severity) {
        assertThat(severity(kind, amount, repeated)).isEqualTo(severity);
    }

    @Test
    void aKindOfFindingNobodyThoughtOfIsNotRated() {
        assertThat(severity("UNKNOWN", 900, true)).isNull();
    }

    private static String severity(String kind, double amount, boolean repeated) {
        var xml = PathEngine.read(Path.of("bpmn", "inspection", "finding-severity.dmn"))
                .getBytes(StandardCharsets.UTF_8);
        var result = ENGINE.evaluateDecisionTable(
                "findingSeverity",
                new ByteArrayInputStream(xml),
                Variables.fromMap(Map.of("kind", kind, "amount", amount, "repeated", repeated)));
        return result.isEmpty() ? null : result.getSingleResult().getSingleEntry();
    }

    @ParameterizedTest
    @CsvSource({
        "HEAD,COMMUNE,DISTRICT_OF_PLACE",
        "HEAD,DISTRICT,TTR_TINH",
        "HEAD,NONE,TTR_TINH",
        "HOUSEHOLDS,COMMUNE,PLACE",
        "SUPPORT,DISTRICT,PLACE",
        "HOUSEHOLDS,NONE,SLDTBXH",
        "WORKS,COMMUNE,DISTRICT_OF_PLACE",
        "PRODUCTION,COMMUNE,DISTRICT_OF_PLACE",
        "WORKS,DISTRICT,PLACE",
        "WORKS,NONE,SKHDT",
        "PRODUCTION,NONE,SNNPTNT",
        "ETHNIC,COMMUNE,BDT",
        "HEALTH,DISTRICT,SYT",
        "EDUCATION,NONE,SGDDT"
    })
    void opinionsGoToWhoIsInChargeAndNeverToTheHeadTheySpeakOf(String topic, String place, String route) {
        assertThat(route(topic, place)).isEqualTo(route);
    }

    @Test
    void whereNoRuleSpeaksThePersonWhoScreensChooses() {
        assertThat(route("OTHER", "COMMUNE")).isNull();
        assertThat(route("", "NONE")).isNull();
        assertThat(route("WORKS", "UNKNOWN")).isNull();
    }

    private static String route(String topic, String place) {
        return decided("social-supervision", "opinionRouting", Map.of("topic", topic, "place", place));
    }

    @ParameterizedTest
    @CsvSource({
        "20170901,RURAL,0,0,POOR",
        "20170901,RURAL,120,0,POOR",
        "20170901,RURAL,121,3,POOR",
        "20170901,RURAL,150,10,POOR",
        "20170901,RURAL,121,2,NEAR_POOR",
        "20170901,RURAL,150,0,NEAR_POOR",
        "20170901,RURAL,151,10,NOT_POOR",
        "20160101,URBAN,140,0,POOR",
        "20170901,URBAN,141,3,POOR",
        "20170901,URBAN,175,4,POOR",
        "20170901,URBAN,175,2,NEAR_POOR",
        "20211231,URBAN,176,10,NOT_POOR"
    })
    void householdsAreRatedByPointsAndTheCutOffOfThreeInTen(
            long day, String area, long points, long deprivations, String result) {
        assertThat(householdClass(day, area, points, deprivations)).isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource({"20151231,RURAL,100,5", "20220101,RURAL,100,5", "20170901,MOUNTAIN,100,5"})
    void withoutThresholdsForTheDayNobodyIsRated(long day, String area, long points, long deprivations) {
        assertThat(householdClass(day, area, points, deprivations)).isNull();
    }

    private static String householdClass(long day, String area, long points, long deprivations) {
        return decided(
                "commune-review",
                "householdClass",
                Map.of("onDay", day, "area", area, "assetPoints", points, "deprivations", deprivations));
    }

    /** The answer of a table, or null when no rule speaks. */
    private static String decided(String folder, String table, Map<String, Object> inputs) {
        String file = table.replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT) + ".dmn";
        var xml = PathEngine.read(Path.of("bpmn", folder, file)).getBytes(StandardCharsets.UTF_8);
        var result = ENGINE.evaluateDecisionTable(table, new ByteArrayInputStream(xml), Variables.fromMap(inputs));
        return result.isEmpty() ? null : result.getSingleResult().getSingleEntry();
    }
}
