package vn.angiang.plan72.taskform;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import vn.angiang.plan72.process.Feel;
import vn.angiang.plan72.shared.FieldError;

/** Draws forms and checks what comes back, both from the same schema. No input makes it throw. */
@Service
public class Forms {

    private final Feel feel;
    private final MessageSource messages;

    Forms(Feel feel, MessageSource messages) {
        this.feel = feel;
        this.messages = messages;
    }

    /** Checks what was sent. Inputs of hidden fields are left out; unknown inputs are ignored. */
    public FormResult check(
            FormSchema schema, Map<String, List<String>> raw, Map<String, Object> context, Locale locale) {
        Set<String> hidden = hidden(schema, raw, context, locale);
        var check = new FormCheck(raw, context, messages, locale);
        schema.fields().stream()
                .filter(f -> !hidden.contains(f.key()) && !f.readonly())
                .forEach(check::check);
        return new FormResult(check.answers(), List.copyOf(check.errors()), raw);
    }

    /** The form with what was typed so far (or defaults) and the mistakes beside their fields. */
    public FormView view(
            FormSchema schema,
            Map<String, List<String>> raw,
            Map<String, Object> context,
            List<FieldError> errors,
            Locale locale) {
        var filled = withDefaults(schema, raw);
        Set<String> hidden = hidden(schema, filled, context, locale);
        Map<String, String> wrong =
                errors.stream().collect(Collectors.toMap(FieldError::field, FieldError::message, (a, b) -> a));
        var fields = new ArrayList<FormView.Field>();
        String group = null;
        int plain = 0;
        for (Component c : schema.components()) {
            String name = c.key().isEmpty() ? "p" + plain++ : c.key();
            if (isHidden(c, hidden, filled, context, schema, locale)) {
                continue;
            }
            String heading = c.group() != null && !c.group().equals(group) ? c.group() : null;
            group = c.group();
            fields.add(field(c, "f-" + name, filled, context, wrong.get(c.key()), heading));
        }
        return new FormView(
                schema.id(), fields, schema.hasConditions(), !schema.fileKeys().isEmpty());
    }

    /** Typed answers as a browser would send them, to show them in the form again. */
    public Map<String, List<String>> raw(FormSchema schema, Map<String, Object> answers) {
        var raw = new HashMap<String, List<String>>();
        for (Component c : schema.fields()) {
            Object value = answers.get(c.key());
            if (value instanceof List<?> list) {
                raw.put(c.key(), list.stream().map(String::valueOf).toList());
            } else if (value != null) {
                raw.put(c.key(), List.of(c.type() == ComponentType.DATE ? day(value.toString()) : value.toString()));
            }
        }
        return raw;
    }

    /** Answers in words, in the order of the form: labels of options, dd/MM/yyyy, grouped numbers. */
    public List<FormView.Answer> summary(
            FormSchema schema, Map<String, Object> answers, Map<String, Object> context, Locale locale) {
        var summary = new ArrayList<FormView.Answer>();
        for (Component c : schema.fields()) {
            Object value = answers.get(c.key());
            if (value == null) {
                continue;
            }
            boolean files = c.type() == ComponentType.FILEPICKER;
            List<String> ids = files && value instanceof List<?> l
                    ? l.stream().map(String::valueOf).toList()
                    : List.of();
            summary.add(new FormView.Answer(c.key(), c.label(), files ? "" : words(c, value, context, locale), ids));
        }
        return summary;
    }

    private String words(Component c, Object value, Map<String, Object> context, Locale locale) {
        return switch (c.type()) {
            case DATE -> day(value.toString());
            case CHECKBOX ->
                messages.getMessage(Boolean.TRUE.equals(value) ? "taskform.yes" : "taskform.no", null, "", locale);
            case NUMBER ->
                value instanceof Number n
                        ? NumberFormat.getInstance(Locale.forLanguageTag("vi"))
                                .format(n instanceof BigDecimal d ? d : n.longValue())
                        : value.toString();
            case RADIO, SELECT -> label(c, value.toString(), context);
            case CHECKLIST, TAGLIST ->
                value instanceof List<?> list
                        ? list.stream()
                                .map(v -> label(c, String.valueOf(v), context))
                                .collect(Collectors.joining("\n"))
                        : value.toString();
            default -> value.toString();
        };
    }

    private static String label(Component c, String value, Map<String, Object> context) {
        return Options.of(c, context).stream()
                .filter(o -> o.value().equals(value))
                .map(Component.Option::label)
                .findFirst()
                .orElse(value);
    }

    private static String day(String iso) {
        return Inputs.date(iso)
                .map(d -> "%02d/%02d/%d".formatted(d.getDayOfMonth(), d.getMonthValue(), d.getYear()))
                .orElse(iso);
    }

    private FormView.Field field(
            Component c,
            String id,
            Map<String, List<String>> raw,
            Map<String, Object> context,
            @Nullable String error,
            @Nullable String heading) {
        List<String> values = raw.getOrDefault(c.key(), List.of());
        var choices = new ArrayList<FormView.Choice>();
        int i = 0;
        for (Component.Option o : Options.of(c, context)) {
            choices.add(new FormView.Choice(
                    i++ == 0 ? id : id + "-" + i, o.value(), o.label(), values.contains(o.value())));
        }
        return new FormView.Field(
                c.type().name().toLowerCase(Locale.ROOT),
                id,
                c.key(),
                c.label(),
                c.description(),
                c.text(),
                values,
                choices,
                c.required(),
                c.readonly(),
                c.maxLength(),
                error,
                heading);
    }

    private static Map<String, List<String>> withDefaults(FormSchema schema, Map<String, List<String>> raw) {
        var filled = new HashMap<>(raw);
        for (Component c : schema.fields()) {
            if (c.defaultValue() != null && raw.isEmpty()) {
                filled.put(c.key(), List.of(c.defaultValue()));
            }
        }
        return filled;
    }

    private boolean isHidden(
            Component c,
            Set<String> hidden,
            Map<String, List<String>> raw,
            Map<String, Object> context,
            FormSchema schema,
            Locale locale) {
        if (c.type().isField()) {
            return hidden.contains(c.key());
        }
        return c.hide() != null && feel.test(c.hide(), names(schema, raw, context, hidden, locale));
    }

    /** Keys left out: a hidden field's answer counts as missing for the conditions of others, until nothing changes. */
    private Set<String> hidden(
            FormSchema schema, Map<String, List<String>> raw, Map<String, Object> context, Locale locale) {
        Set<String> hidden = Set.of();
        for (int round = 0; round <= schema.components().size(); round++) {
            var names = names(schema, raw, context, hidden, locale);
            Set<String> now = new HashSet<>();
            for (Component c : schema.fields()) {
                if (c.hide() != null && feel.test(c.hide(), names)) {
                    now.add(c.key());
                }
            }
            if (now.equals(hidden)) {
                break;
            }
            hidden = now;
        }
        return hidden;
    }

    private Map<String, Object> names(
            FormSchema schema,
            Map<String, List<String>> raw,
            Map<String, Object> context,
            Set<String> hidden,
            Locale locale) {
        var names = new HashMap<>(context);
        var check = new FormCheck(raw, context, messages, locale);
        schema.fields().forEach(f -> names.put(f.key(), null));
        schema.fields().stream().filter(f -> !hidden.contains(f.key())).forEach(check::check);
        names.putAll(check.answers());
        return names;
    }
}
