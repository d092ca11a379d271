package vn.angiang.plan72.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.RepositoryService;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/**
 * Processes a model may call and messages it may wait for. Messages are sent by our own code only, to the models that
 * ship with it: a message none of those knows would never come.
 */
@Component
class KnownNames {

    private final ObjectProvider<EngineAccess> engine;
    private final ObjectProvider<RepositoryService> repository;
    private volatile @Nullable Shipped shipped;

    /** Engine and its repository are looked up late: the engine is not built yet when this is. */
    KnownNames(ObjectProvider<EngineAccess> engine, ObjectProvider<RepositoryService> repository) {
        this.engine = engine;
        this.repository = repository;
    }

    private record Shipped(Set<String> processes, Set<String> messages) {}

    /** Whether such a process ships with the application or was released. */
    boolean isProcess(String key) {
        return shipped().processes().contains(key) || isReleased(key);
    }

    /** Whether somebody sends this message. */
    boolean isMessage(String name) {
        return shipped().messages().contains(name);
    }

    private boolean isReleased(String key) {
        EngineAccess access = engine.getIfAvailable();
        return access != null
                && access.call(() -> repository
                                .getObject()
                                .createProcessDefinitionQuery()
                                .processDefinitionKey(key)
                                .count())
                        > 0;
    }

    private Shipped shipped() {
        Shipped known = shipped;
        if (known == null) {
            known = read();
            shipped = known;
        }
        return known;
    }

    private static Shipped read() {
        var processes = new TreeSet<String>();
        var messages = new TreeSet<String>();
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:bpmn/*/*.bpmn")) {
                var document = GateXml.read(file.getContentAsByteArray(), new GateFindings("", new ArrayList<>()));
                if (document != null) {
                    var model = new ModelOutline(document);
                    model.elements("bpmn:process").forEach(p -> processes.add(p.getAttribute("id")));
                    for (Element message : model.elements("bpmn:message")) {
                        messages.add(message.getAttribute("name"));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Shipped(processes, messages);
    }
}
