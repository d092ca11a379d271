package vn.angiang.plan72.process;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.springframework.stereotype.Service;

/**
 * Builds engines on which drafts are tried: each has a database of its own in memory, our gate, our expressions, no
 * scripts, no job executor and none of the application's beans.
 */
@Service
public class TrialEngines {

    private final StepCatalogue catalogue;
    private final KnownSteps steps;
    private final GateDeployer gate;

    TrialEngines(StepCatalogue catalogue, KnownSteps steps, GateDeployer gate) {
        this.catalogue = catalogue;
        this.steps = steps;
        this.gate = gate;
    }

    /**
     * An engine with the files of one draft and a stand-in for each process they call.
     *
     * @param start what its clock says at first
     * @param called key of each called process to its name
     * @throws TrialStopped when the gate or the engine's own parser refuses the files
     */
    public TrialEngine open(
            List<ModelGate.Resource> files, Instant start, TrialEngine.Steps answers, Map<String, String> called) {
        var time = new TrialTime(start);
        var watch = new TrialWatch();
        var standIns = new StandIns(catalogue.all(), steps.all(), answers, time);
        var engine = configuration(standIns, watch, time).buildProcessEngine();
        var trial = new TrialEngine(engine, time, watch);
        try {
            trial.deploy(files, called);
        } catch (RuntimeException e) {
            trial.close();
            throw e;
        }
        return trial;
    }

    private ProcessEngineConfigurationImpl configuration(StandIns standIns, TrialWatch watch, TrialTime time) {
        String name = "trial-" + UUID.randomUUID();
        var configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setProcessEngineName(name);
        configuration.setJdbcUrl("jdbc:h2:mem:" + name);
        configuration.setJobExecutorActivate(false);
        configuration.setDbMetricsReporterActivate(false);
        configuration.setMetricsEnabled(false);
        configuration.setTaskMetricsEnabled(false);
        configuration.setHistory("audit");
        configuration.setExpressionManager(new SafeExpressionManager(standIns));
        configuration.setScriptEngineResolver(new NoScripts());
        configuration.setBusinessCalendarManager(time.calendars());
        configuration.setCustomPreBPMNParseListeners(new ArrayList<>(List.of(watch)));
        Deployer unlessOurOwn = deployment -> {
            if (!TrialEngine.STAND_INS.equals(deployment.getSource())) {
                gate.deploy(deployment);
            }
        };
        configuration.setCustomPreDeployers(new ArrayList<>(List.of(unlessOurOwn)));
        return configuration;
    }
}
