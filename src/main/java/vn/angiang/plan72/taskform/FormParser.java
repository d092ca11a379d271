package vn.angiang.plan72.taskform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a schema and collects everything that is not allowed. What is not understood is refused, never ignored. */
final class FormParser {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,63}");
    private static final int COMPONENT_LIMIT = 200;
    private static final int LENGTH_LIMIT = 500_000;
    private static final Set<String> FORM = Set.of(
            "type",
            "id",
            "components",
            "schemaVersion",
            "executionPlatform",
            "executionPlatformVersion",
            "exporter",
            "$schema");
    /** Names a page or FEEL has a meaning of its own for. */
    private static final Set<String> RESERVED = Set.of(
            "action",
            "method",
            "submit",
            "reset",
            "target",
            "name",
            "id",
            "elements",
            "length",
            "dataset",
            "enctype",
            "encoding",
            "novalidate",
            "revision",
            "lang",
            "and",
            "or",
            "not",
            "if",
            "then",
            "else",
            "for",
            "in",
            "return",
            "some",
            "every",
            "satisfies",
            "between",
            "instance",
            "of",
            "function",
            "true",
            "false",
            "null");

    private final List<String> problems = new ArrayList<>();
    private final List<Component> components = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();
    private final Set<String> routes = new HashSet<>();
    private int groups;

    FormSchema parse(String json) {
        JsonNode root = read(json);
        root.fieldNames().forEachRemaining(name -> {
            if (!FORM.contains(name)) {
                problems.add("form: '" + name + "' is not supported");
            }
        });
        String id = root.path("id").asText("");
        if (!KEY.matcher(id).matches()) {
            problems.add("id: missing, or not letters and digits only");
        }
        if (!root.path("components").isArray()) {
            problems.add("components: missing");
        }
        addAll(root.path("components"), null, List.of());
        if (components.size() > COMPONENT_LIMIT) {
            problems.add("components: more than " + COMPONENT_LIMIT);
        }
        if (!problems.isEmpty()) {
            throw new InvalidForm(problems);
        }
        return new FormSchema(id, List.copyOf(components), FormSchema.sha256(json), json);
    }

    private static JsonNode read(String json) {
        if (json.length() > LENGTH_LIMIT) {
            throw new InvalidForm(List.of("longer than " + LENGTH_LIMIT + " characters"));
        }
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

    private void addAll(JsonNode nodes, Component.@Nullable Group group, List<String> groupHide) {
        for (JsonNode node : nodes) {
            String name = node.path("type").asText("");
            var type = ComponentType.of(name);
            if (type.isEmpty()) {
                problems.add("component type '" + name + "' is not allowed");
            } else if (type.get() == ComponentType.GROUP) {
                group(node, group);
            } else {
                var parsed = new ComponentParser(type.get(), node, problems).parse(group, groupHide);
                components.add(parsed);
                names(parsed);
            }
        }
    }

    private void group(JsonNode node, Component.@Nullable Group outer) {
        var attributes = new ComponentParser(ComponentType.GROUP, node, problems);
        if (outer != null) {
            problems.add("group '" + attributes.label() + "': a group within a group is not allowed");
            return;
        }
        attributes.known();
        addAll(node.path("components"), new Component.Group(++groups, attributes.label()), attributes.hide(List.of()));
    }

    private void names(Component component) {
        String key = component.key();
        if (!component.type().isField()) {
            return;
        }
        if (!KEY.matcher(key).matches()) {
            problems.add("key '" + key + "': letters, digits and _ only, a letter first, at most 64");
        } else if (RESERVED.contains(key)) {
            problems.add("key '" + key + "' is reserved; choose another");
        } else if (!keys.add(key)) {
            problems.add("key '" + key + "' stands twice");
        }
        String route = component.route();
        if (route != null && !KEY.matcher(route).matches()) {
            problems.add(key + ": route '" + route + "' is not a variable name");
        } else if (route != null && !routes.add(route)) {
            problems.add(key + ": route '" + route + "' stands twice");
        }
    }
}
