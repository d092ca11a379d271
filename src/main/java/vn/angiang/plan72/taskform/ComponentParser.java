package vn.angiang.plan72.taskform;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.angiang.plan72.process.Feel;

/** Reads one component; adds what is not allowed to the form's problems. */
final class ComponentParser {

    private static final int OPTION_LIMIT = 500;
    private static final int OPTION_LENGTH = 255;
    /** What only says how a component looks is accepted and left alone: layout, appearance and the like. */
    private static final Set<String> COMMON = Set.of(
            "type",
            "id",
            "key",
            "label",
            "description",
            "layout",
            "appearance",
            "properties",
            "conditional",
            "readonly",
            "disabled",
            "defaultValue",
            "validate");

    private static final Map<ComponentType, Set<String>> MORE = Map.of(
            ComponentType.TEXT, Set.of("text"),
            ComponentType.DATE, Set.of("subtype", "dateLabel", "disallowPassedDates", "use24h", "timeInterval"),
            ComponentType.NUMBER, Set.of("decimalDigits", "increment", "serializeToString"),
            ComponentType.RADIO, Set.of("values", "valuesKey"),
            ComponentType.CHECKLIST, Set.of("values", "valuesKey"),
            ComponentType.SELECT, Set.of("values", "valuesKey", "searchable"),
            ComponentType.TAGLIST, Set.of("values", "valuesKey", "searchable"),
            ComponentType.FILEPICKER, Set.of("multiple", "accept"),
            ComponentType.GROUP, Set.of("components", "showOutline", "verticalAlignment"),
            ComponentType.SPACER, Set.of("height"));

    private final ComponentType type;
    private final JsonNode node;
    private final String key;
    private final List<String> problems;

    ComponentParser(ComponentType type, JsonNode node, List<String> problems) {
        this.type = type;
        this.node = node;
        this.key = type.isField() ? node.path("key").asText("") : "";
        this.problems = problems;
    }

    Component parse(Component.@Nullable Group group, List<String> groupHide) {
        known();
        if (type.isField() && label().isBlank()) {
            problem("label missing");
        }
        for (String shown : List.of("label", "dateLabel", "description", "text")) {
            String words = node.path(shown).asText("");
            if (words.startsWith("=") || words.contains("{{")) {
                problem(shown + " by expression is not supported");
            }
        }
        var options = options();
        var rules = new RulesParser(type, node, this::problem).parse();
        return new Component(
                type,
                key,
                label(),
                text(node, "description"),
                text(node, "text"),
                options,
                text(node, "valuesKey"),
                defaults(),
                rules,
                hide(groupHide),
                lock(),
                text(node.path("appearance"), "suffixAdorner"),
                route(rules),
                figure(),
                group,
                words());
    }

    String label() {
        return (node.hasNonNull("label") ? node.path("label") : node.path("dateLabel"))
                .asText("")
                .strip();
    }

    /** Refuses attributes nobody here would heed. */
    void known() {
        node.fieldNames().forEachRemaining(name -> {
            if (!COMMON.contains(name) && !MORE.getOrDefault(type, Set.of()).contains(name)) {
                problem("'" + name + "' is not supported");
            }
        });
        node.path("conditional").fieldNames().forEachRemaining(name -> {
            if (!name.equals("hide")) {
                problem("conditional '" + name + "' is not supported");
            }
        });
        if (node.path("serializeToString").asBoolean(false)) {
            problem("numbers as text are not supported");
        }
    }

    List<String> hide(List<String> groupHide) {
        String own = text(node.path("conditional"), "hide");
        if (own == null || own.isBlank()) {
            return groupHide;
        }
        feel("conditional.hide", own);
        var all = new ArrayList<>(groupHide);
        if (!all.contains(own)) {
            all.add(own);
        }
        return List.copyOf(all);
    }

