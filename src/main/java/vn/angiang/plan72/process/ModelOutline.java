package vn.angiang.plan72.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Nodes and flows of one BPMN file, read without the engine. */
final class ModelOutline {

    private static final Set<String> NODES = Set.of(
            "userTask",
            "serviceTask",
            "businessRuleTask",
            "callActivity",
            "subProcess",
            "exclusiveGateway",
            "parallelGateway",
            "eventBasedGateway",
            "startEvent",
            "endEvent",
            "boundaryEvent",
            "intermediateCatchEvent",
            "intermediateThrowEvent");

    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final List<Flow> flows = new ArrayList<>();
    private final Element root;

    ModelOutline(Document document) {
        root = document.getDocumentElement();
        collect(root);
        for (Flow flow : flows) {
            Node source = nodes.get(flow.source());
            Node target = nodes.get(flow.target());
            if (source != null && target != null) {
                source.outgoing().add(flow);
                target.incoming().add(flow);
            }
        }
    }

    /**
     * A step, gateway or event.
     *
     * @param scope id of the process or subprocess around it
     */
    record Node(
            String id,
            String type,
            String name,
            String documentation,
            String scope,
            Element element,
            List<Flow> incoming,
            List<Flow> outgoing) {

        boolean isEventSubProcess() {
            return type.equals("subProcess") && "true".equals(element.getAttribute("triggeredByEvent"));
        }

        boolean isGateway() {
            return type.endsWith("Gateway");
        }

        /** An activity: what a person or the system does. */
        boolean isActivity() {
            return type.endsWith("Task") || type.equals("callActivity") || type.equals("subProcess");
        }

        /** Whether it leads to one of several ways. */
        boolean isChoice() {
            return isGateway() && !type.equals("parallelGateway") && outgoing.size() > 1;
        }

        /** Whether the flow begins here, without anything leading to it. */
        boolean begins() {
            return type.equals("startEvent") || type.equals("boundaryEvent") || isEventSubProcess();
        }

        boolean ends() {
            return type.equals("endEvent") || isEventSubProcess();
        }
    }

    /** An arrow; {@code condition} is empty when it has none. */
    record Flow(String id, String name, String documentation, String source, String target, String condition) {}

    List<Node> nodes() {
        return List.copyOf(nodes.values());
    }

    @Nullable
    Node node(String id) {
        return nodes.get(id);
    }

    /** Where a flow between two nodes leads. */
    Node target(Flow flow) {
        return Objects.requireNonNull(nodes.get(flow.target()));
    }

    List<Flow> flows() {
        return flows;
    }

    /** Every element of this name, wherever it stands. */
    List<Element> elements(String name) {
        var found = new ArrayList<Element>();
        find(root, name, found);
        return found;
    }

    private static void find(Element element, String name, List<Element> found) {
        if (BpmnGate.name(element).equals(name)) {
            found.add(element);
        }
        GateXml.children(element).forEach(child -> find(child, name, found));
    }

    private void collect(Element element) {
        for (Element child : GateXml.children(element)) {
            String type = child.getLocalName();
            boolean bpmn = GateVocabulary.BPMN.equals(child.getNamespaceURI());
            if (bpmn && NODES.contains(type)) {
                nodes.put(
                        child.getAttribute("id"),
                        new Node(
                                child.getAttribute("id"),
                                type,
                                child.getAttribute("name").strip(),
                                documentation(child),
                                element.getAttribute("id"),
                                child,
                                new ArrayList<>(),
                                new ArrayList<>()));
            } else if (bpmn && type.equals("sequenceFlow")) {
                flows.add(new Flow(
                        child.getAttribute("id"),
                        child.getAttribute("name").strip(),
                        documentation(child),
                        child.getAttribute("sourceRef"),
                        child.getAttribute("targetRef"),
                        textOf(child, "bpmn:conditionExpression")));
            }
            collect(child);
        }
    }

    static String camunda(Element element, String attribute) {
        return element.getAttributeNS(GateVocabulary.CAMUNDA, attribute);
    }

    private static String documentation(Element element) {
        return textOf(element, "bpmn:documentation");
    }

    private static String textOf(Element element, String child) {
        return GateXml.children(element).stream()
                .filter(c -> child.equals(BpmnGate.name(c)))
                .map(GateXml::text)
                .findFirst()
                .orElse("");
    }
}
