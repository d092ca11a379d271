package vn.angiang.plan72.process;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The elements and attributes a model may use. Small on purpose: each entry is one that our models need and whose effect
 * is known. To add one, say in docs/models.md what it does and add hostile variants to {@code ModelGateTests}.
 */
final class GateVocabulary {

    static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    static final String BPMNDI = "http://www.omg.org/spec/BPMN/20100524/DI";
    static final String DC = "http://www.omg.org/spec/DD/20100524/DC";
    static final String DI = "http://www.omg.org/spec/DD/20100524/DI";
    static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    static final String MODELER = "http://camunda.org/schema/modeler/1.0";
    static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";

    /** Prefix used below and in messages, by namespace. */
    static final Map<String, String> PREFIXES = Map.of(
            BPMN, "bpmn", BPMNDI, "bpmndi", DC, "dc", DI, "di", CAMUNDA, "camunda", MODELER, "modeler", XSI, "xsi");

    private static final Set<String> NODE = Set.of("id", "name");
    private static final Set<String> ASYNC = Set.of("camunda:asyncBefore", "camunda:exclusive");

    /** Element to its attributes. */
    static final Map<String, Set<String>> ELEMENTS = Map.ofEntries(
            Map.entry(
                    "bpmn:definitions",
                    Set.of(
                            "id",
                            "name",
                            "targetNamespace",
                            "exporter",
                            "exporterVersion",
                            "modeler:executionPlatform",
                            "modeler:executionPlatformVersion")),
            Map.entry(
                    "bpmn:process",
                    Set.of(
                            "id",
                            "name",
                            "isExecutable",
                            "camunda:historyTimeToLive",
                            "camunda:isStartableInTasklist",
                            "camunda:candidateStarterGroups")),
            Map.entry("bpmn:documentation", Set.of("id")),
            Map.entry("bpmn:incoming", Set.of()),
            Map.entry("bpmn:outgoing", Set.of()),
            Map.entry("bpmn:extensionElements", Set.of()),
            Map.entry("bpmn:startEvent", with(NODE, "isInterrupting")),
            Map.entry("bpmn:endEvent", NODE),
            Map.entry("bpmn:boundaryEvent", with(NODE, "attachedToRef", "cancelActivity")),
            Map.entry("bpmn:intermediateCatchEvent", NODE),
            Map.entry("bpmn:intermediateThrowEvent", NODE),
            Map.entry("bpmn:timerEventDefinition", Set.of("id")),
            Map.entry("bpmn:timeDate", Set.of("id", "xsi:type")),
            Map.entry("bpmn:timeDuration", Set.of("id", "xsi:type")),
            Map.entry("bpmn:messageEventDefinition", Set.of("id", "messageRef", "camunda:expression")),
            Map.entry("bpmn:escalationEventDefinition", Set.of("id", "escalationRef")),
            Map.entry("bpmn:terminateEventDefinition", Set.of("id")),
            Map.entry("bpmn:exclusiveGateway", with(NODE, "default")),
            Map.entry("bpmn:parallelGateway", NODE),
            Map.entry("bpmn:eventBasedGateway", NODE),
            Map.entry("bpmn:sequenceFlow", with(NODE, "sourceRef", "targetRef")),
            Map.entry("bpmn:conditionExpression", Set.of("id", "xsi:type")),
            Map.entry(
                    "bpmn:userTask",
                    with(
                            NODE,
                            "camunda:formRef",
                            "camunda:formRefBinding",
                            "camunda:candidateGroups",
                            "camunda:dueDate")),
            Map.entry("bpmn:serviceTask", with(with(NODE, ASYNC), "camunda:expression", "camunda:resultVariable")),
            Map.entry(
                    "bpmn:businessRuleTask",
                    with(
                            with(NODE, ASYNC),
                            "camunda:decisionRef",
                            "camunda:decisionRefBinding",
                            "camunda:mapDecisionResult",
                            "camunda:resultVariable")),
            Map.entry("bpmn:callActivity", with(NODE, "calledElement", "camunda:calledElementBinding")),
            Map.entry("bpmn:subProcess", with(NODE, "triggeredByEvent")),
            Map.entry(
                    "bpmn:multiInstanceLoopCharacteristics",
                    Set.of("id", "isSequential", "camunda:collection", "camunda:elementVariable")),
            Map.entry("bpmn:message", NODE),
            Map.entry("bpmn:escalation", with(NODE, "escalationCode")),
            Map.entry("camunda:in", Set.of("businessKey", "source", "target")),
            Map.entry("camunda:inputOutput", Set.of()),
            Map.entry("camunda:inputParameter", Set.of("name")),
            Map.entry("camunda:failedJobRetryTimeCycle", Set.of()),
            Map.entry("bpmndi:BPMNDiagram", with(NODE, "documentation", "resolution")),
            Map.entry("bpmndi:BPMNPlane", Set.of("id", "bpmnElement")),
            Map.entry("bpmndi:BPMNShape", Set.of("id", "bpmnElement", "isExpanded", "isMarkerVisible", "isHorizontal")),
            Map.entry("bpmndi:BPMNEdge", Set.of("id", "bpmnElement")),
            Map.entry("bpmndi:BPMNLabel", Set.of("id")),
            Map.entry("dc:Bounds", Set.of("x", "y", "width", "height")),
            Map.entry("di:waypoint", Set.of("x", "y")));

