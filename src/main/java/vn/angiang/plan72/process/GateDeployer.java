package vn.angiang.plan72.process;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.springframework.stereotype.Component;

/**
 * Runs the gate and every other rule before the engine parses anything, on every path a deployment can take. The dry run
 * of {@link ModelChecks} is left out here: the engine's own parser is the next to read the files anyway.
 */
@Component
class GateDeployer implements Deployer {

    private final ModelRules rules;

    GateDeployer(ModelRules rules) {
        this.rules = rules;
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (!deployment.isNew()) {
            return; // older versions keep loading whatever the rules of today are
        }
        List<ModelGate.Resource> resources = deployment.getResources().values().stream()
                .map(r -> new ModelGate.Resource(r.getName(), r.getBytes()))
                .toList();
        var problems = rules.check(resources);
        if (!problems.isEmpty()) {
            throw new ProcessEngineException("Deployment refused: " + problems);
        }
    }
}
