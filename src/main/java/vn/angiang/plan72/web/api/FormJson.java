package vn.angiang.plan72.web.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.angiang.plan72.taskform.Component;
import vn.angiang.plan72.taskform.ComponentType;
import vn.angiang.plan72.taskform.FormSchema;

/** A form as a program needs it. */
@Schema(name = "Form")
record FormJson(String id, @Schema(description = "SHA-256 of the released schema") String sha256, List<Field> fields) {

    /** A field. */
    @Schema(name = "FormField")
    record Field(
            String key,
            @Schema(
                            description = "Kind of answer",
                            allowableValues = {
                                "textfield",
                                "textarea",
                                "number",
                                "date",
                                "checkbox",
                                "checklist",
                                "radio",
                                "select",
                                "taglist",
                                "filepicker"
                            })
                    String type,
            String label,
            @Nullable String description,
            boolean required,
            @Schema(description = "Shown, never answered") boolean readonly,
            @Schema(description = "The answer is an array") boolean multiple,
            @Schema(description = "Shortest text, in characters") @Nullable Integer minLength,
            @Schema(description = "Longest text, in characters") @Nullable Integer maxLength,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            @Schema(description = "Digits allowed after the decimal point") @Nullable Integer decimalDigits,
            @Nullable String pattern,
            @Schema(description = "FEEL condition; while it holds the field is left out and its answer ignored")
                    @Nullable
                    String hiddenWhen,
            @Nullable List<Option> options) {}

    /** An answer to choose. */
    @Schema(name = "FormOption")
    record Option(String value, String label) {}

    static FormJson of(FormSchema schema, Map<String, Object> context) {
        return new FormJson(
                schema.id(),
                schema.sha256(),
                schema.fields().stream().map(c -> field(c, context)).toList());
    }

    private static Field field(Component c, Map<String, Object> context) {
        boolean text = c.type() == ComponentType.TEXTFIELD || c.type() == ComponentType.TEXTAREA;
        return new Field(
                c.key(),
                c.type().name().toLowerCase(Locale.ROOT),
                c.label(),
                c.description(),
                c.required(),
                c.readonly(),
                c.type().isMultiple(),
                text && c.minLength() > 0 ? c.minLength() : null,
                text ? c.maxLength() : null,
                c.min(),
                c.max(),
                c.type() == ComponentType.NUMBER ? c.decimalDigits() : null,
                c.pattern(),
                c.hide(),
                c.type().hasOptions() ? options(c, context) : null);
    }

    private static List<Option> options(Component c, Map<String, Object> context) {
        if (c.valuesKey() == null) {
            return c.options().stream()
                    .map(o -> new Option(o.value(), o.label()))
                    .toList();
        }
        return context.get(c.valuesKey()) instanceof List<?> list
                ? list.stream()
                        .filter(Map.class::isInstance)
                        .map(m -> (Map<?, ?>) m)
                        .map(m -> new Option(String.valueOf(m.get("value")), String.valueOf(m.get("label"))))
                        .toList()
                : List.of();
    }
}
