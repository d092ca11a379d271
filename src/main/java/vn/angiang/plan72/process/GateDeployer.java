package vn.angiang.plan72.process;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.springframework.stereotype.Component;

/** Runs the gate before the engine parses anything, on every path a deployment can take. */
@Component
class GateDeployer implements Deployer {

    private final StepCatalogue steps;

    GateDeployer(StepCatalogue steps) {
        this.steps = steps;
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (!deployment.isNew()) {
            return; // older versions keep loading whatever the rules of today are
        }
        List<ModelGate.Resource> resources = deployment.getResources().values().stream()
                .map(r -> new ModelGate.Resource(r.getName(), r.getBytes()))
                .toList();
        var problems = new ModelGate(steps.all()).check(resources);
        if (!problems.isEmpty()) {
            throw new ProcessEngineException("Deployment refused: " + problems);
        }
    }
}
