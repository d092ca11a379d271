package vn.angiang.plan72.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A small flow as a modeler would draw it passes every rule; with one convention broken it is told which and where. */
class ModelRulesTests {

    private static final Path ROOT = Path.of("src", "test", "resources", "added-flow");
    private static final String BPMN = "bpmn/site-visit/site-visit.bpmn";
    private static final String FORM = "forms/site-visit/plan-visit.form";
    private static final ModelRules RULES = PathEngine.rules(RealSteps.beans());

    private static Map<String, String> files() {
        var files = new TreeMap<String, String>();
        try (var all = Files.walk(ROOT)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(ROOT.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static List<ModelGate.Problem> check(Map<String, String> files) {
        return RULES.check(files.entrySet().stream()
                .map(f -> new ModelGate.Resource(f.getKey(), f.getValue().getBytes(StandardCharsets.UTF_8)))
                .toList());
    }

    /** One text of one file put in place of another, the rule it breaks, and on which element it is told. */
    record Broken(GateRule rule, String element, String file, String from, String to) {
        @Override
        public String toString() {
            return rule + " " + element;
        }
    }

    private static Broken model(GateRule rule, String element, String from, String to) {
        return new Broken(rule, element, BPMN, from, to);
    }

    static Stream<Broken> broken() {
        String cancelled = "<bpmn:endEvent id=\"Event_cancelled\" name=\"Không đi\">";
        return Stream.of(
                model(GateRule.ID_CONVENTION, "Activity_1", "UserTask_planVisit", "Activity_1"),
                model(GateRule.ID_CONVENTION, "SequenceFlow_1", "Flow_visitPlanned", "SequenceFlow_1"),
                model(GateRule.ID_TWICE, "Event_visited", "id=\"Event_cancelled\"", "id=\"Event_visited\""),
                model(GateRule.LABEL_MISSING, "UserTask_planVisit", " name=\"Lập kế hoạch chuyến đi\"", ""),
                model(GateRule.LABEL_CONVENTION, "UserTask_planVisit", "\"Lập kế hoạch", "\"lập kế hoạch"),
                model(GateRule.LABEL_QUESTION, "Gateway_visitGoes", "\"Có đi không?\"", "\"Đi hay không\""),
                model(GateRule.LABEL_QUESTION, "Event_cancelled", "\"Không đi\"", "\"Không đi?\""),
                model(GateRule.ANSWER_WITHOUT_NAME, "Flow_visitGoes_yes", " name=\"Có\"", ""),
                model(
                        GateRule.WITHOUT_DOCUMENTATION,
                        "Flow_visitGoes_yes",
                        "<bpmn:documentation>Chuyến đi diễn ra.</bpmn:documentation>",
                        ""),
                model(
                        GateRule.WITHOUT_DOCUMENTATION,
                        "Event_visited",
                        "<bpmn:documentation>Chuyến đi có kết quả.</bpmn:documentation>",
                        ""),
                model(
                        GateRule.NOTHING_LEADS_HERE,
                        "Event_cancelled",
                        "targetRef=\"Event_cancelled\"",
                        "targetRef=\"UserTask_planVisit\""),
                model(
                        GateRule.NOTHING_FOLLOWS,
                        "UserTask_reportVisit",
                        "sourceRef=\"UserTask_reportVisit\"",
                        "sourceRef=\"Gateway_visitGoes\""),
                model(
                        GateRule.WAYS_OUT,
                        "UserTask_planVisit",
                        "sourceRef=\"UserTask_reportVisit\"",
                        "sourceRef=\"UserTask_planVisit\""),
                model(
                        GateRule.NOT_REACHED,
                        "UserTask_reportVisit",
                        "sourceRef=\"Gateway_visitGoes\" targetRef=\"UserTask_reportVisit\"",
                        "sourceRef=\"UserTask_reportVisit\" targetRef=\"UserTask_reportVisit\""),
                model(GateRule.START_MISSING, "siteVisit", "startEvent", "intermediateThrowEvent"),
                model(GateRule.END_MISSING, "siteVisit", "endEvent", "intermediateThrowEvent"),
                model(
                        GateRule.FLOW_ENDS,
                        "Flow_visitReported",
                        "targetRef=\"Event_visited\"",
                        "targetRef=\"Event_nowhere\""),
                model(
                        GateRule.ANSWER_WITHOUT_CONDITION,
                        "Flow_visitGoes_no",
                        "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">${visitGoes =="
                                + " 'NO'}</bpmn:conditionExpression>",
                        ""),
                model(
                        GateRule.DEFAULT_WITH_CONDITION,
                        "Flow_visitGoes_no",
                        "default=\"Flow_visitGoes_unclear\"",
                        "default=\"Flow_visitGoes_no\""),
                model(
                        GateRule.DEFAULT_ENDS,
                        "Flow_visitGoes_no",
                        "default=\"Flow_visitGoes_unclear\"",
                        "default=\"Flow_visitGoes_no\""),
                model(GateRule.ROUTE_VARIABLES, "Gateway_visitGoes", "${visitGoes == 'NO'}", "${year == 'NO'}"),
                model(GateRule.ROUTE_UNKNOWN, "Gateway_visitGoes", "${visitGoes ==", "${nobodySays =="),
                model(
                        GateRule.ANSWER_WITH_TWO_WAYS,
                        "Gateway_visitGoes",
                        "${visitGoes == 'NO'}",
                        "${visitGoes == 'YES'}"),
                model(
                        GateRule.STEP_ARGUMENTS,
                        "UserTask_planVisit",
                        "caseSteps.dueIn(caseNumber,3)",
                        "caseSteps.dueIn(caseNumber,3,4)"),
                model(
                        GateRule.PROCESS_UNKNOWN,
                        "CallActivity_other",
                        cancelled,
                        "<bpmn:callActivity id=\"CallActivity_other\" name=\"Gọi\" calledElement=\"nobodyKnows\" />"
                                + cancelled),
                model(
                        GateRule.MESSAGE_UNKNOWN,
                        "Message_a",
                        "<bpmn:process ",
                        "<bpmn:message id=\"Message_a\" name=\"visit.nobodySends\" /><bpmn:process "),
                new Broken(
                        GateRule.FORM_UNUSED,
                        "",
                        BPMN,
                        "camunda:formRef=\"planVisit\"",
                        "camunda:formRef=\"reportVisit\""),
                new Broken(GateRule.ROUTE_OPTIONAL, "?", FORM, "\"required\": true", "\"required\": false"),
                new Broken(GateRule.ROUTE_UNREAD, "?", FORM, "\"route\": \"visitGoes\"", "\"route\": \"visitWent\""));
    }

    @Test
    void theFlowAsItIsBreaksNoRule() {
        assertThat(check(files())).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void aBrokenConventionIsToldOnTheElement(Broken broken) {
        var files = files();
        assertThat(files.get(broken.file())).contains(broken.from());
        files.computeIfPresent(broken.file(), (name, text) -> text.replace(broken.from(), broken.to()));
        var told = check(files).stream()
                .filter(p -> p.code().equals(broken.rule().name()))
                .toList();
        assertThat(told).isNotEmpty();
        if (broken.element().isEmpty()) {
            assertThat(told).allSatisfy(p -> assertThat(p.elementId()).isNull());
        } else if (!broken.element().equals("?")) {
            assertThat(told).extracting(ModelGate.Problem::elementId).contains(broken.element());
        }
        assertThat(told).allSatisfy(p -> assertThat(p.messageVi()).isNotBlank().doesNotContain("%s"));
    }

    /** {@code FORM_REFUSED} and {@code ENGINE_REFUSES} need the whole application and are tested there; one has a test below. */
    @Test
    void everyConventionIsBrokenOnceHere() {
        Set<String> conventions = Stream.of(GateRule.values())
                .map(GateRule::name)
                .dropWhile(r -> !r.equals("FORM_REFUSED"))
                .filter(r -> !Set.of("FORM_REFUSED", "ENGINE_REFUSES", "ANSWER_WITHOUT_WAY")
                        .contains(r))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(broken().map(b -> b.rule().name()).collect(Collectors.toSet()))
                .containsAll(conventions);
    }

    @Test
    void anAnswerOfAFormWithoutAWayIsToldOnTheGateway() {
        var files = files();
        files.computeIfPresent(BPMN, (name, text) -> text.replace(" default=\"Flow_visitGoes_unclear\"", "")
                .replace("${visitGoes == 'NO'}", "${visitGoes == 'NEVER'}"));
        assertThat(check(files))
                .filteredOn(p -> p.code().equals("ANSWER_WITHOUT_WAY"))
                .singleElement()
                .satisfies(p -> {
                    assertThat(p.elementId()).isEqualTo("Gateway_visitGoes");
                    assertThat(p.messageVi()).isEqualTo("Câu trả lời NO không có đường đi");
                });
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        var files = files();
        files.computeIfPresent(BPMN, (name, text) -> text.replace("\"Có đi không?\"", "\"đi hay không\"")
                .replace("${visitGoes == 'NO'}", "${visitGoes.class}")
                .replace(" name=\"Có\"", ""));
        assertThat(check(files))
                .extracting(ModelGate.Problem::code)
                .contains("LABEL_CONVENTION", "LABEL_QUESTION", "ANSWER_WITHOUT_NAME", "EXPRESSION_STEP");
    }
}
