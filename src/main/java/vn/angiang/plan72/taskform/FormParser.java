package vn.angiang.plan72.taskform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Reads a schema and collects everything that is not allowed. */
final class FormParser {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,63}");
    private static final int TEXT_LIMIT = 4000;
    private static final int COMPONENT_LIMIT = 200;

    private final List<String> problems = new ArrayList<>();
    private final List<Component> components = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();
    private String id = "";

    FormSchema parse(String json) {
        JsonNode root = read(json);
        id = root.path("id").asText("");
        if (id.isBlank()) {
            problems.add("id: missing");
        }
        if (!root.path("components").isArray()) {
            problems.add("components: missing");
        }
        addAll(root.path("components"), null);
        if (components.size() > COMPONENT_LIMIT) {
            problems.add("components: more than " + COMPONENT_LIMIT);
        }
        if (!problems.isEmpty()) {
            throw new InvalidForm(problems);
        }
        return new FormSchema(id, List.copyOf(components), FormSchema.sha256(json), json);
    }

    private JsonNode read(String json) {
        try {
            JsonNode root = JSON.readTree(json);
            if (root == null || !root.isObject()) {
                throw new InvalidForm(List.of("not a form"));
            }
            return root;
        } catch (JsonProcessingException e) {
            throw new InvalidForm(List.of("not JSON: " + e.getOriginalMessage()));
        }
    }

    private void addAll(JsonNode nodes, @Nullable String group) {
        for (JsonNode node : nodes) {
            String name = node.path("type").asText("");
            var type = ComponentType.of(name);
            if (type.isEmpty()) {
                problems.add("type '" + name + "' is not allowed");
            } else if (type.get() == ComponentType.GROUP) {
                if (node.hasNonNull("path") || node.path("isRepeating").asBoolean(false)) {
                    problems.add("group '" + node.path("label").asText("") + "': repeating groups are not allowed");
                }
                addAll(node.path("components"), node.path("label").asText(""));
            } else {
                components.add(component(type.get(), node, group));
            }
        }
    }

    private Component component(ComponentType type, JsonNode node, @Nullable String group) {
        String key = node.path("key").asText("");
        JsonNode validate = node.path("validate");
        if (type.isField()) {
            checkKey(key);
        }
        if (type == ComponentType.DATE && !"date".equals(node.path("subtype").asText("date"))) {
            problems.add(key + ": only dates without time are allowed");
        }
        if (node.hasNonNull("valuesExpression")) {
            problems.add(key + ": options by expression are not allowed");
        }
        String label = node.hasNonNull("label")
                ? node.path("label").asText()
                : node.path("dateLabel").asText("");
        if (type.isField() && label.isBlank()) {
            problems.add(key + ": label missing");
        }
        return new Component(
                type,
                key,
                label,
                text(node, "description"),
                text(node, "text"),
                options(type, node, key),
                text(node, "valuesKey"),
                text(node, "defaultValue"),
                node.path("readonly").asBoolean(false) || node.path("disabled").asBoolean(false),
                validate.path("required").asBoolean(false),
                validate.path("minLength").asInt(0),
                Math.min(validate.path("maxLength").asInt(TEXT_LIMIT), 100_000),
                number(validate, "min"),
                number(validate, "max"),
                node.path("decimalDigits").asInt(type == ComponentType.NUMBER ? 6 : 0),
                pattern(validate, key),
                text(node.path("conditional"), "hide"),
                text(node.path("properties"), "route"),
                group);
    }

    private void checkKey(String key) {
        if (!KEY.matcher(key).matches()) {
            problems.add("key '" + key + "': letters and digits only");
        } else if (!keys.add(key)) {
            problems.add("key '" + key + "' stands twice");
        }
    }

    private List<Component.Option> options(ComponentType type, JsonNode node, String key) {
        var options = new ArrayList<Component.Option>();
        for (JsonNode value : node.path("values")) {
            options.add(new Component.Option(
                    value.path("value").asText(""), value.path("label").asText("")));
        }
        if (type.hasOptions() && options.isEmpty() && !node.hasNonNull("valuesKey")) {
            problems.add(key + ": no options");
        }
        return List.copyOf(options);
    }

    private @Nullable String pattern(JsonNode validate, String key) {
        String pattern = text(validate, "pattern");
        if (pattern != null) {
            try {
                Pattern.compile(pattern);
            } catch (PatternSyntaxException e) {
                problems.add(key + ": pattern cannot be read");
            }
            if (pattern.length() > 200 || pattern.matches(".*[+*}]\\)?[+*{].*")) {
                problems.add(key + ": pattern could run very long");
            }
        }
        return pattern;
    }

    private @Nullable BigDecimal number(JsonNode node, String name) {
        try {
            return node.hasNonNull(name) ? new BigDecimal(node.path(name).asText()) : null;
        } catch (NumberFormatException e) {
            problems.add(name + ": not a number");
            return null;
        }
    }

    private static @Nullable String text(JsonNode node, String name) {
        return node.hasNonNull(name) ? node.path(name).asText() : null;
    }
}
