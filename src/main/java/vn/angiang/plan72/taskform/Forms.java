package vn.angiang.plan72.taskform;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import vn.angiang.plan72.process.Feel;
import vn.angiang.plan72.shared.FieldError;

/** Draws forms and checks what comes back, both from the same schema. No input makes it throw. */
@Service
public class Forms {

    /**
     * Name in the context under which a page gives the files uploaded so far: file name by id. When it is there, ids that
     * are not in it are refused and the extensions a field accepts are checked.
     */
    public static final String FILES = "files";

    private final Feel feel;
    private final MessageSource messages;
    private final Clock clock;

    Forms(Feel feel, MessageSource messages, Clock clock) {
        this.feel = feel;
        this.messages = messages;
        this.clock = clock;
    }

    /** The same forms where {@code today} is that of another clock. */
    public Forms at(Clock other) {
        return new Forms(feel, messages, other);
    }

    /**
     * Checks what was sent. Inputs of fields that are left out are not stored, unknown inputs are ignored, and what is
     * wrong stays in {@code raw} as it was typed.
     *
     * @param raw inputs by field key, as a browser sends them
     * @param context facts the form may use in conditions and options
     */
    public FormResult check(
            FormSchema schema, Map<String, List<String>> raw, Map<String, Object> context, Locale locale) {
        return result(schema, state(schema, raw, context, locale), raw);
    }

    /**
     * The form with what was typed so far and the mistakes beside their fields. With empty {@code raw} every field has
     * the fact of its name in the context, or its default.
     */
    public FormView view(
            FormSchema schema,
            Map<String, List<String>> raw,
            Map<String, Object> context,
            List<FieldError> errors,
            Locale locale) {
        var filled = raw.isEmpty() ? given(schema, context) : raw;
        var state = state(schema, filled, context, locale);
        var answers = result(schema, state, filled).answers();
        return drawing(schema, context, locale).view(state, errors, answers);
    }

    /**
     * What was typed, for drawing the fields anew after an answer: a field that was not on the page yet gets its fact or
     * default, as it would have had. Inputs of text send something even when empty, so one that sent nothing was not there.
     */
    public Map<String, List<String>> again(
            FormSchema schema, Map<String, List<String>> raw, Map<String, Object> context) {
        var filled = new HashMap<>(raw);
        for (Component field : schema.fields()) {
            if (field.type().alwaysSends()) {
                filled.computeIfAbsent(field.key(), key -> FormState.given(field, context));
            }
        }
        return filled;
    }

    /** Typed answers as a browser would send them, to show them in the form again. */
    public Map<String, List<String>> raw(FormSchema schema, Map<String, Object> answers) {
        var raw = new HashMap<String, List<String>>();
        for (Component field : schema.fields()) {
            Object value = answers.get(field.key());
            if (value != null) {
                raw.put(field.key(), FormState.asTyped(field, value));
            }
        }
        return raw;
    }

    /** Answers in words, in the order of the form: labels of options, dd/MM/yyyy, grouped numbers. */
    public List<FormView.Answer> summary(
            FormSchema schema, Map<String, Object> answers, Map<String, Object> context, Locale locale) {
        return drawing(schema, context, locale).summary(answers);
    }

    private static FormResult result(FormSchema schema, FormState state, Map<String, List<String>> raw) {
        var answers = new LinkedHashMap<String, Object>();
        var errors = new ArrayList<FieldError>();
        for (Component field : schema.fields()) {
            boolean dropped = state.isHidden(field)
                    || state.isLocked(field) && !field.lock().stored();
            if (dropped) {
                continue;
            }
            var checked = state.checked(field);
            if (checked.mistake() != null && !state.isLocked(field)) {
                errors.add(new FieldError(field.key(), checked.mistake()));
            } else if (checked.value() != null) {
                answers.put(field.key(), checked.value());
            }
        }
        return new FormResult(answers, List.copyOf(errors), raw);
    }

    private static Map<String, List<String>> given(FormSchema schema, Map<String, Object> context) {
        var given = new HashMap<String, List<String>>();
        schema.fields().forEach(field -> given.put(field.key(), FormState.given(field, context)));
        return given;
    }

    private FormState state(
            FormSchema schema, Map<String, List<String>> raw, Map<String, Object> context, Locale locale) {
        return new FormState(
                schema, raw, context, feel, new FormCheck(context, new FormWords(messages, locale), clock));
    }

    private FormDrawing drawing(FormSchema schema, Map<String, Object> context, Locale locale) {
        return new FormDrawing(schema, context, new FormWords(messages, locale));
    }
}
