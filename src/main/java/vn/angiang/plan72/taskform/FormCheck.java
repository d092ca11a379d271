package vn.angiang.plan72.taskform;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import vn.angiang.plan72.shared.FieldError;
import vn.angiang.plan72.shared.Texts;

/** Checks one component's input and gives its value, or says what is wrong with it. */
final class FormCheck {

    private static final int MOST_CHOICES = 500;

    private final Map<String, List<String>> raw;
    private final Map<String, Object> context;
    private final MessageSource messages;
    private final Locale locale;
    private final List<FieldError> errors = new ArrayList<>();
    private final Map<String, Object> answers = new LinkedHashMap<>();

    FormCheck(Map<String, List<String>> raw, Map<String, Object> context, MessageSource messages, Locale locale) {
        this.raw = raw;
        this.context = context;
        this.messages = messages;
        this.locale = locale;
    }

    List<FieldError> errors() {
        return errors;
    }

    Map<String, Object> answers() {
        return answers;
    }

    void check(Component field) {
        int before = errors.size();
        Object value = value(field);
        if (value == null && field.required() && errors.size() == before) {
            error(
                    field,
                    field.type().hasOptions() || field.type() == ComponentType.CHECKBOX
                            ? "taskform.error.choose"
                            : field.type() == ComponentType.FILEPICKER
                                    ? "taskform.error.attach"
                                    : "taskform.error.enter");
        }
        if (value != null && errors.size() == before) {
            answers.put(field.key(), value);
        }
    }

    private @Nullable Object value(Component field) {
        return switch (field.type()) {
            case TEXTFIELD, TEXTAREA -> text(field);
            case NUMBER -> number(field);
            case DATE -> date(field);
            case CHECKBOX ->
                Inputs.checked(Inputs.first(raw, field.key())) ? Boolean.TRUE : field.required() ? null : Boolean.FALSE;
            case RADIO, SELECT -> choice(field);
            case CHECKLIST, TAGLIST -> choices(field);
            case FILEPICKER -> files(field);
            default -> null;
        };
    }

    private @Nullable String text(Component field) {
        String text = Texts.clean(Inputs.first(raw, field.key()));
        if (field.type() == ComponentType.TEXTFIELD) {
            text = text.replace('\n', ' ');
        }
        int length = text.codePointCount(0, text.length());
        if (length > field.maxLength()) {
            error(field, "taskform.error.tooLong", field.maxLength(), length);
            return null;
        }
        if (length > 0 && length < field.minLength()) {
            error(field, "taskform.error.tooShort", field.minLength());
            return null;
        }
        if (length > 0 && field.pattern() != null && !Pattern.matches(field.pattern(), text)) {
            error(field, "taskform.error.pattern");
            return null;
        }
        return Inputs.blankToNull(text);
    }

    private @Nullable Object number(Component field) {
        String typed = Inputs.first(raw, field.key());
        if (typed.isBlank()) {
            return null;
        }
        Optional<BigDecimal> number = Inputs.number(typed);
        if (number.isEmpty()) {
            error(field, "taskform.error.number");
            return null;
        }
        BigDecimal value = number.get();
        if (value.stripTrailingZeros().scale() > field.decimalDigits()) {
            error(
                    field,
                    field.decimalDigits() == 0 ? "taskform.error.whole" : "taskform.error.decimals",
                    field.decimalDigits());
            return null;
        }
        boolean below = field.min() != null && value.compareTo(field.min()) < 0;
        boolean above = field.max() != null && value.compareTo(field.max()) > 0;
        if (below || above) {
            range(field);
            return null;
        }
        return Inputs.plain(value);
    }

    private void range(Component field) {
        if (field.min() != null && field.max() != null) {
            error(field, "taskform.error.range", shown(field.min()), shown(field.max()));
        } else if (field.min() != null) {
            error(field, "taskform.error.min", shown(field.min()));
        } else {
            error(field, "taskform.error.max", shown(field.max()));
        }
    }

    private static String shown(@Nullable BigDecimal number) {
        return number == null ? "" : number.toPlainString();
    }

    private @Nullable String date(Component field) {
        String typed = Inputs.first(raw, field.key());
        if (typed.isBlank()) {
            return null;
        }
        Optional<LocalDate> date = Inputs.date(typed);
        if (date.isEmpty() || date.get().getYear() < 1900 || date.get().getYear() > 2100) {
            error(field, "taskform.error.date");
            return null;
        }
        return date.get().toString();
    }

    private @Nullable String choice(Component field) {
        String chosen = Inputs.first(raw, field.key());
        if (chosen.isBlank()) {
            return null;
        }
        if (offered(field).stream().noneMatch(o -> o.value().equals(chosen))) {
            error(field, "taskform.error.choose");
            return null;
        }
        return chosen;
    }

    private @Nullable List<String> choices(Component field) {
        var chosen = new LinkedHashSet<>(raw.getOrDefault(field.key(), List.of()));
        chosen.removeIf(c -> c == null || c.isBlank());
        var offered = offered(field).stream().map(Component.Option::value).toList();
        if (chosen.size() > MOST_CHOICES || !offered.containsAll(chosen)) {
            error(field, "taskform.error.choose");
            return null;
        }
        return chosen.isEmpty() ? null : List.copyOf(chosen);
    }

    private @Nullable List<String> files(Component field) {
        var ids = new LinkedHashSet<>(raw.getOrDefault(field.key(), List.of()));
        ids.removeIf(id -> id == null || !id.matches("[0-9a-f-]{36}"));
        return ids.isEmpty() ? null : List.copyOf(ids);
    }

    private List<Component.Option> offered(Component field) {
        return Options.of(field, context);
    }

    private void error(Component field, String key, Object... more) {
        var arguments = new ArrayList<Object>();
        arguments.add(field.label());
        arguments.add(
                field.label().isEmpty()
                        ? ""
                        : field.label().substring(0, 1).toLowerCase(locale)
                                + field.label().substring(1));
        arguments.addAll(List.of(more));
        errors.add(new FieldError(field.key(), messages.getMessage(key, arguments.toArray(), key, locale)));
    }
}
