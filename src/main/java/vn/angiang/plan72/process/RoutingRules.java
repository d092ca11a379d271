package vn.angiang.plan72.process;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which way a case goes: every answer has exactly one way, and one nobody thought of reaches a person. */
final class RoutingRules {

    private static final Pattern COMPARISON =
            Pattern.compile("(\\w+)\\s*(==|!=|>=|<=|>|<)\\s*('[^']*'|\\d{1,18}|true|false)");
    private static final Pattern WORD = Pattern.compile("'[^']*'|[a-z][A-Za-z0-9]*");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+");

    /** What the modules that open cases hand over beside number, unit and year. */
    private static final Set<String> GIVEN = Set.of("caseNumber", "leadUnit", "year", "specialFlow", "communes");

    private final ModelOutline model;
    private final GateFindings findings;
    private final RouteFacts facts;

    RoutingRules(ModelOutline model, GateFindings findings, RouteFacts facts) {
        this.model = model;
        this.findings = findings;
        this.facts = facts;
    }

    void check() {
        var choices = model.nodes().stream()
                .filter(n -> n.isChoice() && n.type().equals("exclusiveGateway"))
                .toList();
        var known = known();
        for (ModelOutline.Node gateway : choices) {
            conditions(gateway);
            Set<String> variables = variables(gateway);
            if (variables.size() != 1) {
                findings.add(
                        gateway.id(),
                        GateRule.ROUTE_VARIABLES,
                        variables.isEmpty() ? "0" : String.join(", ", variables));
                continue;
            }
            String variable = variables.iterator().next();
            if (!known.contains(variable)) {
                findings.add(gateway.id(), GateRule.ROUTE_UNKNOWN, variable);
            }
            ways(gateway, variable);
        }
        facts.unread(mentioned());
    }

    private void conditions(ModelOutline.Node gateway) {
        String preferred = gateway.element().getAttribute("default");
        for (ModelOutline.Flow flow : gateway.outgoing()) {
            boolean isDefault = flow.id().equals(preferred);
            if (flow.condition().isEmpty() && !isDefault) {
                findings.add(flow.id(), GateRule.ANSWER_WITHOUT_CONDITION);
            }
            if (isDefault && !flow.condition().isEmpty()) {
                findings.add(flow.id(), GateRule.DEFAULT_WITH_CONDITION);
            }
            if (isDefault && model.target(flow).type().equals("endEvent")) {
                findings.add(flow.id(), GateRule.DEFAULT_ENDS);
            }
        }
    }

    private static Set<String> variables(ModelOutline.Node gateway) {
        var names = new TreeSet<String>();
        for (ModelOutline.Flow flow : gateway.outgoing()) {
            names.addAll(words(flow.condition()));
        }
        return names;
    }

    /** Names in an expression that are neither texts nor the words of the language. */
    private static Set<String> words(String expression) {
        var names = new TreeSet<String>();
        Matcher word = WORD.matcher(expression);
        while (word.find()) {
            String text = word.group();
            if (!text.startsWith("'") && !text.equals("true") && !text.equals("false")) {
                names.add(text);
            }
        }
        return names;
    }

    private void ways(ModelOutline.Node gateway, String variable) {
        var conditions = gateway.outgoing().stream()
                .map(ModelOutline.Flow::condition)
                .filter(c -> !c.isEmpty())
                .toList();
        if (!conditions.stream().allMatch(RoutingRules::isPlain)) {
            return; // more than alternatives of comparisons: only trying it out tells
        }
        var answers = new LinkedHashSet<>(facts.answers(variable));
        boolean complete = !answers.isEmpty();
        conditions.forEach(c -> answers.addAll(literals(c)));
        boolean needsWay = complete && gateway.element().getAttribute("default").isEmpty();
        for (String answer : answers) {
            long ways = conditions.stream().filter(c -> holds(c, answer)).count();
            if (ways > 1) {
                findings.add(gateway.id(), GateRule.ANSWER_WITH_TWO_WAYS, answer);
            } else if (ways == 0 && needsWay && facts.answers(variable).contains(answer)) {
                findings.add(gateway.id(), GateRule.ANSWER_WITHOUT_WAY, answer);
            }
        }
    }

    private static List<String> parts(String condition) {
        String body = condition.replaceFirst("^\\$\\{", "").replaceFirst("}$", "");
        return Arrays.stream(body.split("\\|\\|")).map(String::strip).toList();
    }

    private static boolean isPlain(String condition) {
        return parts(condition).stream().allMatch(p -> COMPARISON.matcher(p).matches());
    }

    /** Values a condition names; beside a number also its neighbours, where the answer could change. */
    private static Set<String> literals(String condition) {
        var values = new LinkedHashSet<String>();
        for (String part : parts(condition)) {
            Matcher m = COMPARISON.matcher(part);
            if (m.matches()) {
                String value = m.group(3).replace("'", "");
                values.add(value);
                if (NUMBER.matcher(m.group(3)).matches()) {
                    values.add(String.valueOf(Long.parseLong(value) - 1));
                    values.add(String.valueOf(Long.parseLong(value) + 1));
                }
            }
        }
        return values;
    }

    private static boolean holds(String condition, String value) {
        return parts(condition).stream().anyMatch(part -> {
            Matcher m = COMPARISON.matcher(part);
            return m.matches() && compares(value, m.group(2), m.group(3).replace("'", ""));
        });
    }

    private static boolean compares(String value, String operator, String literal) {
        if (operator.equals("==") || operator.equals("!=")) {
            return value.equals(literal) == operator.equals("==");
        }
        if (!NUMBER.matcher(value).matches() || !NUMBER.matcher(literal).matches()) {
            return false;
        }
        int order = Long.compare(Long.parseLong(value), Long.parseLong(literal));
        return switch (operator) {
            case ">" -> order > 0;
            case "<" -> order < 0;
            case ">=" -> order >= 0;
            default -> order <= 0;
        };
    }

    private Set<String> known() {
        var known = new HashSet<>(GIVEN);
        known.addAll(facts.variables());
        model.nodes().forEach(n -> known.add(ModelOutline.camunda(n.element(), "resultVariable")));
        model.elements("bpmn:multiInstanceLoopCharacteristics")
                .forEach(e -> known.add(ModelOutline.camunda(e, "elementVariable")));
        model.elements("camunda:inputParameter").forEach(e -> known.add(e.getAttribute("name")));
        return known;
    }

    /** Every name some expression of the model reads. */
    private Set<String> mentioned() {
        var names = new HashSet<String>();
        model.flows().forEach(f -> names.addAll(words(f.condition())));
        Map.of(
                        "bpmn:userTask", "dueDate",
                        "bpmn:serviceTask", "expression",
                        "bpmn:messageEventDefinition", "expression",
                        "bpmn:multiInstanceLoopCharacteristics", "collection")
                .forEach((element, attribute) ->
                        model.elements(element).forEach(e -> names.addAll(words(ModelOutline.camunda(e, attribute)))));
        model.elements("bpmn:userTask").forEach(e -> names.addAll(words(ModelOutline.camunda(e, "candidateGroups"))));
        model.elements("bpmn:timeDate").forEach(e -> names.addAll(words(GateXml.text(e))));
        model.elements("camunda:inputParameter").forEach(e -> names.addAll(words(GateXml.text(e))));
        model.elements("camunda:in").forEach(e -> names.add(e.getAttribute("source")));
        return names;
    }
}
