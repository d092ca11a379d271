package vn.angiang.plan72.modelling;

import java.time.Clock;
import java.time.ZonedDateTime;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.stereotype.Service;
import vn.angiang.plan72.shared.Actor;

/** What Camunda Modeler is told of us before it sends anything. */
@Service
public class ModelReception {

    private final Modelers modelers;
    private final Clock clock;

    ModelReception(Modelers modelers, Clock clock) {
        this.modelers = modelers;
        this.clock = clock;
    }

    /** @throws vn.angiang.plan72.shared.Refusal.Forbidden when the actor is no modeler */
    public void requireModeler(Actor actor) {
        modelers.require(actor);
    }

    /** Version of the engine the models run on, e.g. {@code 7.24.0}. */
    public String engineVersion() {
        String version = ProcessEngine.class.getPackage().getImplementationVersion();
        return version == null ? "7.24.0" : version;
    }

    /** This moment. */
    public ZonedDateTime now() {
        return ZonedDateTime.now(clock);
    }
}
