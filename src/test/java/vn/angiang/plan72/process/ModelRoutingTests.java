package vn.angiang.plan72.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An answer nobody thought of reaches a person. That every answer has one way is a rule of the gate. */
class ModelRoutingTests {

    /** Not people themselves, but the next thing they do is tell one. */
    private static final Set<String> TELLS_A_PERSON = Set.of("Event_notFulfilledRaised", "ServiceTask_notifyLeader");

    private static List<ExclusiveGateway> splits(ModelFiles model) {
        return model.bpmn().getModelElementsByType(ExclusiveGateway.class).stream()
                .filter(g -> g.getOutgoing().size() > 1)
                .toList();
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
}
