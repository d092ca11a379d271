package vn.angiang.plan72.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Counts the flows taken since the last act of a person: a model that goes round without waiting is stopped. */
final class TrialWatch extends AbstractBpmnParseListener {

    /** More than any process of the plan takes between two tasks. */
    private static final int MOST = 300;

    private int taken;

    @Override
    public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl flow) {
        flow.addListener(ExecutionListener.EVENTNAME_TAKE, (ExecutionListener) this::take);
    }

    private void take(DelegateExecution execution) {
        taken++;
        if (taken > MOST) {
            throw new TrialStopped("modelling.trial.stopped.loop", MOST, execution.getCurrentActivityName());
        }
    }

    void begin() {
        taken = 0;
    }
}