    private Component.Lock lock() {
        for (String name : List.of("disabled", "readonly")) {
            JsonNode value = node.path(name);
            if (value.isTextual() && !value.asText().isBlank()) {
                feel(name, value.asText());
                return new Component.Lock(value.asText(), name.equals("readonly"));
            }
            if (value.asBoolean(false)) {
                return new Component.Lock("true", name.equals("readonly"));
            }
        }
        return Component.Lock.NONE;
    }

    private void feel(String where, String expression) {
        Feel.problem(expression).ifPresent(p -> problem(where + " '" + expression + "': " + p));
    }

    private List<Component.Option> options() {
        var options = new ArrayList<Component.Option>();
        var values = new HashSet<String>();
        for (JsonNode value : node.path("values")) {
            var option = new Component.Option(
                    value.path("value").asText("").strip(),
                    value.path("label").asText("").strip());
            if (option.value().isEmpty()
                    || option.label().isEmpty()
                    || option.value().length() > OPTION_LENGTH) {
                problem("an option needs a value of at most " + OPTION_LENGTH + " characters and a label");
            } else if (!values.add(option.value())) {
                problem("option '" + option.value() + "' stands twice");
            }
            options.add(option);
        }
        if (type.hasOptions() && options.isEmpty() == !node.hasNonNull("valuesKey")) {
            problem("needs either values or valuesKey");
        }
        if (options.size() > OPTION_LIMIT) {
            problem("more than " + OPTION_LIMIT + " options");
        }
        return List.copyOf(options);
    }

    private List<String> defaults() {
        JsonNode value = node.path("defaultValue");
        if (value.isArray()) {
            var all = new ArrayList<String>();
            value.forEach(v -> all.add(v.asText()));
            return List.copyOf(all);
        }
        if (value.isNumber()) {
            var number = Inputs.plainNumber(value.asText());
            return number == null ? List.of() : List.of(Inputs.typed(number));
        }
        return value.isMissingNode() || value.isNull() || value.asText().isEmpty()
                ? List.of()
                : List.of(value.asText());
    }

    private @Nullable String route(Component.Rules rules) {
        String route = text(node.path("properties"), "route");
        if (route == null) {
            return null;
        }
        boolean fits = type.isField()
                && type != ComponentType.FILEPICKER
                && !(type == ComponentType.NUMBER && rules.decimalDigits() > 0)
                && rules.maxLength() <= RulesParser.TEXT_LIMIT;
        if (!fits) {
            problem("cannot route: the engine takes text up to " + RulesParser.TEXT_LIMIT
                    + " characters, yes or no, whole numbers, dates and lists of options");
        }
        return route;
    }

    private Component.@Nullable Figure figure() {
        String whole = text(node.path("properties"), "indicator");
        String denominator = text(node.path("properties"), "denominatorOf");
        if (whole == null && denominator == null) {
            return null;
        }
        if (type != ComponentType.NUMBER || (whole != null && denominator != null)) {
            problem("only a number counts for an indicator, and for one");
        }
        boolean each = "each".equals(text(node.path("properties"), "counts"));
        return whole == null ? new Component.Figure(denominator, true, each) : new Component.Figure(whole, false, each);
    }

    private Map<String, String> words() {
        var words = new HashMap<String, String>();
        node.path("properties").fields().forEachRemaining(e -> {
            if (e.getKey().startsWith("error")) {
                words.put(e.getKey(), e.getValue().asText().strip());
                if (!FormWords.OWN.contains(e.getKey())) {
                    problem("property '" + e.getKey() + "' is not one of " + FormWords.OWN);
                }
            }
        });
        return Map.copyOf(words);
    }

    private void problem(String what) {
        String where = key.isEmpty() ? node.path("type").asText() + " '" + label() + "'" : key;
        problems.add(where + ": " + what);
    }

    static @Nullable String text(JsonNode node, String name) {
        return node.hasNonNull(name) ? node.path(name).asText() : null;
    }
}
