package vn.angiang.plan72.process;

import java.util.HashMap;
import java.util.Map;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@link Feel} on the FEEL engine that ships with the process engine. */
@Component
class CamundaFeel implements Feel {

    private final FeelEngineApi feel = FeelEngineBuilder.forJava().build();

    @Override
    public @Nullable Object evaluate(String expression, Map<String, ?> context) {
        String text = expression.startsWith("=") ? expression.substring(1) : expression;
        Map<String, Object> names = new HashMap<>(context);
        var result = feel.evaluateExpression(text, names);
        return result.isSuccess() ? result.result() : null;
    }
}
