package vn.angiang.plan72.process;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.feel.FeelEngineClock;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@link Feel} on the FEEL engine that ships with the process engine. */
@Component
class CamundaFeel implements Feel {

    private static final int MOST_KEPT = 2000;

    private final FeelEngineApi feel;
    private final Map<String, Optional<ParsedExpression>> parsed = new ConcurrentHashMap<>();

    CamundaFeel(Clock clock) {
        FeelEngineClock time = () -> ZonedDateTime.now(clock);
        this.feel = FeelEngineBuilder.forJava()
                .withClock(time)
                .withEnabledExternalFunctions(false)
                .build();
    }

    @Override
    public @Nullable Object evaluate(String expression, Map<String, ?> context) {
        if (parsed.size() > MOST_KEPT) {
            parsed.clear();
        }
        var known = parsed.computeIfAbsent(expression, this::parse);
        if (known.isEmpty()) {
            return null;
        }
        try {
            Map<String, Object> names = new HashMap<>(context);
            var result = feel.evaluate(known.get(), names);
            return result.isSuccess() ? result.result() : null;
        } catch (RuntimeException | StackOverflowError e) {
            return null; // the interface promises null for what cannot be evaluated
        }
    }

    private Optional<ParsedExpression> parse(String expression) {
        if (FeelSyntax.problem(expression).isPresent()) {
            return Optional.empty();
        }
        var result = feel.parseExpression(FeelSyntax.text(expression));
        return result.isSuccess() ? Optional.of(result.parsedExpression()) : Optional.empty();
    }
}
