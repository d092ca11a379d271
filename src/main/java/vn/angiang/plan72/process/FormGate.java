package vn.angiang.plan72.process;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks one Camunda Form: the component types and properties that our server renders and validates, no others. */
final class FormGate {

    private static final Set<String> ROOT = Set.of(
            "components",
            "type",
            "id",
            "executionPlatform",
            "executionPlatformVersion",
            "exporter",
            "schemaVersion",
            "versionTag");
    private static final Set<String> COMMON = Set.of("type", "id", "layout", "conditional", "properties");
    private static final Set<String> FIELD = Set.of("key", "label", "description", "validate");
    private static final Set<String> CHOICE = Set.of("values", "valuesKey");

    /** Component type to the properties it may have beside the common ones. */
    static final Map<String, Set<String>> COMPONENTS = Map.ofEntries(
            Map.entry("text", Set.of("text")),
            Map.entry("separator", Set.of()),
            Map.entry("group", Set.of("label", "components", "showOutline")),
            Map.entry("textfield", join(FIELD, Set.of("appearance", "defaultValue", "readonly"))),
            Map.entry("textarea", join(FIELD, Set.of("defaultValue"))),
            Map.entry("number", join(FIELD, Set.of("decimalDigits", "increment", "appearance", "defaultValue"))),
            Map.entry("datetime", join(FIELD, Set.of("subtype", "dateLabel", "disallowPassedDates"))),
            Map.entry("checkbox", join(FIELD, Set.of("defaultValue"))),
            Map.entry("checklist", join(FIELD, CHOICE)),
            Map.entry("radio", join(join(FIELD, CHOICE), Set.of("defaultValue"))),
            Map.entry("select", join(join(FIELD, CHOICE), Set.of("searchable", "defaultValue"))),
            Map.entry("taglist", join(FIELD, CHOICE)),
            Map.entry("filepicker", join(FIELD, Set.of("accept", "multiple"))));

    private static final Set<String> WITHOUT_KEY = Set.of("text", "separator", "group");
    private static final Set<String> VALIDATE =
            Set.of("required", "minLength", "maxLength", "min", "max", "pattern", "validationType");
    private static final Set<String> NUMBERS = Set.of("minLength", "maxLength", "min", "max");
    private static final Set<String> CHECKED_ELSEWHERE = Set.of("conditional", "components", "validate");
    private static final int MAX_TEXT = 4000;

    private static final Pattern KEY = GateExpressions.IDENTIFIER;
    private static final Pattern CODE_IN_TEXT =
            Pattern.compile("<[A-Za-z/!?]|\\{\\{|\\$\\{|#\\{|\\]\\(|javascript:|^\\s*=");
    private static final String OPERAND =
            "(?:[a-z][A-Za-z0-9]{0,63}|\"[^\"\\\\]{0,200}\"|-?[0-9]{1,15}|true|false|null)";
    private static final String COMPARISON = OPERAND + "\\s*(?:=|!=|<=|>=|<|>)\\s*" + OPERAND;
    private static final Pattern HIDE =
            Pattern.compile("=\\s*" + COMPARISON + "(?:\\s+(?:and|or)\\s+" + COMPARISON + "){0,9}+");
    private static final Pattern NESTED_REPEAT = Pattern.compile("[+*}?]\\)[+*{]|\\\\[0-9k]|\\(\\?");
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(30)
                            .maxStringLength(20_000)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** What docs/forms.md explains; anything else has no effect and is refused. */
    private static final Set<String> PROPERTIES = Set.of(
            "route",
            "indicator",
            "denominatorOf",
            "counts",
            "notBefore",
            "notAfter",
            "errorRequired",
            "errorLength",
            "errorRange",
            "errorPattern",
            "errorFormat");

    private static final Pattern INDICATOR = Pattern.compile("[A-Z][A-Z0-9_]{1,39}");
    private static final Pattern DAY_LIMIT = Pattern.compile("today|\\d{4}-\\d{2}-\\d{2}|[a-z][A-Za-z0-9]{0,63}");

    private final GateFindings findings;
    private final ModelGate.References references;
    private final Set<String> keys = new HashSet<>();

    FormGate(GateFindings findings, ModelGate.References references) {
        this.findings = findings;
        this.references = references;
    }

    /** The form, or null when it cannot be read. */
    static @Nullable JsonNode read(byte[] content) {
        try {
            return JSON.readTree(content);
        } catch (IOException e) {
            return null;
        }
    }

    void check(ModelGate.Resource file) {
        JsonNode form;
        try {
            form = JSON.readTree(file.content());
        } catch (JsonProcessingException e) {
            findings.add(null, GateRule.FORM_BROKEN, e.getOriginalMessage());
            return;
        } catch (IOException e) {
            findings.add(null, GateRule.FORM_BROKEN, e.getMessage());
            return;
        }
        String id = form.path("id").asText();
        String key = ModelGate.keyOf(file.name());
        if (!key.equals(id)) {
            findings.add(null, GateRule.FORM_ID, key, id);
        }
        references.form(id, findings);
        properties(null, form, ROOT);
        if (!"default".equals(form.path("type").asText())) {
            findings.add(null, GateRule.FORM_PROPERTY, "type");
        }
        words(null, form);
        if (!form.path("components").isArray()) {
            findings.add(null, GateRule.FORM_BROKEN, "components");
        }
        form.path("components").forEach(this::component);
    }

