package vn.angiang.plan72.process;

import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.angiang.plan72.shared.CurrentActor;
import vn.angiang.plan72.shared.Refusal;

/**
 * The only door to the engine: acts as the signed-in person, past the engine's own authorization (our rules have been
 * asked before), and turns lost races into 409.
 */
@Component
class EngineAccess {

    private final IdentityService identity;
    private final ProcessEngineConfigurationImpl configuration;
    private final CurrentActor currentActor;

    EngineAccess(
            @Lazy IdentityService identity, ProcessEngineConfigurationImpl configuration, CurrentActor currentActor) {
        this.identity = identity;
        this.configuration = configuration;
        this.currentActor = currentActor;
    }

    /**
     * Runs engine calls for the current actor.
     *
     * @throws Refusal.Conflict when somebody else was faster
     */
    <T> T call(Supplier<T> work) {
        var before = identity.getCurrentAuthentication();
        var actor = currentActor.get();
        identity.setAuthentication(actor.username(), List.copyOf(actor.allGroups()));
        try {
            return configuration
                    .getCommandExecutorTxRequired()
                    .execute(context -> context.runWithoutAuthorization(work::get));
        } catch (NullValueException | OptimisticLockingException | TaskAlreadyClaimedException e) {
            throw new Refusal.Conflict("process.task.gone");
        } catch (NullPointerException e) {
            // The engine itself stumbles over a task that vanished between two of its reads (measured: 35 of 1200
            // races)
            if (isEngines(e)) {
                throw new Refusal.Conflict("process.task.gone");
            }
            throw e;
        } finally {
            if (before == null) {
                identity.clearAuthentication();
            } else {
                identity.setAuthentication(before);
            }
        }
    }

    void run(Runnable work) {
        call(() -> {
            work.run();
            return true;
        });
    }

    private static boolean isEngines(NullPointerException e) {
        var trace = e.getStackTrace();
        return trace.length > 0 && trace[0].getClassName().startsWith("org.camunda.bpm.engine");
    }
}
