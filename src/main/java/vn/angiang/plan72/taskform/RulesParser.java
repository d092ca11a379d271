package vn.angiang.plan72.taskform;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Reads what an answer must be. */
final class RulesParser {

    /** Longest text when the schema says nothing, and the longest the engine takes; default, no legal basis. */
    static final int TEXT_LIMIT = 4000;

    private static final int HARD_LIMIT = 100_000;
    private static final int MOST_DECIMALS = 10;
    private static final int PATTERN_LENGTH = 300;
    private static final Set<String> KNOWN =
            Set.of("required", "minLength", "maxLength", "min", "max", "pattern", "validationType");
    private static final Pattern EXTENSION = Pattern.compile("\\.[a-z0-9]{1,10}");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}|[A-Za-z][A-Za-z0-9_]{0,63}");

    private final ComponentType type;
    private final JsonNode node;
    private final JsonNode validate;
    private final Consumer<String> problem;

    RulesParser(ComponentType type, JsonNode node, Consumer<String> problem) {
        this.type = type;
        this.node = node;
        this.validate = node.path("validate");
        this.problem = problem;
    }

    Component.Rules parse() {
        validate.fieldNames().forEachRemaining(name -> {
            if (!KNOWN.contains(name)) {
                problem.accept("validate '" + name + "' is not supported");
            }
        });
        int minLength = whole(validate, "minLength", 0, HARD_LIMIT);
        int maxLength = whole(validate, "maxLength", TEXT_LIMIT, HARD_LIMIT);
        BigDecimal min = number("min");
        BigDecimal max = number("max");
        if (minLength > maxLength || min != null && max != null && min.compareTo(max) > 0) {
            problem.accept("the least is more than the most");
        }
        if (type == ComponentType.DATE && !"date".equals(node.path("subtype").asText("date"))) {
            problem.accept("only dates without time are supported");
        }
        return new Component.Rules(
                validate.path("required").asBoolean(false),
                minLength,
                maxLength,
                min,
                max,
                whole(node, "decimalDigits", 2, MOST_DECIMALS),
                pattern(),
                format(),
                node.path("disallowPassedDates").asBoolean(false) ? "today" : day("notBefore"),
                day("notAfter"),
                accept(),
                node.path("multiple").asBoolean(false));
    }

    private int whole(JsonNode in, String name, int absent, int most) {
        JsonNode value = in.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return absent;
        }
        if (!value.isIntegralNumber() || value.asLong() < 0 || value.asLong() > most) {
            problem.accept(name + " must be a whole number from 0 to " + most);
            return absent;
        }
        return value.asInt();
    }

    private @Nullable BigDecimal number(String name) {
        JsonNode value = validate.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        // Checked before it becomes a number: 1e999999999 is short to write and long to print.
        var plain = value.isNumber() || value.isTextual() ? Inputs.plainNumber(value.asText()) : null;
        if (plain == null) {
            problem.accept(name + " must be a number");
        }
        return plain;
    }

    private @Nullable String pattern() {
        String pattern = ComponentParser.text(validate, "pattern");
        if (pattern == null || pattern.isEmpty()) {
            return null;
        }
        if (pattern.length() > PATTERN_LENGTH) {
            problem.accept("pattern is longer than " + PATTERN_LENGTH + " characters");
        }
        try {
            Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            problem.accept("pattern cannot be read: " + e.getDescription());
        }
        return pattern;
    }

    private @Nullable String format() {
        String format = ComponentParser.text(validate, "validationType");
        if (format == null || format.isEmpty() || format.equals("custom")) {
            return null;
        }
        if (!Set.of("email", "phone").contains(format)) {
            problem.accept("validationType '" + format + "' is not supported");
        }
        return format;
    }

    private @Nullable String day(String property) {
        String day = ComponentParser.text(node.path("properties"), property);
        if (day != null && (type != ComponentType.DATE || !DAY.matcher(day).matches())) {
            problem.accept(property + " must be today, a date yyyy-MM-dd or a name, on a date field");
        }
        return day;
    }

    private List<String> accept() {
        String accept = ComponentParser.text(node, "accept");
        if (accept == null || accept.isBlank()) {
            return List.of();
        }
        var extensions = Arrays.stream(accept.split(","))
                .map(e -> e.strip().toLowerCase(java.util.Locale.ROOT))
                .toList();
        if (!extensions.stream().allMatch(e -> EXTENSION.matcher(e).matches())) {
            problem.accept("accept must be a list of extensions such as .pdf,.docx");
        }
        return extensions;
    }
}
