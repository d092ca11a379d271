package vn.angiang.plan72.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.angiang.plan72.shared.Refusal;

/**
 * Decision tables asked from outside a process, in the version released last. Nothing is written to history: for tables
 * that are asked thousands of times, about people.
 */
@Component
public class Decisions {

    private static final DmnEngine ENGINE =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    private final RepositoryService repository;
    private final EngineAccess engine;
    private final Map<String, DmnDecision> parsed = new ConcurrentHashMap<>();

    Decisions(@Lazy RepositoryService repository, EngineAccess engine) {
        this.repository = repository;
        this.engine = engine;
    }

    /** One version of a table. */
    public interface Table {

        /** The answer; empty when no rule speaks. */
        Optional<String> decide(Map<String, Object> inputs);
    }

    /** @throws Refusal.NotFound when there is no table of this key */
    public Table latest(String key) {
        var definition = engine.call(() -> repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(key)
                .latestVersion()
                .singleResult());
        if (definition == null) {
            throw new Refusal.NotFound("process.unknown", key);
        }
        DmnDecision table = parsed.computeIfAbsent(definition.getId(), id -> parse(key, id));
        return inputs -> {
            var result = ENGINE.evaluateDecisionTable(table, Variables.fromMap(inputs));
            return result.isEmpty()
                    ? Optional.empty()
                    : Optional.ofNullable(result.getFirstResult().getSingleEntry());
        };
    }

    private DmnDecision parse(String key, String definitionId) {
        return engine.call(() -> {
            try (InputStream in = repository.getDecisionModel(definitionId)) {
                return ENGINE.parseDecision(key, in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
