package vn.angiang.plan72.taskform;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.angiang.plan72.shared.FieldError;

/** Makes a form, or its answers, ready to be drawn. */
final class FormDrawing {

    private final FormSchema schema;
    private final Map<String, Object> context;
    private final FormWords words;

    FormDrawing(FormSchema schema, Map<String, Object> context, FormWords words) {
        this.schema = schema;
        this.context = context;
        this.words = words;
    }

    FormView view(FormState state, List<FieldError> errors, Map<String, Object> answers) {
        Map<String, String> wrong =
                errors.stream().collect(Collectors.toMap(FieldError::field, FieldError::message, (a, b) -> a));
        var sections = new ArrayList<FormView.Section>();
        var fields = new ArrayList<FormView.Field>();
        Component.Group group = null;
        int number = 0;
        for (Component c : schema.components()) {
            number++;
            if (state.isHidden(c)) {
                continue;
            }
            if (!Objects.equals(group, c.group()) && !fields.isEmpty()) {
                sections.add(section(group, fields));
                fields.clear();
            }
            group = c.group();
            fields.add(field(c, c.type().isField() ? "f-" + c.key() : "t-" + number, state, wrong.get(c.key())));
        }
        if (!fields.isEmpty()) {
            sections.add(section(group, fields));
        }
        return new FormView(
                schema.id(),
                List.copyOf(sections),
                schema.deciding(),
                !schema.fileKeys().isEmpty(),
                summary(answers));
    }

    private static FormView.Section section(Component.@Nullable Group group, List<FormView.Field> fields) {
        boolean named = group != null && !group.label().isEmpty();
        return new FormView.Section(named ? group.label() : null, List.copyOf(fields));
    }

    private FormView.Field field(Component c, String id, FormState state, @Nullable String error) {
        List<String> values = c.type().isField() ? state.typed(c) : List.of();
        boolean locked = state.isLocked(c);
        Object value = c.type().isField() ? state.checked(c).value() : null;
        return new FormView.Field(
                c.type().name().toLowerCase(Locale.ROOT),
                id,
                c.key(),
                c.label(),
                c.description(),
                c.text() == null ? List.of() : TextBlock.of(c.text()),
                values,
                choices(c, id, values),
                c.required(),
                locked,
                locked && value != null ? inWords(c, value) : "",
                c.maxLength(),
                c.rules().multiple(),
                c.suffix(),
                c.rules().accept().isEmpty() ? null : String.join(",", c.rules().accept()),
                error);
    }

    /** The first choice carries the field's id, so that a link to the field lands on it. */
    private List<FormView.Choice> choices(Component c, String id, List<String> values) {
        var choices = new ArrayList<FormView.Choice>();
        for (Component.Option o : Options.of(c, context)) {
            String choiceId = choices.isEmpty() ? id : id + "-" + choices.size();
            choices.add(new FormView.Choice(choiceId, o.value(), o.label(), values.contains(o.value())));
        }
        return List.copyOf(choices);
    }

    /** Answers in words, in the order of the form. */
    List<FormView.Answer> summary(Map<String, Object> answers) {
        var summary = new ArrayList<FormView.Answer>();
        for (Component c : schema.fields()) {
            Object value = answers.get(c.key());
            if (value == null) {
                continue;
            }
            boolean files = c.type() == ComponentType.FILEPICKER;
            List<String> ids = files && value instanceof List<?> list
                    ? list.stream().map(String::valueOf).toList()
                    : List.of();
            summary.add(new FormView.Answer(c.key(), c.label(), files ? "" : inWords(c, value), ids));
        }
        return List.copyOf(summary);
    }

    private String inWords(Component c, Object value) {
        return switch (c.type()) {
            case DATE -> Inputs.date(value.toString()).map(FormWords::date).orElse(value.toString());
            case CHECKBOX -> words.say("true".equals(value.toString()) ? "taskform.yes" : "taskform.no");
            case NUMBER -> number(c, value);
            case RADIO, SELECT -> label(c, value.toString());
            case CHECKLIST, TAGLIST ->
                value instanceof List<?> list
                        ? list.stream().map(v -> label(c, String.valueOf(v))).collect(Collectors.joining("\n"))
                        : value.toString();
            default -> value.toString();
        };
    }

    private static String number(Component c, Object value) {
        BigDecimal number = Inputs.plainNumber(value.toString());
        String text = number == null ? value.toString() : FormWords.number(number);
        return c.suffix() == null ? text : text + " " + c.suffix();
    }

    private String label(Component c, String value) {
        return Options.of(c, context).stream()
                .filter(o -> o.value().equals(value))
                .map(Component.Option::label)
                .findFirst()
                .orElse(value);
    }
}
