package vn.angiang.plan72.process;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.auth.ResourceAuthorizationProvider;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Puts our own expression manager, script refusal, gate and listeners into the engine before it is built. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class EnginePlugin extends AbstractProcessEnginePlugin {

    private final StepCatalogue steps;
    private final EngineListener listener;
    private final GateDeployer gate;

    EnginePlugin(StepCatalogue steps, EngineListener listener, GateDeployer gate) {
        this.steps = steps;
        this.listener = listener;
        this.gate = gate;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setExpressionManager(new SafeExpressionManager(steps));
        configuration.setScriptEngineResolver(new NoScripts());
        configuration.setResourceAuthorizationProvider(noDefaultGrants());

        var preDeployers = new ArrayList<>(orEmpty(configuration.getCustomPreDeployers()));
        preDeployers.add(gate);
        configuration.setCustomPreDeployers(preDeployers);

        var listeners = new ArrayList<>(orEmpty(configuration.getCustomPreBPMNParseListeners()));
        listeners.add(listener);
        configuration.setCustomPreBPMNParseListeners(listeners);

        configuration.setCustomPreCommandInterceptorsTxRequired(with(
                configuration.getCustomPreCommandInterceptorsTxRequired(), new SignedInOnWebThreads(configuration)));
        configuration.setCustomPreCommandInterceptorsTxRequiresNew(with(
                configuration.getCustomPreCommandInterceptorsTxRequiresNew(), new SignedInOnWebThreads(configuration)));
    }

    private static List<CommandInterceptor> with(List<CommandInterceptor> present, CommandInterceptor one) {
        var all = new ArrayList<>(orEmpty(present));
        all.add(one);
        return all;
    }

    private static <T> List<T> orEmpty(List<T> list) {
        return list == null ? List.of() : list;
    }

    /**
     * Authorization stays on so that a call past {@link EngineAccess} is refused; but no grant rows are written per task:
     * our own rules decide who may do what, and the rows would cost two inserts per task.
     */
    private static ResourceAuthorizationProvider noDefaultGrants() {
        return (ResourceAuthorizationProvider) Proxy.newProxyInstance(
                ResourceAuthorizationProvider.class.getClassLoader(),
                new Class<?>[] {ResourceAuthorizationProvider.class},
                (proxy, method, arguments) -> new AuthorizationEntity[0]);
    }
}