    private void component(JsonNode component) {
        String id = component.path("id").asText("");
        String type = component.path("type").asText("");
        var own = COMPONENTS.get(type);
        if (own == null) {
            findings.add(id, GateRule.FORM_COMPONENT, type);
            return;
        }
        properties(id, component, join(COMMON, own));
        key(id, type, component);
        words(id, component);
        properties(id, component.path("layout"), Set.of("row", "columns"));
        validation(id, type, component.path("validate"));
        conditional(id, component.path("conditional"));
        route(id, component);
        if (type.equals("datetime") && !component.path("subtype").asText().equals("date")) {
            findings.add(id, GateRule.FORM_PROPERTY, "subtype");
        }
        if (component.has("readonly") && !component.path("readonly").isBoolean()) {
            findings.add(id, GateRule.FORM_PROPERTY, "readonly");
        }
        if (component.has("valuesKey")
                && !KEY.matcher(component.path("valuesKey").asText()).matches()) {
            findings.add(id, GateRule.FORM_PROPERTY, "valuesKey");
        }
        component.path("components").forEach(this::component);
    }

    private void properties(String id, JsonNode node, Set<String> allowed) {
        node.fieldNames().forEachRemaining(name -> {
            if (!allowed.contains(name)) {
                findings.add(id, GateRule.FORM_PROPERTY, name);
            }
        });
    }

    private void key(String id, String type, JsonNode component) {
        String key = component.path("key").asText("");
        boolean wanted = !WITHOUT_KEY.contains(type);
        boolean taken = wanted && !keys.add(key);
        if (wanted
                && (taken
                        || !KEY.matcher(key).matches()
                        || GateExpressions.RESERVED.contains(key)
                        || key.equals("caseNumber"))) {
            findings.add(id, GateRule.FORM_KEY, key);
        }
    }

    /** Every text below the component: form-js and Markdown would run or link what looks like code. */
    private void words(String id, JsonNode node) {
        if (node.isTextual() && CODE_IN_TEXT.matcher(node.asText()).find()) {
            findings.add(id, GateRule.FORM_TEXT, node.asText());
        } else if (node.isArray()) {
            node.forEach(item -> words(id, item));
        } else {
            node.fields().forEachRemaining(field -> {
                if (!CHECKED_ELSEWHERE.contains(field.getKey())) {
                    words(id, field.getValue());
                }
            });
        }
    }

    private void validation(String id, String type, JsonNode validate) {
        properties(id, validate, VALIDATE);
        validate.fields().forEachRemaining(rule -> {
            boolean fit = NUMBERS.contains(rule.getKey())
                    ? rule.getValue().isNumber()
                    : rule.getKey().equals("required")
                            ? rule.getValue().isBoolean()
                            : rule.getValue().isTextual();
            if (!fit) {
                findings.add(id, GateRule.FORM_PROPERTY, "validate." + rule.getKey());
            }
        });
        if (type.equals("textfield") || type.equals("textarea")) {
            int max = validate.path("maxLength").asInt(0);
            if (max < 1 || max > MAX_TEXT) {
                findings.add(id, GateRule.FORM_LENGTH, id);
            }
        }
        String pattern = validate.path("pattern").asText("");
        if (pattern.length() > 100 || NESTED_REPEAT.matcher(pattern).find()) {
            findings.add(id, GateRule.FORM_PATTERN, pattern);
        }
    }

    private void conditional(String id, JsonNode conditional) {
        properties(id, conditional, Set.of("hide"));
        if (conditional.has("hide")
                && !HIDE.matcher(conditional.path("hide").asText()).matches()) {
            findings.add(id, GateRule.FORM_EXPRESSION, conditional.path("hide").asText());
        }
    }

    private void route(String id, JsonNode component) {
        JsonNode properties = component.path("properties");
        properties(id, properties, PROPERTIES);
        for (String limit : List.of("notBefore", "notAfter")) {
            if (properties.has(limit)
                    && !DAY_LIMIT.matcher(properties.path(limit).asText()).matches()) {
                findings.add(id, GateRule.FORM_PROPERTY, limit);
            }
        }
        for (String figure : List.of("indicator", "denominatorOf")) {
            boolean number = component.path("type").asText().equals("number");
            if (properties.has(figure)
                    && !(number
                            && INDICATOR
                                    .matcher(properties.path(figure).asText())
                                    .matches())) {
                findings.add(id, GateRule.FORM_PROPERTY, figure);
            }
        }
        if (properties.has("counts")
                && !(properties.has("indicator")
                        && properties.path("counts").asText().equals("each"))) {
            findings.add(id, GateRule.FORM_PROPERTY, "counts");
        }
        String route = properties.path("route").asText("");
        if (properties.has("route")
                && (!KEY.matcher(route).matches()
                        || GateExpressions.RESERVED.contains(route)
                        || Set.of("caseNumber", "leadUnit", "assignerUnit", "specialFlow")
                                .contains(route))) {
            findings.add(id, GateRule.VARIABLE_NAME, route);
        }
    }

    private static Set<String> join(Set<String> some, Set<String> more) {
        var all = new HashSet<>(some);
        all.addAll(more);
        return Set.copyOf(all);
    }
}
