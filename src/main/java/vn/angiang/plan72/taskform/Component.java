package vn.angiang.plan72.taskform;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One component of a form.
 *
 * @param key name of the answer; empty for components without one
 * @param text content of a static text, markdown-light
 * @param valuesKey name of the options in the context, or null when they are in the schema
 * @param defaults value before anybody typed; empty when there is none
 * @param hideWhen FEEL conditions, its own and its group's; it is left out when any is true
 * @param lock whether and how it is only shown
 * @param route process variable that receives the answer, or null
 * @param figure indicator of the plan that the answer counts for, or null
 * @param group group it stands in, or null
 * @param words messages of its own, by property name ({@code errorRequired} …)
 */
public record Component(
        ComponentType type,
        String key,
        String label,
        @Nullable String description,
        @Nullable String text,
        List<Option> options,
        @Nullable String valuesKey,
        List<String> defaults,
        Rules rules,
        List<String> hideWhen,
        Lock lock,
        @Nullable String suffix,
        @Nullable String route,
        @Nullable Figure figure,
        @Nullable Group group,
        Map<String, String> words) {

    /** A choice: what is stored and what is shown. */
    public record Option(String value, String label) {}

    /**
     * What a number counts for in the reports.
     *
     * @param indicator code in the catalogue
     * @param denominator whether it is the denominator of a rate; else the value, or the numerator
     * @param each whether every answer counts, as in a step done quarter by quarter; else the last one of the unit
     */
    public record Figure(String indicator, boolean denominator, boolean each) {}

    /** A group of components with a heading; {@code number} tells two groups of one name apart. */
    public record Group(int number, String label) {}

    /**
     * What an answer must be.
     *
     * @param minLength shortest text, in characters; 0 when there is none
     * @param maxLength longest text, in characters
     * @param decimalDigits most digits after the comma
     * @param pattern regular expression found somewhere in the text
     * @param format {@code email}, {@code phone} or null
     * @param notBefore earliest date: {@code today}, an ISO date or a name in the context; or null
     * @param notAfter latest date, written likewise
     * @param accept file extensions with their dot; empty for all that are taken at all
     * @param multiple whether more than one file may be attached
     */
    public record Rules(
            boolean required,
            int minLength,
            int maxLength,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            int decimalDigits,
            @Nullable String pattern,
            @Nullable String format,
            @Nullable String notBefore,
            @Nullable String notAfter,
            List<String> accept,
            boolean multiple) {}

    /**
     * Whether a component is only shown. Its value is then the fact of its name in the context, or its default.
     *
     * @param condition FEEL, or {@code true}; null when it can be changed
     * @param stored whether that value is part of the answers ({@code readonly}) or not ({@code disabled})
     */
    public record Lock(@Nullable String condition, boolean stored) {
        static final Lock NONE = new Lock(null, true);
    }

    /** One FEEL condition under which it is left out, or null. */
    public @Nullable String hide() {
        if (hideWhen.size() < 2) {
            return hideWhen.isEmpty() ? null : hideWhen.get(0);
        }
        return hideWhen.stream()
                .map(c -> "(" + (c.startsWith("=") ? c.substring(1) : c) + ")")
                .collect(Collectors.joining(" or ", "=", ""));
    }

    public boolean required() {
        return rules.required();
    }

    public int minLength() {
        return rules.minLength();
    }

    public int maxLength() {
        return rules.maxLength();
    }

    public @Nullable BigDecimal min() {
        return rules.min();
    }

    public @Nullable BigDecimal max() {
        return rules.max();
    }

    public int decimalDigits() {
        return rules.decimalDigits();
    }

    public @Nullable String pattern() {
        return rules.pattern();
    }

    /** Whether it is always only shown. */
    public boolean readonly() {
        return "true".equals(lock.condition());
    }
}