    /** Elements that hold text. */
    static final Set<String> TEXT = Set.of(
            "bpmn:documentation",
            "bpmn:incoming",
            "bpmn:outgoing",
            "bpmn:timeDate",
            "bpmn:timeDuration",
            "bpmn:conditionExpression",
            "camunda:inputParameter",
            "camunda:failedJobRetryTimeCycle");

    /** Attributes and texts that hold an expression, and which kind. */
    static final Map<String, GateExpressions.Kind> EXPRESSIONS = Map.of(
            "bpmn:userTask@camunda:dueDate", GateExpressions.Kind.VALUE,
            "bpmn:serviceTask@camunda:expression", GateExpressions.Kind.STEP,
            "bpmn:messageEventDefinition@camunda:expression", GateExpressions.Kind.STEP,
            "bpmn:multiInstanceLoopCharacteristics@camunda:collection", GateExpressions.Kind.VALUE,
            "bpmn:conditionExpression", GateExpressions.Kind.ANY,
            "bpmn:timeDate", GateExpressions.Kind.VALUE,
            "camunda:inputParameter", GateExpressions.Kind.ANY);

    /** Attributes and texts whose value must have this shape. */
    static final Map<String, Pattern> VALUES = Map.ofEntries(
            value("id", "[A-Za-z_][A-Za-z0-9_.-]{0,127}"),
            value("bpmn:process@isExecutable", "true"),
            value("bpmn:process@camunda:historyTimeToLive", "P[1-9][0-9]{0,4}D"),
            value("bpmn:process@camunda:isStartableInTasklist", "true|false"),
            value(
                    "bpmn:process@camunda:candidateStarterGroups",
                    "[a-z][A-Za-z]{0,31}\\.[A-Z][A-Z0-9_]{0,63}(?:, ?[a-z][A-Za-z]{0,31}\\.[A-Z][A-Z0-9_]{0,63}){0,49}"),
            value("bpmn:startEvent@isInterrupting", "true|false"),
            value("bpmn:boundaryEvent@cancelActivity", "true|false"),
            value("bpmn:subProcess@triggeredByEvent", "true|false"),
            value("bpmn:multiInstanceLoopCharacteristics@isSequential", "true|false"),
            value("bpmn:message@name", "[a-z][A-Za-z0-9]*\\.[a-z][A-Za-z0-9]*"),
            value("bpmn:escalation@escalationCode", "[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*"),
            value("bpmn:timeDuration", "P(?=.)(?:[0-9]{1,4}D)?(?:T(?=.)(?:[0-9]{1,3}H)?(?:[0-9]{1,3}M)?)?"),
            value("bpmn:callActivity@calledElement", "[a-z][A-Za-z0-9]{0,63}|\\$\\{[a-z][A-Za-z0-9]{0,63}\\}"),
            value("bpmn:userTask@camunda:formRef", "[a-z][A-Za-z0-9]{0,63}"),
            value("bpmn:businessRuleTask@camunda:decisionRef", "[a-z][A-Za-z0-9]{0,63}"),
            value("bpmn:businessRuleTask@camunda:mapDecisionResult", "singleEntry"),
            value("camunda:asyncBefore", "true|false"),
            value("camunda:exclusive", "true|false"),
            value("camunda:in@businessKey", "\\$\\{(?:caseNumber|[a-z][A-Za-z0-9]{0,60}Case)\\}"),
            value("bpmn:callActivity@camunda:calledElementBinding", "latest|deployment"),
            value("camunda:failedJobRetryTimeCycle", "R[0-9]{1,2}/PT?[0-9]{1,3}[MHD]"),
            value("xsi:type", "(?:[A-Za-z0-9_]+:)?tFormalExpression"));

    private GateVocabulary() {}

    private static Map.Entry<String, Pattern> value(String place, String shape) {
        return Map.entry(place, Pattern.compile(shape));
    }

    private static Set<String> with(Set<String> some, String... more) {
        return with(some, Set.of(more));
    }

    private static Set<String> with(Set<String> some, Set<String> more) {
        var all = new HashSet<>(some);
        all.addAll(more);
        return Set.copyOf(all);
    }
}
