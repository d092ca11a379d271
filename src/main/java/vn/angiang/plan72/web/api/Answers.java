package vn.angiang.plan72.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.angiang.plan72.shared.FieldError;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.taskform.FormSchema;

/** Turns JSON answers into what the form would have sent, so that both are checked alike. */
@Component
class Answers {

    private final ApiInput input;

    Answers(ApiInput input) {
        this.input = input;
    }

    /** @throws Refusal.BadInput when it is no object, a key is none of the form's, or a value has the wrong shape */
    Map<String, List<String>> raw(@Nullable JsonNode answers, FormSchema schema) {
        if (answers == null || !answers.isObject()) {
            throw input.bad("answers", "web.api.error.answers");
        }
        var raw = new HashMap<String, List<String>>();
        var errors = new ArrayList<FieldError>();
        for (var entry : answers.properties()) {
            String key = entry.getKey();
            var field = schema.field(key);
            if (field.isEmpty()) {
                errors.add(new FieldError(key, input.say("web.api.error.unknownField")));
                continue;
            }
            List<String> values = values(entry.getValue(), field.get().type().isMultiple());
            if (values == null) {
                errors.add(new FieldError(key, input.say("web.api.error.shape")));
            } else if (!values.isEmpty()) {
                raw.put(key, values);
            }
        }
        if (!errors.isEmpty()) {
            throw new Refusal.BadInput(errors);
        }
        return raw;
    }

    /** Null when the value has the wrong shape. */
    private static @Nullable List<String> values(JsonNode value, boolean multiple) {
        if (!value.isArray()) {
            String single = value.isNull() ? "" : scalar(value);
            return single == null ? null : single.isEmpty() ? List.of() : List.of(single);
        }
        var values = new ArrayList<String>();
        for (JsonNode element : value) {
            String one = scalar(element);
            if (!multiple || one == null) {
                return null;
            }
            values.add(one);
        }
        return values;
    }

    private static @Nullable String scalar(JsonNode value) {
        if (value.isTextual()) {
            return value.textValue();
        }
        if (value.isBoolean()) {
            return value.booleanValue() ? "true" : "";
        }
        if (!value.isNumber() || (value.isFloatingPointNumber() && !Double.isFinite(value.doubleValue()))) {
            return null;
        }
        // The forms read Vietnamese numbers: a decimal comma, points between thousands.
        return value.decimalValue().toPlainString().replace('.', ',');
    }
}
