package vn.angiang.plan72.process;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Checks one DMN file: decision tables only, with plain comparisons in their cells. */
final class DmnGate {

    private static final String DMN = "https://www.omg.org/spec/DMN/20191111/MODEL/";
    private static final Map<String, String> PREFIXES = Map.of(
            DMN,
            "dmn",
            "https://www.omg.org/spec/DMN/20191111/DMNDI/",
            "dmndi",
            "http://www.omg.org/spec/DMN/20180521/DC/",
            "dc",
            "http://camunda.org/schema/1.0/dmn",
            "camunda",
            GateVocabulary.MODELER,
            "modeler");

    /** Element to its attributes. */
    static final Map<String, Set<String>> ELEMENTS = Map.ofEntries(
            Map.entry(
                    "dmn:definitions",
                    Set.of(
                            "id",
                            "name",
                            "namespace",
                            "exporter",
                            "exporterVersion",
                            "modeler:executionPlatform",
                            "modeler:executionPlatformVersion")),
            Map.entry("dmn:decision", Set.of("id", "name", "camunda:historyTimeToLive")),
            Map.entry("dmn:description", Set.of()),
            Map.entry("dmn:decisionTable", Set.of("id", "hitPolicy")),
            Map.entry("dmn:input", Set.of("id", "label")),
            Map.entry("dmn:inputExpression", Set.of("id", "typeRef")),
            Map.entry("dmn:inputValues", Set.of("id")),
            Map.entry("dmn:output", Set.of("id", "label", "name", "typeRef")),
            Map.entry("dmn:outputValues", Set.of("id")),
            Map.entry("dmn:rule", Set.of("id")),
            Map.entry("dmn:inputEntry", Set.of("id")),
            Map.entry("dmn:outputEntry", Set.of("id")),
            Map.entry("dmn:text", Set.of()),
            Map.entry("dmndi:DMNDI", Set.of()),
            Map.entry("dmndi:DMNDiagram", Set.of("id")),
            Map.entry("dmndi:DMNShape", Set.of("id", "dmnElementRef", "isCollapsed")),
            Map.entry("dc:Bounds", Set.of("x", "y", "width", "height")));

    private static final Map<String, Pattern> VALUES = Map.of(
            "id", Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,127}"),
            "camunda:historyTimeToLive", Pattern.compile("P[1-9][0-9]{0,4}D"),
            "hitPolicy", Pattern.compile("UNIQUE|FIRST|ANY"),
            "typeRef", Pattern.compile("string|boolean|integer|long|double|date"));

    private static final String STRING = "\"[^\"\\\\$#{}]{0,200}\"";
    private static final String NUMBER = "-?[0-9]{1,15}(?:\\.[0-9]{1,6})?";
    private static final String LITERAL = "(?:" + STRING + "|" + NUMBER + "|true|false|date\\(" + STRING + "\\))";
    private static final String TEST = "(?:(?:<=|>=|<|>)?\\s*" + LITERAL + "|[\\[(\\]]\\s*" + LITERAL + "\\s*\\.\\.\\s*"
            + LITERAL + "\\s*[\\])\\[])";
    private static final String TESTS = TEST + "(?:\\s*,\\s*" + TEST + ")*+";
    private static final Pattern UNARY_TESTS = Pattern.compile("-?|" + TESTS + "|not\\(\\s*" + TESTS + "\\s*\\)");
    private static final Pattern INPUT = Pattern.compile("[a-z][A-Za-z0-9]{0,63}");
    private static final Pattern OUTPUT = Pattern.compile(LITERAL);
    private static final Pattern LIST = Pattern.compile("(?:" + LITERAL + "(?:\\s*,\\s*" + LITERAL + ")*+)?");

    private final GateFindings findings;
    private final ModelGate.References references;

    DmnGate(GateFindings findings, ModelGate.References references) {
        this.findings = findings;
        this.references = references;
    }

    void check(ModelGate.Resource file) {
        var document = GateXml.read(file.content(), findings);
        if (document == null) {
            return;
        }
        Element root = document.getDocumentElement();
        if (!"dmn:definitions".equals(name(root))) {
            findings.add(null, GateRule.ELEMENT_FORBIDDEN, root.getNodeName());
            return;
        }
        walk(root);
    }

    private void walk(Element element) {
        String name = name(element);
        String id = GateXml.idOf(element);
        var allowed = ELEMENTS.get(name);
        if (allowed == null) {
            findings.add(id, GateRule.ELEMENT_FORBIDDEN, name);
            return;
        }
        for (Attr attribute : GateXml.attributes(element)) {
            attribute(name, id, attribute, allowed);
        }
        if (name.equals("dmn:decision")) {
            decision(id, element);
        }
        text(name, id, element);
        GateXml.children(element).forEach(this::walk);
    }

    private void decision(String id, Element decision) {
        references.decision(decision.getAttribute("id"), findings);
        if (decision.getAttributeNS("http://camunda.org/schema/1.0/dmn", "historyTimeToLive")
                .isEmpty()) {
            findings.add(id, GateRule.TTL);
        }
        if (GateXml.children(decision).stream().noneMatch(c -> "dmn:description".equals(name(c)))) {
            findings.add(id, GateRule.WITHOUT_DOCUMENTATION);
        }
    }

    private void attribute(String element, String id, Attr attribute, Set<String> allowed) {
        String name = name(attribute);
        if (!allowed.contains(name)) {
            findings.add(id, GateRule.ATTRIBUTE_FORBIDDEN, element + "@" + name);
            return;
        }
        var shape = VALUES.get(name);
        if (shape != null && !shape.matcher(attribute.getValue()).matches()) {
            findings.add(id, GateRule.VALUE_FORBIDDEN, element + "@" + name, attribute.getValue());
        } else if (attribute.getValue().contains("${") || attribute.getValue().contains("#{")) {
            findings.add(id, GateRule.EXPRESSION_PLACE, element + "@" + name);
        }
    }

    private void text(String element, String id, Element node) {
        String text = GateXml.text(node);
        if (element.equals("dmn:text")) {
            cell(name(node.getParentNode()), id, text);
        } else if (!element.equals("dmn:description") && !text.isEmpty()) {
            findings.add(id, GateRule.TEXT_UNEXPECTED, text);
        }
    }

    private void cell(String owner, String id, String text) {
        boolean fit =
                switch (owner) {
                    case "dmn:inputExpression" ->
                        INPUT.matcher(text).matches() && !GateExpressions.RESERVED.contains(text);
                    case "dmn:inputEntry" ->
                        text.length() <= 2000 && UNARY_TESTS.matcher(text).matches();
                    case "dmn:outputEntry" -> OUTPUT.matcher(text).matches();
                    case "dmn:inputValues", "dmn:outputValues" ->
                        text.length() <= 2000 && LIST.matcher(text).matches();
                    default -> false;
                };
        if (!fit) {
            findings.add(id, GateRule.DMN_EXPRESSION, text);
        }
    }

    private static String name(Node node) {
        String namespace = node.getNamespaceURI();
        if (namespace == null) {
            return node instanceof Attr ? node.getNodeName() : "{}" + node.getNodeName();
        }
        String prefix = PREFIXES.get(namespace);
        return prefix == null ? "{" + namespace + "}" + node.getLocalName() : prefix + ":" + node.getLocalName();
    }
}
