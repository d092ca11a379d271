package vn.angiang.plan72.process;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/** Conventions of docs/models.md that make a model readable: ids, names, explanations, and that nothing dangles. */
final class ShapeRules {

    private static final Map<String, String> PREFIXES = Map.of(
            "userTask", "UserTask",
            "serviceTask", "ServiceTask",
            "businessRuleTask", "BusinessRuleTask",
            "callActivity", "CallActivity");

    private final ModelOutline model;
    private final GateFindings findings;

    ShapeRules(ModelOutline model, GateFindings findings) {
        this.model = model;
        this.findings = findings;
    }

    void check() {
        idsOnce();
        model.nodes().forEach(this::node);
        model.flows().forEach(this::flow);
        reached();
    }

    private void idsOnce() {
        var seen = new HashSet<String>();
        for (Element definitions : model.elements("bpmn:definitions")) {
            ids(definitions, seen);
        }
    }

    private void ids(Element element, Set<String> seen) {
        String id = element.getAttribute("id");
        if (!id.isEmpty() && !seen.add(id)) {
            findings.add(id, GateRule.ID_TWICE, id);
        }
        GateXml.children(element).forEach(child -> ids(child, seen));
    }

    private void node(ModelOutline.Node node) {
        String prefix = prefixOf(node);
        if (!node.id().matches(prefix + "_[A-Za-z0-9]+")) {
            findings.add(node.id(), GateRule.ID_CONVENTION, prefix, node.id());
        }
        label(node);
        boolean passesThrough = node.isGateway() && !node.isChoice();
        boolean askedByTheGate = node.isActivity() && !node.type().equals("subProcess");
        if (!passesThrough && !askedByTheGate && node.documentation().isEmpty()) {
            findings.add(node.id(), GateRule.WITHOUT_DOCUMENTATION);
        }
        if (node.incoming().isEmpty() != node.begins()) {
            findings.add(node.id(), node.begins() ? GateRule.FLOW_ENDS : GateRule.NOTHING_LEADS_HERE);
        }
        if (node.outgoing().isEmpty() != node.ends()) {
            findings.add(node.id(), node.ends() ? GateRule.FLOW_ENDS : GateRule.NOTHING_FOLLOWS);
        }
        if (!node.isGateway() && node.outgoing().size() > 1) {
            findings.add(node.id(), GateRule.WAYS_OUT);
        }
    }

    private static String prefixOf(ModelOutline.Node node) {
        if (node.type().equals("subProcess")) {
            return node.isEventSubProcess() ? "EventSubProcess" : "SubProcess";
        }
        return PREFIXES.getOrDefault(node.type(), node.isGateway() ? "Gateway" : "Event");
    }

    private void label(ModelOutline.Node node) {
        if (node.name().isEmpty()) {
            if (!node.isGateway() || node.isChoice()) {
                findings.add(node.id(), GateRule.LABEL_MISSING);
            }
            return;
        }
        if (!Character.isUpperCase(node.name().codePointAt(0))) {
            findings.add(node.id(), GateRule.LABEL_CONVENTION, node.name());
        }
        if (node.name().endsWith("?") != node.isChoice()) {
            findings.add(node.id(), GateRule.LABEL_QUESTION, node.name());
        }
    }

    private void flow(ModelOutline.Flow flow) {
        if (!flow.id().matches("Flow_[A-Za-z0-9]+(?:_[A-Za-z0-9]+)?")) {
            findings.add(flow.id(), GateRule.ID_CONVENTION, "Flow", flow.id());
        }
        ModelOutline.Node source = model.node(flow.source());
        if (source == null || model.node(flow.target()) == null) {
            findings.add(flow.id(), GateRule.FLOW_ENDS);
        } else if (source.isChoice()) {
            if (flow.name().isEmpty()) {
                findings.add(flow.id(), GateRule.ANSWER_WITHOUT_NAME);
            }
            if (flow.documentation().isEmpty()) {
                findings.add(flow.id(), GateRule.WITHOUT_DOCUMENTATION);
            }
        }
    }

    /** What no start leads to, and scopes without an end. */
    private void reached() {
        var reached = new HashSet<String>();
        var next = new ArrayDeque<ModelOutline.Node>(
                model.nodes().stream().filter(ModelOutline.Node::begins).toList());
        while (!next.isEmpty()) {
            ModelOutline.Node node = next.poll();
            if (reached.add(node.id())) {
                node.outgoing().forEach(f -> next.add(model.target(f)));
            }
        }
        for (ModelOutline.Node node : model.nodes()) {
            if (!reached.contains(node.id()) && !node.incoming().isEmpty()) {
                findings.add(node.id(), GateRule.NOT_REACHED);
            }
        }
        for (String type : List.of("bpmn:process", "bpmn:subProcess")) {
            model.elements(type).forEach(scope -> scope(scope.getAttribute("id"), reached));
        }
    }

    private void scope(String id, Set<String> reached) {
        Set<String> types = model.nodes().stream()
                .filter(n -> n.scope().equals(id) && reached.contains(n.id()))
                .map(ModelOutline.Node::type)
                .collect(Collectors.toSet());
        if (!types.contains("startEvent")) {
            findings.add(id, GateRule.START_MISSING);
        }
        if (!types.contains("endEvent")) {
            findings.add(id, GateRule.END_MISSING);
        }
    }
}
