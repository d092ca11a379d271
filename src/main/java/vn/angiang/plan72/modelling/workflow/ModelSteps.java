package vn.angiang.plan72.modelling.workflow;

import vn.angiang.plan72.modelling.ReleaseFlow;
import vn.angiang.plan72.process.ProcessSteps;

/** The steps of {@code model-release.bpmn}; what they mean is in {@link ReleaseFlow}. */
@ProcessSteps("modelSteps")
class ModelSteps {

    private final ReleaseFlow flow;

    ModelSteps(ReleaseFlow flow) {
        this.flow = flow;
    }

    /** Makes the approved draft a version; returns whether it did. */
    public String release(String caseNumber) {
        return flow.release(caseNumber);
    }

    /** Processes that still run on older versions. */
    public Long countRunning(String caseNumber) {
        return flow.countRunning(caseNumber);
    }
}
