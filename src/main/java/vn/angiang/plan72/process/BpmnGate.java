package vn.angiang.plan72.process;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Checks one BPMN file against {@link GateVocabulary}, element by element. */
final class BpmnGate {

    private static final Pattern GROUP =
            Pattern.compile("[a-z][A-Za-z]{0,31}\\.(?:[A-Z][A-Z0-9_]{0,63}|\\$\\{([a-z][A-Za-z0-9]{0,63})\\})");
    /** The case itself, or the case of one of several called processes. */
    private static final Pattern CASE_VARIABLE = Pattern.compile("caseNumber|[a-z][A-Za-z0-9]{0,60}Case");

    private static final Set<String> VARIABLE_PLACES = Set.of(
            "bpmn:serviceTask@camunda:resultVariable",
            "bpmn:businessRuleTask@camunda:resultVariable",
            "bpmn:multiInstanceLoopCharacteristics@camunda:elementVariable",
            "camunda:inputParameter@name",
            "camunda:in@target");
    /** Extensions may stand only where the engine gives them the meaning we know. */
    private static final Map<String, Set<String>> EXTENSION_OWNERS = Map.of(
            "camunda:in", Set.of("bpmn:callActivity"),
            "camunda:inputOutput", Set.of("bpmn:businessRuleTask", "bpmn:subProcess"),
            "camunda:failedJobRetryTimeCycle", Set.of("bpmn:serviceTask", "bpmn:businessRuleTask"));

    private static final Set<String> DOCUMENTED =
            Set.of("bpmn:process", "bpmn:userTask", "bpmn:serviceTask", "bpmn:businessRuleTask", "bpmn:callActivity");

    private final GateExpressions expressions;
    private final GateFindings findings;
    private final ModelGate.References references;

    BpmnGate(GateExpressions expressions, GateFindings findings, ModelGate.References references) {
        this.expressions = expressions;
        this.findings = findings;
        this.references = references;
    }

    void check(ModelGate.Resource file) {
        var document = GateXml.read(file.content(), findings);
        if (document == null) {
            return;
        }
        Element root = document.getDocumentElement();
        if (!"bpmn:definitions".equals(name(root))) {
            findings.add(null, GateRule.ELEMENT_FORBIDDEN, root.getNodeName());
            return;
        }
        walk(root);
        for (Element child : GateXml.children(root)) {
            if ("bpmn:process".equals(name(child))) {
                process(child, ModelGate.keyOf(file.name()));
            }
        }
    }

    private void process(Element process, String key) {
        references.process();
        if (!key.equals(process.getAttribute("id"))) {
            findings.add(process.getAttribute("id"), GateRule.PROCESS_KEY, key, process.getAttribute("id"));
        }
        if (!process.hasAttributeNS(GateVocabulary.CAMUNDA, "historyTimeToLive")) {
            findings.add(process.getAttribute("id"), GateRule.TTL);
        }
        if (!"true".equals(process.getAttribute("isExecutable"))) {
            findings.add(process.getAttribute("id"), GateRule.VALUE_FORBIDDEN, "isExecutable", "false");
        }
    }

    private void walk(Element element) {
        String name = name(element);
        String id = GateXml.idOf(element);
        var allowed = GateVocabulary.ELEMENTS.get(name);
        if (allowed == null) {
            findings.add(id, GateRule.ELEMENT_FORBIDDEN, name);
            return;
        }
        for (Attr attribute : GateXml.attributes(element)) {
            attribute(name, id, attribute, allowed);
        }
        text(name, id, element);
        required(name, id, element);
        List<Element> children = GateXml.children(element);
        if (GateVocabulary.TEXT.contains(name) && !children.isEmpty()) {
            findings.add(id, GateRule.ELEMENT_FORBIDDEN, name(children.get(0)));
            return;
        }
        children.forEach(this::walk);
    }

    private void attribute(String element, String id, Attr attribute, Set<String> allowed) {
        String name = name(attribute);
        String place = element + "@" + name;
        String value = attribute.getValue();
        if (!allowed.contains(name)) {
            findings.add(id, GateRule.ATTRIBUTE_FORBIDDEN, place);
            return;
        }
        var shape = GateVocabulary.VALUES.getOrDefault(place, GateVocabulary.VALUES.get(name));
        if (shape != null && !shape.matcher(value).matches()) {
            findings.add(id, GateRule.VALUE_FORBIDDEN, place, value);
        }
        if (GateVocabulary.EXPRESSIONS.containsKey(place)) {
            expression(id, value, GateVocabulary.EXPRESSIONS.get(place));
        } else if (place.equals("bpmn:userTask@camunda:candidateGroups")) {
            groups(id, value);
        } else if (VARIABLE_PLACES.contains(place)) {
            variable(element, id, value, attribute);
        } else if (shape == null) {
            noExpression(id, place, value);
        }
    }

    private void text(String element, String id, Element node) {
        String text = GateXml.text(node);
        if (!GateVocabulary.TEXT.contains(element)) {
            if (!text.isEmpty()) {
                findings.add(id, GateRule.TEXT_UNEXPECTED, text);
            }
        } else if (GateVocabulary.EXPRESSIONS.containsKey(element)) {
            expression(id, text, GateVocabulary.EXPRESSIONS.get(element));
        } else {
            var shape = GateVocabulary.VALUES.get(element);
            if (shape != null && !shape.matcher(text).matches()) {
                findings.add(id, GateRule.VALUE_FORBIDDEN, element, text);
            }
            noExpression(id, element, text);
        }
    }

