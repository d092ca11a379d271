package vn.angiang.plan72.process;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.ResourceReport;
import org.camunda.bpm.engine.impl.bpmn.deployer.BpmnDeployer;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Lets the engine's own parsers read files that passed every other rule, without storing anything. Whatever they refuse
 * would be refused on release too; better to know while writing.
 */
@Component
class EngineDryRun {

    private final ObjectProvider<ProcessEngineConfigurationImpl> engine;
    private final ObjectProvider<EngineAccess> access;

    EngineDryRun(ObjectProvider<ProcessEngineConfigurationImpl> engine, ObjectProvider<EngineAccess> access) {
        this.engine = engine;
        this.access = access;
    }

    /** What the engine's parsers refuse. Only for files that passed the gate: parsing others may run code. */
    List<ModelGate.Problem> check(List<ModelGate.Resource> files) {
        var problems = new ArrayList<ModelGate.Problem>();
        ProcessEngineConfigurationImpl configuration = engine.getObject();
        access.getObject().run(() -> {
            for (ModelGate.Resource file : files) {
                read(configuration, file, new GateFindings(file.name(), problems));
            }
        });
        return problems;
    }

    private static BpmnParser parser(ProcessEngineConfigurationImpl configuration) {
        return configuration.getDeployers().stream()
                .filter(BpmnDeployer.class::isInstance)
                .map(d -> ((BpmnDeployer) d).getBpmnParser())
                .findFirst()
                .orElseThrow();
    }

    private static void read(
            ProcessEngineConfigurationImpl configuration, ModelGate.Resource file, GateFindings findings) {
        try {
            if (file.name().endsWith(".bpmn")) {
                var deployment = new DeploymentEntity();
                deployment.setId("dry-run");
                parser(configuration)
                        .createParse()
                        .deployment(deployment)
                        .sourceInputStream(new ByteArrayInputStream(file.content()))
                        .name(file.name())
                        .execute();
            } else if (file.name().endsWith(".dmn")) {
                configuration.getDmnEngine().parseDecisions(new ByteArrayInputStream(file.content()));
            }
        } catch (ParseException refused) {
            for (ResourceReport report : refused.getResorceReports()) {
                for (Problem problem : report.getErrors()) {
                    findings.add(problem.getMainElementId(), GateRule.ENGINE_REFUSES, problem.getMessage());
                }
            }
        } catch (ProcessEngineException | org.camunda.bpm.dmn.engine.DmnEngineException refused) {
            findings.add(null, GateRule.ENGINE_REFUSES, String.valueOf(refused.getMessage()));
        }
    }
}
