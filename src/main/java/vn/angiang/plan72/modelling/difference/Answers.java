package vn.angiang.plan72.modelling.difference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.Map;

/** What the routing variables of a version are called on its forms, and what their values are called there. */
final class Answers {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, String> labels = new HashMap<>();
    private final Map<String, String> options = new HashMap<>();

    /** @param files text by name; forms that cannot be read say nothing */
    Answers(Map<String, String> files) {
        files.forEach((name, text) -> {
            if (name.endsWith(".form")) {
                try {
                    components(JSON.readTree(text).path("components"));
                } catch (JsonProcessingException unreadable) {
                    // the comparison of the form itself says so
                }
            }
        });
    }

    private void components(JsonNode components) {
        for (JsonNode component : components) {
            String variable = component.path("properties").path("route").asText("");
            if (!variable.isEmpty()) {
                labels.put(variable, component.path("label").asText(variable));
                component
                        .path("values")
                        .forEach(v -> options.put(
                                variable + "=" + v.path("value").asText(),
                                v.path("label").asText()));
            }
            components(component.path("components"));
        }
    }

    String labelOf(String variable) {
        return labels.containsKey(variable) ? "“" + labels.get(variable) + "”" : variable;
    }

    String answer(String variable, String value) {
        String label = options.get(variable + "=" + value);
        return label == null ? "“" + value + "”" : "“" + label + "”";
    }
}
