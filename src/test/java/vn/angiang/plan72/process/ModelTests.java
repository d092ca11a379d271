package vn.angiang.plan72.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.bpmn.instance.Escalation;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.angiang.plan72.taskform.FormSchema;

/** The conventions of docs/models.md, over every folder of models. */
class ModelTests {

    private static final ModelRules RULES = PathEngine.rules(RealSteps.beans());
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

    /** The rules that also hold for what people draw; the tests below are stricter on what ships. */
    @ParameterizedTest
    @MethodSource("vn.angiang.plan72.process.ModelFiles#all")
    void everyRuleHoldsWithTheStepsThatReallyExist(ModelFiles model) {
        var resources = PathEngine.files(model.folder()).stream()
                .map(f -> new ModelGate.Resource(
                        PathEngine.name(f), PathEngine.read(f).getBytes(StandardCharsets.UTF_8)))
                .toList();
        assertThat(RULES.check(resources)).isEmpty();
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

    @ParameterizedTest
    @MethodSource("vn.angiang.plan72.process.ModelFiles#all")
    void theServerCanDrawEveryForm(ModelFiles model) {
        model.forms().values().forEach(form -> assertThat(
                        FormSchema.parse(form.toString()).fields())
                .as(form.path("id").asText())
                .isNotNull());
    }
}
