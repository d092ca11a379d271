package vn.angiang.plan72.process;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * FEEL as the engine's decisions use it, for the conditions of forms. Knows FEEL's own functions only, tells the time by
 * the system's clock, and takes no expression that could run long: no loops, no functions of one's own, no patterns.
 */
public interface Feel {

    /**
     * Value of an expression, with or without a leading {@code =}; null when it cannot be evaluated. Never throws.
     *
     * @param context names it may use; a name that is missing counts as null
     */
    @Nullable
    Object evaluate(String expression, Map<String, ?> context);

    /** Whether the expression is true; what cannot be evaluated is not. */
    default boolean test(String expression, Map<String, ?> context) {
        return Boolean.TRUE.equals(evaluate(expression, context));
    }

    /** What is wrong with an expression before it is ever evaluated; empty when it may be used. */
    static Optional<String> problem(String expression) {
        return FeelSyntax.problem(expression);
    }
}
