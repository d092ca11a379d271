package vn.angiang.plan72.process;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/**
 * Elements that one of several tokens passes. A token put there alone would leave a join waiting for ever, so nothing is
 * moved there. Said too often rather than too seldom: what follows a fork without a join counts as well.
 */
final class ParallelSections {

    private ParallelSections() {}

    /** Ids of such elements. */
    static Set<String> of(BpmnModelInstance model) {
        var inside = new HashSet<String>();
        for (FlowNode node : model.getModelElementsByType(FlowNode.class)) {
            if (forks(node)) {
                follow(node, inside);
            }
        }
        return inside;
    }

    private static boolean forks(FlowNode node) {
        if (node instanceof BoundaryEvent event) {
            return !event.cancelActivity();
        }
        boolean several = node.getOutgoing().size() > 1;
        boolean everyFlow = isJoiningKind(node) || !(node instanceof Gateway); // an activity with two flows forks
        return several && everyFlow;
    }

    private static boolean isJoiningKind(FlowNode node) {
        return node instanceof ParallelGateway || node instanceof InclusiveGateway;
    }

    private static void follow(FlowNode fork, Set<String> inside) {
        var seen = new HashSet<String>();
        var next = new ArrayDeque<FlowNode>();
        next.add(fork);
        while (!next.isEmpty()) {
            for (SequenceFlow flow : next.remove().getOutgoing()) {
                FlowNode target = flow.getTarget();
                boolean joins = isJoiningKind(target) && target.getIncoming().size() > 1;
                if (!joins && seen.add(target.getId())) {
                    inside.add(target.getId());
                    next.add(target);
                }
            }
        }
    }
}
