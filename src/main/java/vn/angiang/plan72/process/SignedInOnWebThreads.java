package vn.angiang.plan72.process;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.web.context.request.RequestContextHolder;

/** On a web thread the engine works for somebody, or not at all: without authentication it would check nothing. */
class SignedInOnWebThreads extends CommandInterceptor {

    private final ProcessEngineConfigurationImpl configuration;

    SignedInOnWebThreads(ProcessEngineConfigurationImpl configuration) {
        this.configuration = configuration;
    }

    @Override
    public <T> T execute(Command<T> command) {
        boolean webThread = RequestContextHolder.getRequestAttributes() != null;
        if (webThread && configuration.getIdentityService().getCurrentAuthentication() == null) {
            throw new ProcessEngineException("The engine was called on a web thread without a signed-in person");
        }
        return next.execute(command);
    }
}
