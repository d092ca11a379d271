package vn.angiang.plan72.modelling.difference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Set;

/** Takes a form apart: the form and its fields. */
final class FormParts {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> SAID_ELSEWHERE = Set.of("components", "layout", "values");

    private final Parts parts = new Parts();
    private int fields;

    static Parts of(String text) {
        try {
            JsonNode form = JSON.readTree(text);
            if (!form.isObject()) {
                return Parts.UNREADABLE;
            }
            var reader = new FormParts();
            var file = new Part("form", null, "file", "");
            reader.parts.add(file);
            facts(file, form, "");
            reader.components(form.path("components"), "");
            return reader.parts;
        } catch (JsonProcessingException e) {
            return Parts.UNREADABLE;
        }
    }

    private void components(JsonNode components, String group) {
        for (JsonNode component : components) {
            fields++;
            String id = component.path("id").asText("");
            String key = component.path("key").asText(id.isEmpty() ? "#" + fields : id);
            String label = component.path("label").asText(component.path("text").asText(key));
            var part = new Part("field:" + key, id.isEmpty() ? null : id, "field", shortened(label));
            parts.add(part);
            facts(part, component, "");
            for (JsonNode option : component.path("values")) {
                String value = option.path("value").asText();
                part.say(
                        "option:" + value, "option", value, option.path("label").asText());
            }
            if (!group.isEmpty()) {
                part.say("group", "group", "", group);
            }
            parts.layout().put(key, fields + " " + component.path("layout"));
            components(component.path("components"), label);
        }
    }

    private static String shortened(String label) {
        return label.length() > 60 ? label.substring(0, 60) + "…" : label;
    }

    private static void facts(Part part, JsonNode node, String path) {
        node.fields().forEachRemaining(field -> {
            String place = path + field.getKey();
            if (path.isEmpty() && SAID_ELSEWHERE.contains(field.getKey())) {
                return;
            }
            if (field.getValue().isObject()) {
                facts(part, field.getValue(), place + ".");
            } else {
                String value = field.getValue().isValueNode()
                        ? field.getValue().asText()
                        : field.getValue().toString();
                part.say(place, field.getKey(), "", value);
            }
        });
    }
}
