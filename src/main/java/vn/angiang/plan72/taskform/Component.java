package vn.angiang.plan72.taskform;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One component of a form.
 *
 * @param key name of the answer; empty for components without one
 * @param valuesKey name of the options in the context, or null when they are in the schema
 * @param maxLength longest text, in characters
 * @param hide FEEL condition under which it is left out, or null
 * @param route process variable that receives the answer, or null
 * @param group heading of the group it stands in, or null
 */
public record Component(
        ComponentType type,
        String key,
        String label,
        @Nullable String description,
        @Nullable String text,
        List<Option> options,
        @Nullable String valuesKey,
        @Nullable String defaultValue,
        boolean readonly,
        boolean required,
        int minLength,
        int maxLength,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        int decimalDigits,
        @Nullable String pattern,
        @Nullable String hide,
        @Nullable String route,
        @Nullable String group) {

    /** A choice: what is stored and what is shown. */
    public record Option(String value, String label) {}
}
