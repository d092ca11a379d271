package vn.angiang.plan72.process;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** FEEL as the engine's decisions use it, for the conditions of forms. Knows no functions but FEEL's own. */
public interface Feel {

    /**
     * Value of an expression, with or without a leading {@code =}; null when it cannot be evaluated.
     *
     * @param context names it may use; a name that is missing counts as null
     */
    @Nullable
    Object evaluate(String expression, Map<String, ?> context);

    /** Whether the expression is true. */
    default boolean test(String expression, Map<String, ?> context) {
        return Boolean.TRUE.equals(evaluate(expression, context));
    }
}
