package vn.angiang.plan72.taskform;

import java.util.List;
import java.util.Map;

/** The options of a component: from the schema, or from the context by {@code valuesKey}. */
final class Options {

    private Options() {}

    static List<Component.Option> of(Component field, Map<String, Object> context) {
        if (field.valuesKey() == null) {
            return field.options();
        }
        return context.get(field.valuesKey()) instanceof List<?> list
                ? list.stream()
                        .filter(Map.class::isInstance)
                        .map(Map.class::cast)
                        .map(m -> new Component.Option(String.valueOf(m.get("value")), String.valueOf(m.get("label"))))
                        .toList()
                : List.of();
    }
}
