package vn.angiang.plan72.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Our models pass the gate; the same models with one hostile change each do not, and the reason has its name. */
class ModelGateTests {

    private static final String BPMN = "bpmn/assignment/assignment.bpmn";
    private static final String DMN = "bpmn/assignment/escalation-level.dmn";
    private static final String FORM = "forms/assignment/verify-result.form";
    private static final String ACCEPT = "<bpmn:userTask id=\"UserTask_acceptAssignment\"";
    private static final String ADJUST = "<bpmn:serviceTask id=\"ServiceTask_adjust\"";
    private static final String ADJUST_CALL = "${assignmentSteps.adjust(caseNumber)}";
    private static final String CONDITION = "${acceptance == 'ACCEPT'}";
    private static final String PROCESS_END = "  </bpmn:process>";

    private final ModelGate gate = new ModelGate(Map.of(
            "assignmentSteps",
            methods(AssignmentStepsFake.class),
            "programmeSteps",
            methods(ProgrammeStepsFake.class)));

    private static Set<String> methods(Class<?> steps) {
        return Arrays.stream(steps.getDeclaredMethods())
                .map(java.lang.reflect.Method::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> files(String folder) {
        var files = new LinkedHashMap<String, String>();
        PathEngine.files(folder).forEach(f -> files.put(PathEngine.name(f), PathEngine.read(f)));
        return files;
    }

    private List<ModelGate.Problem> check(Map<String, String> files) {
        return gate.check(files.entrySet().stream()
                .map(f -> new ModelGate.Resource(f.getKey(), f.getValue().getBytes(StandardCharsets.UTF_8)))
                .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"assignment", "programme-year"})
    void ourOwnModelsPass(String folder) {
        assertThat(check(files(folder))).isEmpty();
    }

    /** One hostile change of one file and the rule that must name it. */
    record Hostile(String what, String file, UnaryOperator<String> change, GateRule rule) {
        @Override
        public String toString() {
            return rule + ": " + what.strip();
        }
    }

    /** The files with that change. */
    static Map<String, String> changed(Hostile hostile) {
        var files = files("assignment");
        String before = files.get(hostile.file());
        String after = hostile.change().apply(before);
        assertThat(after).as("the change was made").isNotEqualTo(before);
        files.put(hostile.file(), after);
        return files;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"hostileBpmn", "hostileExpressions", "hostileDmn", "hostileForms", "incomplete"})
    void aHostileOrIncompleteModelIsRefused(Hostile hostile) {
        var problems = check(changed(hostile));
        assertThat(problems)
                .extracting(ModelGate.Problem::code)
                .contains(hostile.rule().name());
        assertThat(problems).allSatisfy(p -> assertThat(p.messageVi()).isNotBlank());
    }

    // ---- elements and attributes

    static Stream<Hostile> hostileBpmn() {
        var all = new ArrayList<Hostile>();
        for (String camunda : List.of(
                "class=\"java.lang.ProcessBuilder\"",
                "delegateExpression=\"${dataSource}\"",
                "type=\"shell\"",
                "type=\"external\" camunda:topic=\"t\"",
                "type=\"mail\"",
                "resource=\"classpath://evil.groovy\"",
                "taskPriority=\"${dataSource}\"",
                "jobPriority=\"${dataSource}\"")) {
            all.add(in(ADJUST, ADJUST + " camunda:" + camunda, GateRule.ATTRIBUTE_FORBIDDEN));
        }
        for (String camunda : List.of(
                "formHandlerClass=\"evil.Handler\"",
                "formKey=\"embedded:app:evil.html\"",
                "assignee=\"${execution}\"",
                "candidateUsers=\"${x}\"",
                "followUpDate=\"${x}\"",
                "priority=\"${x}\"")) {
            all.add(in(ACCEPT, ACCEPT + " camunda:" + camunda, GateRule.ATTRIBUTE_FORBIDDEN));
        }
        for (String extension : List.of(
                "<camunda:executionListener event=\"start\" class=\"evil.L\" />",
                "<camunda:taskListener event=\"create\" expression=\"${x}\" />",
                "<camunda:connector><camunda:connectorId>http-connector</camunda:connectorId></camunda:connector>",
                "<camunda:field name=\"command\" stringValue=\"id\" />",
                "<camunda:script scriptFormat=\"juel\">${x}</camunda:script>",
                "<camunda:formData><camunda:formField id=\"f\" type=\"string\" /></camunda:formData>",
                "<camunda:errorEventDefinition errorRef=\"e\" expression=\"${x}\" />",
                "<camunda:properties><camunda:property name=\"a\" value=\"b\" /></camunda:properties>",
                "<camunda:inputOutput><camunda:inputParameter name=\"a\"><camunda:script scriptFormat=\"juel\">1"
                        + "</camunda:script></camunda:inputParameter></camunda:inputOutput>",
                "<camunda:inputOutput><camunda:outputParameter name=\"a\">b</camunda:outputParameter></camunda:inputOutput>",
                "<camunda:in variables=\"all\" />",
                "<camunda:in sourceExpression=\"${x}\" target=\"y\" />",
                "<camunda:out variables=\"all\" />")) {
            all.add(new Hostile(extension, BPMN, intoAdjust(extension), GateRule.ELEMENT_FORBIDDEN));
        }
        for (String element : List.of(
                "<bpmn:scriptTask id=\"s\" scriptFormat=\"juel\"><bpmn:script>${x}</bpmn:script></bpmn:scriptTask>",
                "<bpmn:sendTask id=\"s\" camunda:class=\"evil.S\" />",
                "<bpmn:receiveTask id=\"s\" />",
                "<bpmn:manualTask id=\"s\" />",
                "<bpmn:task id=\"s\" />",
                "<bpmn:transaction id=\"s\" />",
                "<bpmn:inclusiveGateway id=\"s\" />",
                "<bpmn:complexGateway id=\"s\" />",
                "<bpmn:dataObject id=\"s\" />",
                "<x:scriptTask xmlns:x=\"urn:x\" id=\"s\" scriptFormat=\"juel\"><script>${x}</script></x:scriptTask>",
                "<scriptTask xmlns=\"\" id=\"s\" scriptFormat=\"juel\" />")) {
            all.add(in(PROCESS_END, element + PROCESS_END, GateRule.ELEMENT_FORBIDDEN));
        }
        all.add(in(
                ADJUST,
                ADJUST + " xmlns:activiti=\"http://activiti.org/bpmn\" activiti:class=\"evil.A\"",
                GateRule.ATTRIBUTE_FORBIDDEN));
        all.add(in(
                "messageRef=\"Message_withdrawn\"",
                "messageRef=\"Message_withdrawn\" camunda:expression=\"" + ADJUST_CALL + "\"",
                GateRule.ATTRIBUTE_FORBIDDEN));
        all.add(in(
                "camunda:calledElementBinding=\"latest\"", "camunda:caseRef=\"evil\"", GateRule.ATTRIBUTE_FORBIDDEN));
        all.add(in(
                "camunda:calledElementBinding=\"latest\"",
                "camunda:calledElementBinding=\"latest\" camunda:variableMappingClass=\"evil.M\"",
                GateRule.ATTRIBUTE_FORBIDDEN));
        all.add(in(
                "camunda:calledElementBinding=\"latest\"",
                "camunda:calledElementBinding=\"latest\" camunda:variableMappingDelegateExpression=\"${x}\"",
                GateRule.ATTRIBUTE_FORBIDDEN));
        all.add(in(
                "escalationRef=\"Escalation_contributionSilent\"",
                "escalationRef=\"Escalation_contributionSilent\" camunda:escalationCodeVariable=\"caseNumber\"",
                GateRule.ATTRIBUTE_FORBIDDEN));
        all.add(in(
                "<bpmn:conditionExpression ",
                "<bpmn:conditionExpression language=\"juel\" camunda:resource=\"deployment://x\" ",
                GateRule.ATTRIBUTE_FORBIDDEN));
        all.add(in(
                "camunda:historyTimeToLive=\"P3650D\"",
                "camunda:historyTimeToLive=\"${x}\"",
                GateRule.VALUE_FORBIDDEN));
        for (String groups : List.of("x", "*", "${dataSource}", "officer.${leadUnit}", "officer.BDT,x", "")) {
            all.add(in(
                    "camunda:historyTimeToLive=\"P3650D\"",
                    "camunda:candidateStarterGroups=\"" + groups + "\" camunda:historyTimeToLive=\"P3650D\"",
                    GateRule.VALUE_FORBIDDEN));
        }
        all.add(in(
                "camunda:historyTimeToLive=\"P3650D\"",
                "camunda:candidateStarterUsers=\"admin\" camunda:historyTimeToLive=\"P3650D\"",
                GateRule.ATTRIBUTE_FORBIDDEN));
        all.add(in(
                "camunda:isStartableInTasklist=\"false\"",
                "camunda:isStartableInTasklist=\"${x}\"",
                GateRule.VALUE_FORBIDDEN));
        all.add(in(
                "name=\"assignment.withdrawn\"",
                "name=\"${assignmentSteps.adjust(caseNumber)}\"",
                GateRule.VALUE_FORBIDDEN));
        all.add(in(
                "camunda:mapDecisionResult=\"singleEntry\"",
                "camunda:mapDecisionResult=\"resultList\"",
                GateRule.VALUE_FORBIDDEN));
        all.add(in(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
                "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>",
                GateRule.XML_DOCTYPE));
        all.add(in("<bpmn:process ", "<?evil run?><bpmn:process ", GateRule.XML_INSTRUCTION));
        all.add(new Hostile(
                "nested a thousand deep",
                BPMN,
                s -> s.replace(PROCESS_END, "<a>".repeat(1000) + "</a>".repeat(1000) + PROCESS_END),
                GateRule.XML_BROKEN));
        all.add(new Hostile("cut off", BPMN, s -> s.substring(0, s.length() / 2), GateRule.XML_BROKEN));
        all.add(new Hostile("too large", BPMN, s -> s + " ".repeat(1_000_001), GateRule.RESOURCE_TOO_LARGE));
        all.add(in(
                PROCESS_END,
                PROCESS_END + "<bpmn:process id=\"second\" isExecutable=\"true\" camunda:historyTimeToLive=\"P1D\" />",
                GateRule.PROCESS_COUNT));
        return all.stream();
    }

    // ---- expressions

    static Stream<Hostile> hostileExpressions() {
        var all = new ArrayList<Hostile>();
        Map<String, GateRule> conditions = new LinkedHashMap<>();
        conditions.put("${''.getClass().forName('java.lang.Runtime')}", GateRule.EXPRESSION_SYNTAX);
        conditions.put("${acceptance.bytes}", GateRule.EXPRESSION_STEP);
        conditions.put("${acceptance['class']}", GateRule.EXPRESSION_SYNTAX);
        conditions.put("${execution}", GateRule.EXPRESSION_NAME);
        conditions.put("${task == 'x'}", GateRule.EXPRESSION_NAME);
        conditions.put("${empty acceptance}", GateRule.EXPRESSION_NAME);
        conditions.put("${assignmentSteps}", GateRule.EXPRESSION_NAME);
        conditions.put("${a.b.c(caseNumber)}", GateRule.EXPRESSION_STEP);
        conditions.put("${dataSource.getConnection(caseNumber)}", GateRule.EXPRESSION_STEP);
        conditions.put("${assignmentSteps.getClass(caseNumber)}", GateRule.EXPRESSION_STEP);
        conditions.put("${assignmentSteps.sanctionable()}", GateRule.EXPRESSION_CASE);
        conditions.put("${assignmentSteps.sanctionable(otherCase)}", GateRule.EXPRESSION_CASE);
        conditions.put("${assignmentSteps.sanctionable('NV-2017-000001')}", GateRule.EXPRESSION_CASE);
        conditions.put("${assignmentSteps.sanctionable(caseNumber).toString()}", GateRule.EXPRESSION_SYNTAX);
        conditions.put("${x = 1}", GateRule.EXPRESSION_SYNTAX);
        conditions.put("${x ? 1 : 2}", GateRule.EXPRESSION_SYNTAX);
        conditions.put("${x + 1}", GateRule.EXPRESSION_SYNTAX);
        conditions.put("#{acceptance == 'ACCEPT'}", GateRule.EXPRESSION_SYNTAX);
        conditions.put("${a}${b}", GateRule.EXPRESSION_SYNTAX);
        conditions.put("${a} or more", GateRule.EXPRESSION_SYNTAX);
        conditions.put("true", GateRule.EXPRESSION_SYNTAX);
        conditions.put("${\"ACCEPT\"}", GateRule.EXPRESSION_SYNTAX);
        conditions.put("${'\\u0027'}", GateRule.EXPRESSION_SYNTAX);
        conditions.put("${('a')}".repeat(200), GateRule.EXPRESSION_SYNTAX);
        conditions.put("${" + "(".repeat(100) + "a" + ")".repeat(100) + "}", GateRule.EXPRESSION_SYNTAX);
        conditions.forEach((condition, rule) -> all.add(
                new Hostile("condition " + condition, BPMN, s -> s.replace(xml(CONDITION), xml(condition)), rule)));

        all.add(in(ADJUST_CALL, "${acceptance}", GateRule.EXPRESSION_NOT_STEP));
        all.add(in(ADJUST_CALL, "${assignmentSteps.adjust(caseNumber) == 'x'}", GateRule.EXPRESSION_NOT_STEP));
        all.add(in(ADJUST_CALL, "${assignmentSteps.dropEverything(caseNumber)}", GateRule.EXPRESSION_STEP));
        all.add(in("${assignmentSteps.overdueAt(caseNumber)}", "0 0 * * * ?", GateRule.EXPRESSION_SYNTAX));
        all.add(in(
                "calledElement=\"${specialFlow}\"",
                "calledElement=\"${execution.processInstanceId}\"",
                GateRule.VALUE_FORBIDDEN));
        all.add(in(
                "businessKey=\"${caseNumber}\"",
                "businessKey=\"#{execution.processBusinessKey}\"",
                GateRule.VALUE_FORBIDDEN));
        all.add(in("businessKey=\"${caseNumber}\"", "businessKey=\"${communeCase.class}\"", GateRule.VALUE_FORBIDDEN));
        all.add(in(
                "<camunda:in source=\"caseNumber\" target=\"caseNumber\" />",
                "<camunda:in source=\"leadUnit\" target=\"caseNumber\" />",
                GateRule.VARIABLE_NAME));
        all.add(in(
                PROCESS_END,
                "<bpmn:eventBasedGateway id=\"s\" instantiate=\"true\" />" + PROCESS_END,
                GateRule.ATTRIBUTE_FORBIDDEN));
        all.add(in("officer.${leadUnit}", "${leadUnit}", GateRule.GROUP));
        all.add(in("officer.${leadUnit}", "officer.${execution}", GateRule.GROUP));
        all.add(in("officer.${leadUnit}", "officer.STC, ${''.getClass()}", GateRule.GROUP));
        all.add(in("officer.${leadUnit}", "admin", GateRule.GROUP));
        all.add(in("name=\"Tiếp nhận nhiệm vụ\"", "name=\"${execution}\"", GateRule.EXPRESSION_PLACE));
        all.add(in("name=\"Tiếp nhận nhiệm vụ\"", "name=\"&#36;{execution}\"", GateRule.EXPRESSION_PLACE));
        all.add(in(
                "<bpmn:documentation>Đơn vị chủ trì tiếp nhận, ",
                "<bpmn:documentation><![CDATA[${execution}]]>",
                GateRule.EXPRESSION_PLACE));
        all.add(in(
                "camunda:resultVariable=\"leadUnit\"",
                "camunda:resultVariable=\"caseNumber\"",
                GateRule.VARIABLE_NAME));
        all.add(in(
                "camunda:resultVariable=\"leadUnit\"", "camunda:resultVariable=\"execution\"", GateRule.VARIABLE_NAME));
        all.add(in(
                "camunda:elementVariable=\"coordinatingUnit\"",
                "camunda:elementVariable=\"caseNumber\"",
                GateRule.VARIABLE_NAME));
        all.add(in(
                "source=\"leadUnit\" target=\"leadUnit\"",
                "source=\"leadUnit\" target=\"caseNumber\"",
                GateRule.VARIABLE_NAME));
        return all.stream();
    }

    private static String xml(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    // ---- decisions

    static Stream<Hostile> hostileDmn() {
        var all = new ArrayList<Hostile>();
        for (String cell : List.of(
                "now() &gt; 1",
                "? in (1, 2)",
                "currentDelay &gt; 3",
                "function(x) external {java: {class: \"java.lang.Runtime\"}}",
                "${x}",
                "if true then 1 else 2",
                "\"a\".b",
                "\"\\u0041\"",
                "cell in list")) {
            all.add(dmn("<text>&gt; 30</text>", "<text>" + cell + "</text>", GateRule.DMN_EXPRESSION));
        }
        all.add(dmn("<text>currentDelay</text>", "<text>currentDelay + 1</text>", GateRule.DMN_EXPRESSION));
        all.add(dmn("<text>currentDelay</text>", "<text>execution</text>", GateRule.DMN_EXPRESSION));
        all.add(dmn("<text>\"ACCOUNTABILITY\"</text>", "<text>string(currentDelay)</text>", GateRule.DMN_EXPRESSION));
        all.add(dmn("typeRef=\"long\"", "typeRef=\"long\" expressionLanguage=\"juel\"", GateRule.ATTRIBUTE_FORBIDDEN));
        all.add(dmn("typeRef=\"long\"", "typeRef=\"evil.Type\"", GateRule.VALUE_FORBIDDEN));
        all.add(dmn("<inputEntry ", "<inputEntry expressionLanguage=\"javascript\" ", GateRule.ATTRIBUTE_FORBIDDEN));
        all.add(dmn("<definitions ", "<definitions expressionLanguage=\"groovy\" ", GateRule.ATTRIBUTE_FORBIDDEN));
        all.add(dmn("hitPolicy=\"UNIQUE\"", "hitPolicy=\"COLLECT\" aggregation=\"SUM\"", GateRule.ATTRIBUTE_FORBIDDEN));
        all.add(dmn("camunda:historyTimeToLive=\"P3650D\"", "", GateRule.TTL));
        all.add(dmn(
                "</decision>",
                "</decision><decision id=\"b\"><literalExpression><text>1</text></literalExpression></decision>",
                GateRule.ELEMENT_FORBIDDEN));
        all.add(dmn("</decision>", "</decision><businessKnowledgeModel id=\"b\" />", GateRule.ELEMENT_FORBIDDEN));
        all.add(dmn("20191111/MODEL", "20151101/dmn.xsd", GateRule.ELEMENT_FORBIDDEN));
        all.add(dmn("<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "<!DOCTYPE a>", GateRule.XML_DOCTYPE));
        return all.stream();
    }

    // ---- forms

    static Stream<Hostile> hostileForms() {
        var all = new ArrayList<Hostile>();
        for (String type : List.of(
                "html",
                "iframe",
                "image",
                "button",
                "script",
                "documentPreview",
                "expression",
                "dynamiclist",
                "table")) {
            all.add(form("\"type\": \"checkbox\"", "\"type\": \"" + type + "\"", GateRule.FORM_COMPONENT));
        }
        for (String property : List.of(
                "\"valuesExpression\": \"=secrets\"",
                "\"url\": \"http://example.invalid\"",
                "\"readonly\": \"=true\"",
                "\"optionsExpression\": \"=x\"")) {
            all.add(form("\"key\": \"verdict\"", "\"key\": \"verdict\", " + property, GateRule.FORM_PROPERTY));
        }
        for (String label : List.of(
                "<script>alert(1)</script>",
                "{{secrets}}",
                "=secrets",
                "${execution}",
                "[x](javascript:alert(1))",
                "<img src=x onerror=alert(1)>")) {
            all.add(form("\"Kết luận về kết quả\"", "\"" + label + "\"", GateRule.FORM_TEXT));
        }
        all.add(form("\"label\": \"Xác nhận hoàn thành\"", "\"label\": \"<b>x</b>\"", GateRule.FORM_TEXT));
        for (String hide : List.of(
                "=true or for x in list return x",
                "=now() = null",
                "verdict",
                "=get entries(x) = null",
                "={a: 1}.a = 1")) {
            all.add(form("=verdict = \\\"RETURNED\\\"\"", hide + "\"", GateRule.FORM_EXPRESSION));
        }
        all.add(form("\"key\": \"forceMajeureNote\"", "\"key\": \"verdict\"", GateRule.FORM_KEY));
        all.add(form("\"key\": \"forceMajeureNote\"", "\"key\": \"caseNumber\"", GateRule.FORM_KEY));
        all.add(form("\"key\": \"forceMajeureNote\"", "\"key\": \"a.b\"", GateRule.FORM_KEY));
        all.add(form("\"route\": \"verdict\"", "\"route\": \"caseNumber\"", GateRule.VARIABLE_NAME));
        all.add(form("\"route\": \"verdict\"", "\"route\": \"leadUnit\"", GateRule.VARIABLE_NAME));
        all.add(form("\"route\": \"verdict\"", "\"evil\": \"verdict\"", GateRule.FORM_PROPERTY));
        all.add(form("\"maxLength\": 4000", "\"maxLength\": 400000", GateRule.FORM_LENGTH));
        all.add(form("\"maxLength\": 4000", "\"maxLength\": 4000, \"pattern\": \"(a+)+$\"", GateRule.FORM_PATTERN));
        all.add(form("\"required\": true", "\"required\": \"=secrets\"", GateRule.FORM_PROPERTY));
        all.add(form("\"id\": \"verifyResult\"", "\"id\": \"execute\"", GateRule.FORM_ID));
        all.add(form("\"type\": \"default\"", "\"type\": \"default\", \"type\": \"default\"", GateRule.FORM_BROKEN));
        all.add(new Hostile("form trailing text", FORM, s -> s + "{}", GateRule.FORM_BROKEN));
        all.add(new Hostile(
                "form nested too deep", FORM, s -> "[".repeat(100) + "]".repeat(100), GateRule.FORM_BROKEN));
        return all.stream();
    }

    // ---- what a model must have

    static Stream<Hostile> incomplete() {
        return Stream.of(
                in("camunda:historyTimeToLive=\"P3650D\"", "", GateRule.TTL),
                in("camunda:formRef=\"acceptAssignment\"", "", GateRule.TASK_WITHOUT_FORM),
                in("camunda:formRef=\"acceptAssignment\"", "camunda:formRef=\"unknownForm\"", GateRule.FORM_MISSING),
                in("camunda:formRefBinding=\"deployment\"", "camunda:formRefBinding=\"latest\"", GateRule.BINDING),
                in("camunda:candidateGroups=\"officer.${leadUnit}\"", "", GateRule.TASK_WITHOUT_GROUP),
                in(
                        "camunda:dueDate=\"${assignmentSteps.dueOf(caseNumber,'acceptAssignment')}\"",
                        "",
                        GateRule.TASK_WITHOUT_DUE_DATE),
                in("camunda:expression=\"" + ADJUST_CALL + "\"", "", GateRule.SERVICE_WITHOUT_STEP),
                in(
                        "camunda:decisionRef=\"escalationLevel\"",
                        "camunda:decisionRef=\"unknownTable\"",
                        GateRule.DECISION_MISSING),
                in("camunda:decisionRef=\"escalationLevel\"", "", GateRule.DECISION_WITHOUT_TABLE),
                in(
                        "camunda:decisionRefBinding=\"deployment\"",
                        "camunda:decisionRefBinding=\"latest\"",
                        GateRule.BINDING),
                in(
                        " camunda:expression=\"${assignmentSteps.raiseTriggerB(caseNumber,'OVERDUE')}\"",
                        "",
                        GateRule.MESSAGE_WITHOUT_STEP),
                in("<bpmn:process id=\"assignment\"", "<bpmn:process id=\"other\"", GateRule.PROCESS_KEY),
                new Hostile(
                        "user task without documentation",
                        BPMN,
                        s -> s.replaceFirst(
                                "(?s)(" + ACCEPT + "[^>]*>)\\s*<bpmn:documentation>.*?</bpmn:documentation>", "$1"),
                        GateRule.WITHOUT_DOCUMENTATION));
    }

    private static Hostile in(String from, String to, GateRule rule) {
        return new Hostile(to, BPMN, s -> s.replace(from, to), rule);
    }

    private static Hostile dmn(String from, String to, GateRule rule) {
        return new Hostile("dmn " + to, DMN, s -> s.replace(from, to), rule);
    }

    private static Hostile form(String from, String to, GateRule rule) {
        return new Hostile("form " + to, FORM, s -> s.replace(from, to), rule);
    }

    private static UnaryOperator<String> intoAdjust(String extension) {
        return s -> s.replaceFirst(
                "(" + ADJUST + "[^>]*>\\s*<bpmn:documentation>[^<]*</bpmn:documentation>)",
                "$1<bpmn:extensionElements>"
                        + java.util.regex.Matcher.quoteReplacement(extension)
                        + "</bpmn:extensionElements>");
    }

    // ---- the deployment as a whole

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../evil.html",
                "bpmn/assignment/../other/a.bpmn",
                "bpmn/assignment/evil.groovy",
                "/bpmn/a/b.bpmn",
                "bpmn/assignment/Evil.BPMN",
                "bpmn/assignment/evil.cmmn",
                "bpmn/assignment/evil.bpmn20.xml",
                "forms/assignment/evil.bpmn",
                "bpmn\\assignment\\a.bpmn",
                "assignment.bpmn"
            })
    void aResourceNameOutsideThePatternIsRefused(String name) {
        var files = files("assignment");
        files.put(name, "x");
        assertThat(check(files)).extracting(ModelGate.Problem::code).contains("RESOURCE_NAME");
    }

    @Test
    void twoFoldersInOneDeploymentAreRefused() {
        var files = files("assignment");
        files.putAll(files("programme-year"));
        assertThat(check(files)).extracting(ModelGate.Problem::code).contains("RESOURCE_FOLDER", "PROCESS_COUNT");
    }

    @Test
    void formsWithoutTheirProcessAreRefused() {
        assertThat(check(Map.of(FORM, files("assignment").get(FORM))))
                .extracting(ModelGate.Problem::code)
                .containsExactly("PROCESS_COUNT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<camunda:script scriptFormat=\"juel\">${x}</camunda:script>",
                "<camunda:list><camunda:value>${x}</camunda:value></camunda:list>",
                "${execution.getProcessEngineServices()}",
                "${''.getClass().forName('java.lang.Runtime')}",
                "${otherBean.communeOf(caseNumber,work)}"
            })
    void whatALoopHandsToItsBranchesIsAStepOfOursAndNothingElse(String hostile) {
        var works = new ModelGate(Map.of("worksSteps", methods(WorksStepsFake.class)));
        var files = files("small-works");
        String model = "bpmn/small-works/small-works.bpmn";
        String good = "${worksSteps.communeOf(caseNumber,work)}";
        assertThat(files.get(model)).contains(good);
        files.computeIfPresent(model, (f, xml) -> xml.replace(good, hostile));
        assertThat(works.check(files.entrySet().stream()
                        .map(f ->
                                new ModelGate.Resource(f.getKey(), f.getValue().getBytes(StandardCharsets.UTF_8)))
                        .toList()))
                .isNotEmpty();
    }

    @Test
    void onlyALoopAndATableTakeInputs() {
        var files = files("assignment");
        files.computeIfPresent(
                BPMN,
                (f, xml) -> xml.replaceFirst(
                        "(<bpmn:userTask [^>]*>)",
                        "$1<bpmn:extensionElements><camunda:inputOutput><camunda:inputParameter name=\"a\">b"
                                + "</camunda:inputParameter></camunda:inputOutput></bpmn:extensionElements>"));
        assertThat(check(files)).extracting(ModelGate.Problem::code).contains("ELEMENT_FORBIDDEN");
    }

    @Test
    void aFieldIsReadOnlyOrNotAndNeverByExpression() {
        String form = "forms/assignment/accept-assignment.form";
        var files = files("assignment");
        files.computeIfPresent(
                form, (f, json) -> json.replaceFirst("\"type\": \"textfield\",", "$0 \"readonly\": \"=true\","));
        assertThat(files.get(form)).contains("=true");
        assertThat(check(files)).extracting(ModelGate.Problem::code).contains("FORM_PROPERTY");
    }

    @Test
    void oneTableIdInTwoFilesIsRefused() {
        var files = files("assignment");
        files.put("bpmn/assignment/copy.dmn", files.get(DMN));
        assertThat(check(files)).extracting(ModelGate.Problem::code).contains("DECISION_TWICE");
    }

    @Test
    void aHugeDeploymentIsRefusedUnread() {
        var many = new ArrayList<ModelGate.Resource>();
        for (int i = 0; i < 101; i++) {
            many.add(new ModelGate.Resource("bpmn/a/a" + i + ".bpmn", new byte[0]));
        }
        assertThat(gate.check(many)).extracting(ModelGate.Problem::code).containsExactly("RESOURCE_TOO_MANY");
    }
}
