package vn.angiang.plan72.modelling.difference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;
import vn.angiang.plan72.process.Vocabulary;

/** What changed is said so that an official understands it, whatever a model may hold. */
class DifferencesTests {

    private static final String BPMN = "bpmn/assignment/assignment.bpmn";
    private static final String DMN = "bpmn/assignment/escalation-level.dmn";
    private static final String FORM = "forms/assignment/verify-result.form";
    /** Said of attributes nobody has a word for. */
    private static final String FALLBACK = "Thuộc tính ";

    private Differences differences;

    @BeforeEach
    void inVietnamese() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages-modelling");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        differences = new Differences(messages);
        LocaleContextHolder.setLocale(Locale.forLanguageTag("vi"));
    }

    @AfterEach
    void asBefore() {
        LocaleContextHolder.resetLocaleContext();
    }

    private static Map<String, String> files() {
        var files = new TreeMap<String, String>();
        Stream.of("bpmn/assignment", "forms/assignment").forEach(folder -> {
            try (var entries = Files.list(Path.of(folder))) {
                for (Path file : entries.toList()) {
                    files.put(file.toString().replace('\\', '/'), Files.readString(file));
                }
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        return files;
    }

    private List<String> said(String file, String from, String to) {
        var old = files();
        assertThat(old.get(file)).contains(from);
        var fresh = new TreeMap<>(old);
        fresh.put(file, old.get(file).replace(from, to));
        return differences.between(old, fresh).stream().map(Difference::text).toList();
    }

    @Test
    void theSameFilesDifferInNothing() {
        assertThat(differences.between(files(), files())).isEmpty();
    }

    @Test
    void aStepIsSaidByItsNameAndWhatChangedOfIt() {
        assertThat(said(BPMN, "name=\"Tiếp nhận nhiệm vụ\"", "name=\"Nhận việc\""))
                .containsExactly("Tên của việc “Nhận việc”: Tiếp nhận nhiệm vụ → Nhận việc");
        assertThat(said(
                        BPMN,
                        "${assignmentSteps.dueOf(caseNumber,'acceptAssignment')}",
                        "${caseSteps.dueIn(caseNumber,7)}"))
                .singleElement()
                .asString()
                .startsWith("Hạn của việc “Tiếp nhận nhiệm vụ”: ")
                .endsWith(" → 7 ngày làm việc");
    }

    @Test
    void aTermIsSaidInDays() {
        var old = Map.of("bpmn/x/x.bpmn", task("camunda:dueDate=\"${caseSteps.dueIn(caseNumber,5)}\""));
        var fresh = Map.of("bpmn/x/x.bpmn", task("camunda:dueDate=\"${caseSteps.dueIn(caseNumber,7)}\""));
        assertThat(differences.between(old, fresh))
                .extracting(Difference::text)
                .containsExactly("Hạn của việc “Nộp báo cáo”: 5 ngày làm việc → 7 ngày làm việc");
        assertThat(differences.between(
                        Map.of("bpmn/x/x.bpmn", task("camunda:candidateGroups=\"officer.${leadUnit}\"")),
                        Map.of("bpmn/x/x.bpmn", task("camunda:candidateGroups=\"leader.${leadUnit}\""))))
                .extracting(Difference::text)
                .containsExactly(
                        "Nhóm thực hiện của việc “Nộp báo cáo”: Chuyên viên đơn vị chủ trì → Lãnh đạo đơn vị chủ"
                                + " trì");
    }

    @Test
    void aConditionIsSaidInTheWordsOfTheForm() {
        assertThat(said(BPMN, "${acceptance == 'ACCEPT'}", "${acceptance != 'ACCEPT'}"))
                .singleElement()
                .asString()
                .startsWith("Điều kiện của đường đi “")
                .contains(" = “")
                .contains(" != “")
                .doesNotContain("ACCEPT");
    }

    @Test
    void aRuleOfATableIsSaidByItsRowAndColumn() {
        assertThat(said(DMN, "<text>&gt; 30</text>", "<text>&gt; 45</text>"))
                .singleElement()
                .asString()
                .matches("Cột .+ của dòng \\d+: > 30 → > 45");
    }

    @Test
    void aFieldIsSaidByItsLabel() {
        assertThat(said(FORM, "\"label\": \"Kết luận về kết quả\"", "\"label\": \"Kết luận\""))
                .containsExactly("Nhãn của ô “Kết luận”: Kết luận về kết quả → Kết luận");
        assertThat(said(FORM, "\"required\": true", "\"required\": false"))
                .isNotEmpty()
                .allSatisfy(t -> assertThat(t).startsWith("Bắt buộc của ô “").endsWith("có → không"));
    }

    @Test
    void whatIsOnlyMovedIsSaidOnce() {
        assertThat(differences.between(
                        Map.of("bpmn/x/x.bpmn", drawn("dc:Bounds", "x", "1")),
                        Map.of("bpmn/x/x.bpmn", drawn("dc:Bounds", "x", "2"))))
                .singleElement()
                .satisfies(d -> {
                    assertThat(d.kind()).isEqualTo("moved");
                    assertThat(d.text()).isEqualTo("Chỉ dời chỗ trên hình: 1 phần tử");
                });
    }

    @Test
    void filesThatComeGoOrCannotBeReadAreNamed() {
        assertThat(differences.between(Map.of("forms/x/a.form", "{}"), Map.of("forms/x/b.form", "{}")))
                .extracting(Difference::kind)
                .containsExactly("removed", "added");
        assertThat(differences.between(
                        Map.of("bpmn/x/x.bpmn", task("")),
                        Map.of(
                                "bpmn/x/x.bpmn",
                                "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hostname\">]><a>&b;</a>")))
                .extracting(Difference::text)
                .containsExactly("Không đọc được tệp để so sánh");
    }

    private static String task(String attributes) {
        return HEAD + "<bpmn:userTask id=\"UserTask_a\" name=\"Nộp báo cáo\" " + attributes + "/>" + TAIL;
    }

    private static final String HEAD =
            """
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
              xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"
              xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
              xmlns:modeler="http://camunda.org/schema/modeler/1.0"
              xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><bpmn:process id="x" name="Thử">
            """;
    private static final String TAIL = "</bpmn:process></bpmn:definitions>";

    private static String drawn(String element, String attribute, String value) {
        return HEAD.replace(
                        "<bpmn:process",
                        "<bpmndi:BPMNDiagram><bpmndi:BPMNPlane><bpmndi:BPMNShape bpmnElement=\"a\"><"
                                + element + " " + attribute + "=\"" + value
                                + "\"/></bpmndi:BPMNShape></bpmndi:BPMNPlane>"
                                + "</bpmndi:BPMNDiagram><bpmn:process")
                + TAIL;
    }

    /** One thing the gate lets pass, once with one value and once with another. */
    record Change(String what, String resource, String old, String fresh) {
        @Override
        public String toString() {
            return what;
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"everyAttribute", "everyText", "everyColumn", "everyProperty"})
    void everythingTheGateLetsPassHasWords(Change change) {
        var said =
                differences.between(Map.of(change.resource(), change.old()), Map.of(change.resource(), change.fresh()));
        assertThat(said).isNotEmpty();
        assertThat(said).allSatisfy(d -> assertThat(d.text())
                .doesNotContain(FALLBACK)
                .doesNotContain("cách ghi tệp")
                .doesNotContain("modelling."));
    }

    static Stream<Change> everyAttribute() {
        return Vocabulary.bpmn().entrySet().stream()
                .flatMap(e -> e.getValue().stream().map(a -> attribute(e.getKey(), a)));
    }

    private static Change attribute(String element, String attribute) {
        String what = element + "@" + attribute;
        String resource = "bpmn/x/x.bpmn";
        if (element.equals("bpmn:definitions")) {
            String text = HEAD + TAIL;
            return new Change(
                    what,
                    resource,
                    text.replaceFirst("<bpmn:definitions ", "<bpmn:definitions " + attribute + "=\"v1\" "),
                    text.replaceFirst("<bpmn:definitions ", "<bpmn:definitions " + attribute + "=\"v2\" "));
        }
        if (element.startsWith("bpmndi:") || element.startsWith("dc:") || element.startsWith("di:")) {
            return new Change(what, resource, drawn(element, attribute, "1"), drawn(element, attribute, "2"));
        }
        return new Change(what, resource, inTask(element, attribute, "v1"), inTask(element, attribute, "v2"));
    }

    /** Steps stand in the process, everything else inside a task. */
    private static String inTask(String element, String attribute, String value) {
        String id = attribute.equals("id") ? "" : "id=\"Id_a\" ";
        String whole = "<" + element + " " + id + attribute + "=\"" + value + "\"/>";
        boolean inside = Set.of(
                                "bpmn:documentation",
                                "bpmn:timerEventDefinition",
                                "bpmn:timeDate",
                                "bpmn:timeDuration",
                                "bpmn:messageEventDefinition",
                                "bpmn:escalationEventDefinition",
                                "bpmn:terminateEventDefinition",
                                "bpmn:conditionExpression",
                                "bpmn:multiInstanceLoopCharacteristics")
                        .contains(element)
                || element.startsWith("camunda:");
        return inside
                ? HEAD + "<bpmn:userTask id=\"UserTask_a\" name=\"Việc\">" + whole.replace("id=\"Id_a\" ", "")
                        + "</bpmn:userTask>" + TAIL
                : HEAD + whole + TAIL;
    }

    /** Flows say by themselves what {@code incoming} and {@code outgoing} repeat. */
    static Stream<Change> everyText() {
        return Vocabulary.bpmnTexts().stream()
                .filter(e -> !e.equals("bpmn:incoming") && !e.equals("bpmn:outgoing"))
                .map(e -> new Change(e, "bpmn/x/x.bpmn", text(e, "a"), text(e, "b")));
    }

    private static String text(String element, String text) {
        String name = element.equals("camunda:inputParameter") ? " name=\"n\"" : "";
        return HEAD + "<bpmn:userTask id=\"UserTask_a\" name=\"Việc\"><" + element + name + ">" + text + "</" + element
                + "></bpmn:userTask>" + TAIL;
    }

    static Stream<Change> everyColumn() {
        return Vocabulary.dmn().entrySet().stream().flatMap(e -> e.getValue().stream()
                .map(a -> new Change(
                        e.getKey() + "@" + a, "bpmn/x/y.dmn", table(e.getKey(), a, "1"), table(e.getKey(), a, "2"))));
    }

    private static String table(String element, String attribute, String value) {
        String whole =
                """
                <dmn:definitions xmlns:dmn="https://www.omg.org/spec/DMN/20191111/MODEL/"
                  xmlns:dmndi="https://www.omg.org/spec/DMN/20191111/DMNDI/" xmlns:dc="http://www.omg.org/spec/DMN/20180521/DC/"
                  xmlns:camunda="http://camunda.org/schema/1.0/dmn" xmlns:modeler="http://camunda.org/schema/modeler/1.0">
                <dmn:decision ID><dmn:decisionTable ><dmn:input ID><dmn:inputExpression ><dmn:text>a</dmn:text></dmn:inputExpression>
                <dmn:inputValues ><dmn:text>1</dmn:text></dmn:inputValues></dmn:input><dmn:output ID><dmn:outputValues ><dmn:text>1</dmn:text></dmn:outputValues></dmn:output>
                <dmn:rule ID><dmn:inputEntry ><dmn:text>1</dmn:text></dmn:inputEntry><dmn:outputEntry ><dmn:text>1</dmn:text></dmn:outputEntry></dmn:rule>
                </dmn:decisionTable></dmn:decision><dmndi:DMNDI ><dmndi:DMNDiagram ><dmndi:DMNShape ><dc:Bounds /></dmndi:DMNShape></dmndi:DMNDiagram></dmndi:DMNDI></dmn:definitions>
                """;
        String with = whole.replaceFirst("<" + element + " ", "<" + element + " " + attribute + "=\"" + value + "\" ");
        assertThat(with).isNotEqualTo(whole.replace("\n", ""));
        int number = 0;
        while (with.contains(" ID")) {
            boolean itself = attribute.equals("id") && with.matches("(?s).*<" + element + " id=\"" + value + "\" ID.*");
            with = with.replaceFirst(
                    " ID",
                    itself && with.indexOf(" ID") > with.indexOf("<" + element) ? "" : " id=\"i" + number++ + "\"");
        }
        return with.replaceFirst("(id=\"" + value + "\") id=\"i\\d\"", "$1");
    }

    static Stream<Change> everyProperty() {
        var properties = new HashMap<String, Set<String>>(Vocabulary.forms());
        properties.put(
                "textarea@validate",
                Set.of("required", "minLength", "maxLength", "min", "max", "pattern", "validationType"));
        properties.put(
                "textarea@properties",
                Set.of(
                        "route",
                        "indicator",
                        "denominatorOf",
                        "counts",
                        "notBefore",
                        "notAfter",
                        "errorRequired",
                        "errorLength",
                        "errorRange",
                        "errorPattern",
                        "errorFormat"));
        properties.put("textarea@conditional", Set.of("hide"));
        properties.put("number@appearance", Set.of("prefixAdorner", "suffixAdorner"));
        return properties.entrySet().stream().flatMap(e -> e.getValue().stream().map(p -> property(e.getKey(), p)));
    }

    private static Change property(String component, String property) {
        return new Change(
                component + "." + property,
                "forms/x/f.form",
                form(component, property, "1"),
                form(component, property, "2"));
    }

    private static String form(String component, String property, String value) {
        String[] path = component.split("@");
        String content =
                switch (property) {
                    case "values" -> "[{\"value\":\"a\",\"label\":\"" + value + "\"}]";
                    case "components" -> "[{\"type\":\"text\",\"id\":\"t\",\"text\":\"" + value + "\"}]";
                    default -> "\"" + value + "\"";
                };
        String fact = "\"" + property + "\":" + content;
        String inside = path.length == 1 ? fact : "\"" + path[1] + "\":{" + fact + "}";
        String id = property.equals("key") ? "" : "\"key\":\"k\",";
        return "{\"id\":\"f\",\"components\":[{\"type\":\"" + path[0] + "\"," + id + inside + "}]}";
    }
}
