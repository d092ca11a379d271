package vn.angiang.plan72.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Escalation;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** The conventions of docs/models.md, over every folder of models. */
class ModelTests {

    private static final Pattern STEP_CALL = Pattern.compile("\\b([a-z]\\w*)\\.([a-z]\\w*)\\(([^)]*)\\)");
    /** Forms that a person opens from the case instead of from a task. */
    private static final Set<String> CASE_ACTS = Set.of("reportProgress", "requestExtension");

    private static final Map<String, String> PREFIXES = Map.ofEntries(
            Map.entry("userTask", "UserTask"),
            Map.entry("serviceTask", "ServiceTask"),
            Map.entry("businessRuleTask", "BusinessRuleTask"),
            Map.entry("callActivity", "CallActivity"),
            Map.entry("exclusiveGateway", "Gateway"),
            Map.entry("parallelGateway", "Gateway"),
            Map.entry("eventBasedGateway", "Gateway"),
            Map.entry("startEvent", "Event"),
            Map.entry("endEvent", "Event"),
            Map.entry("boundaryEvent", "Event"),
            Map.entry("intermediateCatchEvent", "Event"),
            Map.entry("intermediateThrowEvent", "Event"));

    @ParameterizedTest
    @MethodSource("vn.angiang.plan72.process.ModelFiles#all")
    void theGateLetsThemPassWithTheStepsThatReallyExist(ModelFiles model) {
        var resources = PathEngine.files(model.folder()).stream()
                .map(f -> new ModelGate.Resource(
                        PathEngine.name(f), PathEngine.read(f).getBytes(StandardCharsets.UTF_8)))
                .toList();
        assertThat(new ModelGate(realSteps().entrySet().stream()
                                .collect(Collectors.toMap(
                                        Map.Entry::getKey,
                                        e -> new TreeSet<>(e.getValue().keySet()))))
                        .check(resources))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("vn.angiang.plan72.process.ModelFiles#all")
    void everyStepIsCalledWithAsManyArgumentsAsItTakes(ModelFiles model) {
        var steps = realSteps();
        var calls = STEP_CALL.matcher(PathEngine.files(model.folder()).stream()
                .filter(f -> f.toString().endsWith(".bpmn"))
                .map(PathEngine::read)
                .collect(Collectors.joining()));
        while (calls.find()) {
            assertThat(steps).containsKey(calls.group(1));
            assertThat(steps.get(calls.group(1)))
                    .as(calls.group())
                    .containsEntry(calls.group(2), calls.group(3).split(",").length);
        }
    }

    /** Bean name to step name to number of arguments, from the application's own classes. */
    private static Map<String, Map<String, Integer>> realSteps() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ProcessSteps.class));
        var steps = new TreeMap<String, Map<String, Integer>>();
        for (var definition : scanner.findCandidateComponents("vn.angiang.plan72")) {
            try {
                Class<?> type = Class.forName(definition.getBeanClassName());
                if (!type.getSimpleName().endsWith("Fake")) {
                    steps.put(
                            type.getAnnotation(ProcessSteps.class).value(),
                            Arrays.stream(type.getDeclaredMethods())
                                    .filter(m -> java.lang.reflect.Modifier.isPublic(m.getModifiers()))
                                    .collect(Collectors.toMap(
                                            m -> m.getName(), m -> m.getParameterCount(), (a, b) -> a)));
                }
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(e);
            }
        }
        return steps;
    }

    @ParameterizedTest
    @MethodSource("vn.angiang.plan72.process.ModelFiles#all")
    void idsSayWhatTheElementIs(ModelFiles model) {
        assertThat(model.process().getId()).isEqualTo(ModelGate.camelCase(model.folder()));
        for (FlowNode node : model.nodes()) {
            String prefix = node.getElementType().getTypeName().equals("subProcess")
                    ? (ModelFiles.isEventSubProcess(node) ? "EventSubProcess" : "SubProcess")
                    : PREFIXES.get(node.getElementType().getTypeName());
            assertThat(node.getId()).matches(prefix + "_[a-z][A-Za-z]+");
        }
        for (SequenceFlow flow : model.bpmn().getModelElementsByType(SequenceFlow.class)) {
            assertThat(flow.getId()).matches("Flow_[a-z][A-Za-z]+(_[a-z][A-Za-z]+)?");
        }
        for (Message message : model.bpmn().getModelElementsByType(Message.class)) {
            assertThat(message.getName()).matches("[a-z][A-Za-z]+\\.[a-z][A-Za-z]+");
        }
        for (Escalation escalation : model.bpmn().getModelElementsByType(Escalation.class)) {
            assertThat(escalation.getEscalationCode()).matches("[A-Z]+(_[A-Z]+)*");
        }
    }

    @ParameterizedTest
    @MethodSource("vn.angiang.plan72.process.ModelFiles#all")
    void labelsAreVietnameseSentencesAndEverythingIsExplained(ModelFiles model) {
        assertThat(ModelFiles.documentation(model.process())).contains("Kế hoạch");
        for (FlowNode node : model.nodes()) {
            assertThat(ModelFiles.documentation(node)).as(node.getId()).hasSizeGreaterThan(15);
            if (node instanceof ParallelGateway) {
                assertThat(node.getName()).as(node.getId()).isNull();
                continue;
            }
            assertThat(node.getName()).as(node.getId()).isNotBlank().matches("^\\p{Lu}.*");
            assertThat(Normalizer.isNormalized(node.getName(), Normalizer.Form.NFC))
                    .isTrue();
            if (node instanceof Gateway && node.getOutgoing().size() > 1) {
                assertThat(node.getName()).as(node.getId()).endsWith("?");
            } else {
                assertThat(node.getName()).as(node.getId()).doesNotEndWith("?");
            }
        }
        for (SequenceFlow flow : model.bpmn().getModelElementsByType(SequenceFlow.class)) {
            if (flow.getSource() instanceof Gateway gateway
                    && gateway.getOutgoing().size() > 1
                    && !(gateway instanceof ParallelGateway)) {
                assertThat(flow.getName()).as(flow.getId()).isNotBlank();
                assertThat(ModelFiles.documentation(flow)).as(flow.getId()).isNotBlank();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("vn.angiang.plan72.process.ModelFiles#all")
    void nothingDanglesAndEverythingIsReached(ModelFiles model) {
        var reached = new HashSet<FlowNode>();
        var next = new ArrayDeque<FlowNode>();
        for (FlowNode node : model.nodes()) {
            boolean begins =
                    node instanceof StartEvent || node instanceof BoundaryEvent || ModelFiles.isEventSubProcess(node);
            assertThat(node.getIncoming().isEmpty())
                    .as("incoming of " + node.getId())
                    .isEqualTo(begins);
            boolean ends = node instanceof EndEvent || ModelFiles.isEventSubProcess(node);
            assertThat(node.getOutgoing().isEmpty())
                    .as("outgoing of " + node.getId())
                    .isEqualTo(ends);
            if (node instanceof Activity) {
                assertThat(node.getOutgoing())
                        .as("one way out of " + node.getId())
                        .hasSizeLessThan(2);
            }
            if (begins) {
                next.add(node);
            }
        }
        while (!next.isEmpty()) {
            FlowNode node = next.poll();
            if (reached.add(node)) {
                node.getOutgoing().forEach(f -> next.add(f.getTarget()));
            }
        }
        assertThat(reached).containsExactlyInAnyOrderElementsOf(model.nodes());
    }

    @ParameterizedTest
    @MethodSource("vn.angiang.plan72.process.ModelFiles#all")
    void everyFormIsUsedByATaskOrIsAnActOnTheCase(ModelFiles model) {
        var used = model.bpmn().getModelElementsByType(UserTask.class).stream()
                .map(t -> ModelFiles.camunda(t, "formRef"))
                .collect(Collectors.toSet());
        var unused = new TreeSet<>(model.forms().keySet());
        unused.removeAll(used);
        assertThat(CASE_ACTS).containsAll(unused);
        assertThat(model.forms().keySet()).containsAll(used);
    }

    @ParameterizedTest
    @MethodSource("vn.angiang.plan72.process.ModelFiles#all")
    void everyTaskIsCalledLikeItsFormAndItsDueDateRule(ModelFiles model) {
        for (UserTask task : List.copyOf(model.bpmn().getModelElementsByType(UserTask.class))) {
            String act = task.getId().substring("UserTask_".length());
            assertThat(ModelFiles.camunda(task, "formRef")).isEqualTo(act);
            String due = ModelFiles.camunda(task, "dueDate");
            if (!due.startsWith("${caseSteps.due")) {
                assertThat(due).matches(".*\\.due\\w+\\(caseNumber,(\\w+,)?'" + act + "'\\)}");
            }
        }
    }
}
