package vn.angiang.plan72.process;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/** What a model asks of the world around it: steps with so many values, called processes, messages somebody sends. */
final class OutsideRules {

    private static final Pattern CALL = Pattern.compile("\\b([a-z]\\w*)\\.([a-z]\\w*)\\(([^()]*)\\)");
    private static final Pattern TEXT = Pattern.compile("'[^']*'");

    private final ModelOutline model;
    private final GateFindings findings;
    private final StepCatalogue steps;
    private final KnownNames known;

    OutsideRules(ModelOutline model, GateFindings findings, StepCatalogue steps, KnownNames known) {
        this.model = model;
        this.findings = findings;
        this.steps = steps;
        this.known = known;
    }

    void check() {
        model.elements("bpmn:definitions").forEach(this::calls);
        Set<String> own = new HashSet<>();
        model.elements("bpmn:process").forEach(p -> own.add(p.getAttribute("id")));
        for (Element call : model.elements("bpmn:callActivity")) {
            String key = call.getAttribute("calledElement");
            if (!key.startsWith("${") && !key.isEmpty() && !own.contains(key) && !known.isProcess(key)) {
                findings.add(call.getAttribute("id"), GateRule.PROCESS_UNKNOWN, key);
            }
        }
        for (Element message : model.elements("bpmn:message")) {
            if (!known.isMessage(message.getAttribute("name"))) {
                findings.add(message.getAttribute("id"), GateRule.MESSAGE_UNKNOWN, message.getAttribute("name"));
            }
        }
    }

    private void calls(Element element) {
        for (Attr attribute : GateXml.attributes(element)) {
            arguments(element, attribute.getValue());
        }
        arguments(element, GateXml.text(element));
        GateXml.children(element).forEach(this::calls);
    }

    private void arguments(Element element, String expression) {
        if (!expression.contains("${")) {
            return;
        }
        Matcher call = CALL.matcher(TEXT.matcher(expression).replaceAll("''"));
        while (call.find()) {
            Set<Integer> counts = steps.argumentsOf(call.group(1), call.group(2));
            int given = call.group(3).isBlank() ? 0 : call.group(3).split(",", -1).length;
            if (!counts.isEmpty() && !counts.contains(given)) {
                findings.add(
                        GateXml.idOf(element), GateRule.STEP_ARGUMENTS, call.group(1) + "." + call.group(2), given);
            }
        }
    }
}