    private void expression(String id, String text, GateExpressions.Kind kind) {
        GateRule broken = expressions.check(text, kind);
        if (broken != null) {
            findings.add(id, broken, text);
        }
    }

    /** Names, labels and documentation are evaluated by the engine too when they contain an expression. */
    private void noExpression(String id, String place, String value) {
        if (value.contains("${") || value.contains("#{")) {
            findings.add(id, GateRule.EXPRESSION_PLACE, place);
        }
    }

    private void groups(String id, String value) {
        for (String group : value.split(",", -1)) {
            var match = GROUP.matcher(group.strip());
            if (!match.matches() || (match.group(1) != null && GateExpressions.RESERVED.contains(match.group(1)))) {
                findings.add(id, GateRule.GROUP, group);
            }
        }
    }

    private void variable(String element, String id, String value, Attr attribute) {
        boolean caseItself = value.equals("caseNumber");
        boolean passesCase = element.equals("camunda:in")
                && CASE_VARIABLE
                        .matcher(attribute.getOwnerElement().getAttribute("source"))
                        .matches();
        if (!GateExpressions.IDENTIFIER.matcher(value).matches()
                || GateExpressions.RESERVED.contains(value)
                || (caseItself && !passesCase)) {
            findings.add(id, GateRule.VARIABLE_NAME, value);
        }
    }

    private void required(String name, String id, Element element) {
        extensionOwner(name, id, element);
        if (DOCUMENTED.contains(name) && documentation(element).isEmpty()) {
            findings.add(id, GateRule.WITHOUT_DOCUMENTATION);
        }
        switch (name) {
            case "bpmn:userTask" -> userTask(id, element);
            case "bpmn:serviceTask" -> need(id, element, "expression", GateRule.SERVICE_WITHOUT_STEP);
            case "bpmn:businessRuleTask" -> decisionTask(id, element);
            case "bpmn:messageEventDefinition" -> message(id, element);
            case "bpmn:callActivity" -> binding(id, element, "calledElementBinding", "latest", "deployment");
            default -> {
                // nothing more is asked of the others
            }
        }
    }

    private void extensionOwner(String name, String id, Element element) {
        var owners = EXTENSION_OWNERS.get(name);
        if (owners != null) {
            Node extension = element.getParentNode();
            Node owner = extension == null ? null : extension.getParentNode();
            if (owner == null || !owners.contains(name(owner))) {
                findings.add(id, GateRule.ELEMENT_FORBIDDEN, name);
            }
        }
    }

    private void userTask(String id, Element task) {
        need(id, task, "candidateGroups", GateRule.TASK_WITHOUT_GROUP);
        need(id, task, "dueDate", GateRule.TASK_WITHOUT_DUE_DATE);
        if (need(id, task, "formRef", GateRule.TASK_WITHOUT_FORM)) {
            binding(id, task, "formRefBinding", "deployment");
            references.usesForm(findings, id, camunda(task, "formRef"));
        }
    }

    private void decisionTask(String id, Element task) {
        if (need(id, task, "decisionRef", GateRule.DECISION_WITHOUT_TABLE)) {
            binding(id, task, "decisionRefBinding", "deployment");
            references.usesDecision(findings, id, camunda(task, "decisionRef"));
        }
    }

    private void message(String id, Element definition) {
        boolean sends =
                Set.of("bpmn:endEvent", "bpmn:intermediateThrowEvent").contains(name(definition.getParentNode()));
        boolean calls = !camunda(definition, "expression").isEmpty();
        if (sends && !calls) {
            findings.add(id, GateRule.MESSAGE_WITHOUT_STEP);
        } else if (!sends && calls) {
            findings.add(id, GateRule.ATTRIBUTE_FORBIDDEN, "camunda:expression");
        }
    }

    private boolean need(String id, Element element, String attribute, GateRule rule) {
        boolean present = !camunda(element, attribute).isBlank();
        if (!present) {
            findings.add(id, rule);
        }
        return present;
    }

    private void binding(String id, Element element, String attribute, String... values) {
        if (!List.of(values).contains(camunda(element, attribute))) {
            findings.add(id, GateRule.BINDING, attribute);
        }
    }

    private static String documentation(Element element) {
        return GateXml.children(element).stream()
                .filter(c -> "bpmn:documentation".equals(name(c)))
                .map(GateXml::text)
                .findFirst()
                .orElse("");
    }

    private static String camunda(Element element, String attribute) {
        return element.getAttributeNS(GateVocabulary.CAMUNDA, attribute);
    }

    /** Local name with the prefix of {@link GateVocabulary#PREFIXES}; foreign namespaces keep their address. */
    static String name(Node node) {
        String namespace = node.getNamespaceURI();
        if (namespace == null) {
            return node instanceof Attr ? node.getNodeName() : "{}" + node.getNodeName();
        }
        String prefix = GateVocabulary.PREFIXES.get(namespace);
        return prefix == null ? "{" + namespace + "}" + node.getLocalName() : prefix + ":" + node.getLocalName();
    }
}
