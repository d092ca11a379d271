package vn.angiang.plan72.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.dmn.instance.OutputValues;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which way a case goes: every answer has exactly one way, and an answer nobody thought of reaches a person. */
class ModelRoutingTests {

    /** Handed to a decision table as it is. */
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)}");

    /** Handed to a step beside the number of the case. */
    private static final Pattern STEP_ARGUMENT = Pattern.compile(",(\\w+)[,)]");

    private static final Pattern COMPARISON = Pattern.compile("(\\w+)\\s*(==|!=|>)\\s*('[^']*'|\\d+)");
    /** Not people themselves, but the next thing they do is tell one. */
    private static final Set<String> TELLS_A_PERSON = Set.of("Event_notFulfilledRaised", "ServiceTask_notifyLeader");
    /** Routing variables set when the process starts. */
    private static final java.util.Map<String, List<String>> GIVEN = java.util.Map.of(
            "communes",
            List.of("YES", "NO"),
            "lockOutcome",
            List.of("RECEIVED", "MISSED"),
            "grave",
            List.of("YES", "NO"));

    private static final Set<String> GIVEN_AT_START = Set.of("specialFlow", "communes");

    private static List<ExclusiveGateway> splits(ModelFiles model) {
        return model.bpmn().getModelElementsByType(ExclusiveGateway.class).stream()
                .filter(g -> g.getOutgoing().size() > 1)
                .toList();
    }

    private static String condition(SequenceFlow flow) {
        return flow.getConditionExpression() == null
                ? ""
                : flow.getConditionExpression().getTextContent().strip();
    }

    private static Set<String> variables(ExclusiveGateway gateway) {
        var names = new TreeSet<String>();
        for (SequenceFlow flow : gateway.getOutgoing()) {
            Matcher m = COMPARISON.matcher(condition(flow));
            while (m.find()) {
                names.add(m.group(1));
            }
        }
        return names;
    }

    /** Every value the variable can take as far as forms, tables and conditions tell, and one nobody thought of. */
    private static Set<String> values(ModelFiles model, ExclusiveGateway gateway, String variable) {
        var values = new LinkedHashSet<String>();
        model.routes().stream().filter(r -> r.variable().equals(variable)).forEach(r -> values.addAll(r.answers()));
        model.tables().values().stream()
                .flatMap(t -> t.getModelElementsByType(OutputValues.class).stream())
                .filter(v -> ((org.camunda.bpm.model.dmn.instance.Output) v.getParentElement())
                        .getName()
                        .equals(variable))
                .forEach(v -> Arrays.stream(v.getText().getTextContent().split(","))
                        .forEach(s -> values.add(s.strip().replace("\"", ""))));
        if (values.isEmpty()) {
            boolean number =
                    gateway.getOutgoing().stream().anyMatch(f -> condition(f).contains(">"));
            values.addAll(
                    number ? List.of("0", "1", "640") : GIVEN.getOrDefault(variable, List.of("", "policyProposal")));
        }
        return values;
    }

    private static boolean holds(String condition, String value) {
        String body = condition.substring(2, condition.length() - 1);
        return Arrays.stream(body.split("\\|\\|")).anyMatch(part -> {
            Matcher m = COMPARISON.matcher(part.strip());
            assertThat(m.matches())
                    .as("a condition this test understands: " + part)
                    .isTrue();
            String literal = m.group(3).replace("'", "");
            return switch (m.group(2)) {
                case "==" -> value.equals(literal);
                case "!=" -> !value.equals(literal);
                default -> Long.parseLong(value) > Long.parseLong(literal);
            };
        });
    }

    @ParameterizedTest
    @MethodSource("vn.angiang.plan72.process.ModelFiles#all")
    void everyAnswerHasExactlyOneWay(ModelFiles model) {
        for (ExclusiveGateway gateway : splits(model)) {
            assertThat(variables(gateway)).as(gateway.getId()).hasSize(1);
            for (String value :
                    values(model, gateway, variables(gateway).iterator().next())) {
                var ways = gateway.getOutgoing().stream()
                        .filter(f -> !condition(f).isEmpty() && holds(condition(f), value))
                        .map(SequenceFlow::getId)
                        .toList();
                assertThat(ways)
                        .as(gateway.getId() + " for '" + value + "'")
                        .hasSizeLessThan(2)
                        .hasSizeGreaterThanOrEqualTo(gateway.getDefault() == null ? 1 : 0);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("vn.angiang.plan72.process.ModelFiles#all")
    void everyWayButTheDefaultHasACondition(ModelFiles model) {
        for (ExclusiveGateway gateway : splits(model)) {
            for (SequenceFlow flow : gateway.getOutgoing()) {
                assertThat(condition(flow).isEmpty()).as(flow.getId()).isEqualTo(flow.equals(gateway.getDefault()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("vn.angiang.plan72.process.ModelFiles#all")
    void anAnswerNobodyThoughtOfReachesAPersonOrAnIncident(ModelFiles model) {
        for (ExclusiveGateway gateway : splits(model)) {
            if (gateway.getDefault() == null) {
                continue; // no way at all: the engine refuses the answer or makes an incident
            }
            FlowNode target = gateway.getDefault().getTarget();
            assertThat(target).as(gateway.getId()).isNotInstanceOf(EndEvent.class);
            boolean person = target instanceof UserTask
                    || target instanceof SubProcess sub
                            && !sub.getChildElementsByType(UserTask.class).isEmpty();
            assertThat(person || TELLS_A_PERSON.contains(target.getId()))
                    .as(gateway.getId() + " by default to " + target.getId())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("vn.angiang.plan72.process.ModelFiles#all")
    void everyRoutingAnswerIsReadAndEverythingReadIsAnswered(ModelFiles model) {
        var read = splits(model).stream()
                .flatMap(g -> variables(g).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        var written =
                model.routes().stream().map(ModelFiles.Route::variable).collect(Collectors.toCollection(TreeSet::new));
        var used = new TreeSet<>(read);
        model.bpmn()
                .getModelElementsByType(CamundaInputParameter.class)
                .forEach(p -> VARIABLE.matcher(p.getTextContent()).results().forEach(m -> used.add(m.group(1))));
        model.bpmn()
                .getModelElementsByType(MultiInstanceLoopCharacteristics.class)
                .forEach(m -> VARIABLE.matcher(ModelFiles.camunda(m, "collection"))
                        .results()
                        .forEach(v -> used.add(v.group(1))));
        model.bpmn().getModelElementsByType(UserTask.class).forEach(t -> STEP_ARGUMENT
                .matcher(ModelFiles.camunda(t, "dueDate"))
                .results()
                .forEach(v -> used.add(v.group(1))));
        assertThat(used).containsAll(written);
        model.nodes().forEach(n -> written.add(ModelFiles.camunda(n, "resultVariable")));
        written.addAll(GIVEN_AT_START);
        assertThat(written).containsAll(read);
    }

    @ParameterizedTest
    @MethodSource("vn.angiang.plan72.process.ModelFiles#all")
    void everyRoutingAnswerIsRequired(ModelFiles model) {
        model.forms().forEach((id, form) -> form.path("components").forEach(component -> {
            if (component.path("properties").has("route")) {
                assertThat(component.path("validate").path("required").asBoolean())
                        .as(id + "." + component.path("key").asText())
                        .isTrue();
                assertThat(component.path("conditional").isMissingNode()).isTrue();
            }
        }));
    }
}
