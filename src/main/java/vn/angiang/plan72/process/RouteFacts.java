package vn.angiang.plan72.process;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Which values forms and decision tables of a deployment give to which variables. */
final class RouteFacts {

    private final List<Route> routes = new ArrayList<>();
    private final Map<String, Set<String>> outputs = new HashMap<>();

    private record Route(GateFindings by, String element, String variable, List<String> answers) {}

    /** Notes the routing components of a form, and says what is wrong with them. */
    void form(JsonNode form, GateFindings findings) {
        components(form.path("components"), findings, false);
    }

    private void components(JsonNode components, GateFindings findings, boolean sometimesHidden) {
        for (JsonNode component : components) {
            boolean hidden = sometimesHidden || component.path("conditional").has("hide");
            String variable = component.path("properties").path("route").asText("");
            if (!variable.isEmpty()) {
                String id = component.path("id").asText();
                routes.add(new Route(findings, id, variable, answers(component)));
                if (hidden || !component.path("validate").path("required").asBoolean()) {
                    findings.add(
                            id, GateRule.ROUTE_OPTIONAL, component.path("key").asText());
                }
            }
            components(component.path("components"), findings, hidden);
        }
    }

    private static List<String> answers(JsonNode component) {
        var answers = new ArrayList<String>();
        component.path("values").forEach(v -> answers.add(v.path("value").asText()));
        boolean list =
                Set.of("checklist", "taglist").contains(component.path("type").asText());
        return list ? List.of() : answers;
    }

    /** Notes what a decision table can answer. */
    void table(Document document) {
        Element root = document.getDocumentElement();
        outputs(root);
    }

    private void outputs(Element element) {
        if ("output".equals(element.getLocalName())) {
            var values = outputs.computeIfAbsent(element.getAttribute("name"), n -> new LinkedHashSet<>());
            for (Element child : GateXml.children(element)) {
                if ("outputValues".equals(child.getLocalName())) {
                    for (String value :
                            GateXml.text(GateXml.children(child).get(0)).split(",")) {
                        values.add(value.strip().replace("\"", ""));
                    }
                }
            }
        }
        GateXml.children(element).forEach(this::outputs);
    }

    /** Every value the variable can take as far as forms and tables say; empty when they do not say all. */
    Set<String> answers(String variable) {
        var answers = new LinkedHashSet<>(outputs.getOrDefault(variable, Set.of()));
        routes.stream().filter(r -> r.variable().equals(variable)).forEach(r -> answers.addAll(r.answers()));
        return answers;
    }

    Set<String> variables() {
        var names = new TreeSet<>(outputs.keySet());
        routes.forEach(r -> names.add(r.variable()));
        return names;
    }

    /** Says which routing answers nothing reads. */
    void unread(Set<String> mentioned) {
        routes.stream().filter(r -> !mentioned.contains(r.variable())).forEach(r -> r.by().add(
                        r.element(), GateRule.ROUTE_UNREAD, r.variable()));
    }
}
