package vn.angiang.plan72.modelling.difference;

import java.util.Map;
import java.util.Set;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import vn.angiang.plan72.process.ModelXml;

/** Takes a process apart: its steps, events, gateways, answers, messages, and the process itself. */
final class BpmnParts {

    /** Elements that are parts of their own; everything inside them is said of them. */
    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("definitions", "file"),
            Map.entry("process", "process"),
            Map.entry("userTask", "userTask"),
            Map.entry("serviceTask", "serviceTask"),
            Map.entry("businessRuleTask", "businessRuleTask"),
            Map.entry("callActivity", "callActivity"),
            Map.entry("subProcess", "subProcess"),
            Map.entry("exclusiveGateway", "gateway"),
            Map.entry("parallelGateway", "gateway"),
            Map.entry("eventBasedGateway", "gateway"),
            Map.entry("startEvent", "event"),
            Map.entry("endEvent", "event"),
            Map.entry("boundaryEvent", "event"),
            Map.entry("intermediateCatchEvent", "event"),
            Map.entry("intermediateThrowEvent", "event"),
            Map.entry("sequenceFlow", "flow"),
            Map.entry("message", "message"),
            Map.entry("escalation", "escalation"));

    /** That they are there says something already. */
    private static final Set<String> PRESENT = Set.of(
            "timerEventDefinition",
            "messageEventDefinition",
            "escalationEventDefinition",
            "terminateEventDefinition",
            "multiInstanceLoopCharacteristics");
    /** Said once more by the flows themselves. */
    private static final Set<String> REPEATED = Set.of("incoming", "outgoing");

    private final Parts parts = new Parts();

    static Parts of(String text) {
        var reader = new BpmnParts();
        return ModelXml.read(text)
                .map(document -> {
                    reader.part(document.getDocumentElement(), "");
                    return reader.parts;
                })
                .orElse(Parts.UNREADABLE);
    }

    private void part(Element element, String scope) {
        String type = element.getLocalName();
        String id = element.getAttribute("id");
        boolean file = type.equals("definitions");
        String label = element.getAttribute("name");
        var part = new Part(
                file ? "definitions" : id,
                file || id.isEmpty() ? null : id,
                KINDS.getOrDefault(type, "other"),
                label.isEmpty() ? id : label);
        parts.add(part);
        if (!file && !type.equals("message") && !type.equals("escalation")) {
            part.say("type", "kind", "", type);
            if (!scope.isEmpty()) {
                part.say("scope", "scope", "", scope);
            }
        }
        for (Attr attribute : ModelXml.attributes(element)) {
            if (file || !attribute.getName().equals("id")) {
                attribute(part, type, attribute);
            }
        }
        inside(part, element, file ? "" : id);
    }

    private void inside(Part part, Element element, String scope) {
        for (Element child : ModelXml.children(element)) {
            String type = child.getLocalName();
            if (type.equals("BPMNDiagram")) {
                layout(child, "");
            } else if (KINDS.containsKey(type)) {
                part(child, scope);
            } else if (!REPEATED.contains(type)) {
                detail(part, child, type);
                inside(part, child, scope);
            }
        }
    }

    private static void detail(Part part, Element element, String type) {
        if (PRESENT.contains(type)) {
            part.say(type, type, "", "true");
        }
        if (type.equals("in")) {
            String key = element.getAttribute("businessKey");
            part.say(
                    "in:" + element.getAttribute("target"),
                    "in",
                    element.getAttribute("target"),
                    key.isEmpty() ? element.getAttribute("source") : key);
            return;
        }
        if (type.equals("inputParameter")) {
            String name = element.getAttribute("name");
            part.say("input:" + name, "inputParameter", name, ModelXml.text(element));
            return;
        }
        String text = ModelXml.text(element);
        if (!text.isEmpty()) {
            part.say(type, type, "", text);
        }
        ModelXml.attributes(element).forEach(a -> attribute(part, type, a));
    }

    private static void attribute(Part part, String type, Attr attribute) {
        String name = attribute.getLocalName() == null ? attribute.getName() : attribute.getLocalName();
        part.say(
                type + "@" + attribute.getName(),
                ModelXml.isKnown(attribute) ? name : "other",
                ModelXml.isKnown(attribute) ? "" : attribute.getName(),
                attribute.getValue());
    }

    private void layout(Element element, String around) {
        String drawn = element.getAttribute("bpmnElement").isEmpty() ? around : element.getAttribute("bpmnElement");
        var values = new StringBuilder(element.getLocalName());
        ModelXml.attributes(element).forEach(a -> values.append(' ').append(a.getValue()));
        parts.layout().merge(drawn, values.toString(), (a, b) -> a + "\n" + b);
        ModelXml.children(element).forEach(child -> layout(child, drawn));
    }
}
