package vn.angiang.plan72.taskform;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.angiang.plan72.shared.Texts;

/** Checks one component's input and gives its value, or says what is wrong with it. Never throws. */
final class FormCheck {

    private static final int MOST_CHOICES = 500;
    private static final int MOST_FILES = 50;
    private static final Pattern FILE_ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern EMAIL =
            Pattern.compile("[^@\\s]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63}){1,5}");
    private static final Pattern PHONE = Pattern.compile("\\+?\\d{8,15}");

    private final Map<String, Object> context;
    private final FormWords words;
    private final Clock clock;

    FormCheck(Map<String, Object> context, FormWords words, Clock clock) {
        this.context = context;
        this.words = words;
        this.clock = clock;
    }

    /** A value, or a mistake, or neither when nothing was entered. */
    record Checked(@Nullable Object value, @Nullable String mistake) {
        static final Checked NOTHING = new Checked(null, null);

        static Checked of(Object value) {
            return new Checked(value, null);
        }
    }

    Checked check(Component field, List<String> typed) {
        String first = typed.isEmpty() ? "" : typed.get(0);
        Checked checked =
                switch (field.type()) {
                    case TEXTFIELD, TEXTAREA -> text(field, first);
                    case NUMBER -> number(field, first);
                    case DATE -> date(field, first);
                    case CHECKBOX -> checkbox(field, first);
                    case RADIO, SELECT -> choice(field, first);
                    case CHECKLIST, TAGLIST -> choices(field, typed);
                    case FILEPICKER -> files(field, typed);
                    default -> Checked.NOTHING;
                };
        boolean missing = checked.value() == null && checked.mistake() == null && field.required();
        return missing ? wrong(field, "errorRequired", missing(field)) : checked;
    }

    private static String missing(Component field) {
        boolean question = field.label().endsWith("?");
        return switch (field.type()) {
            case RADIO, SELECT, CHECKLIST, TAGLIST -> question ? "answer" : "choose";
            case CHECKBOX -> "tick";
            case FILEPICKER -> "attach";
            default -> question ? "answer" : "enter";
        };
    }

    private Checked text(Component field, String typed) {
        String text = Texts.clean(typed);
        if (field.type() == ComponentType.TEXTFIELD) {
            text = text.replaceAll("\\s*\n\\s*", " ");
        }
        var rules = field.rules();
        int length = text.codePointCount(0, text.length());
        if (length > rules.maxLength()) {
            return wrong(field, "errorLength", "tooLong", rules.maxLength(), length);
        }
        if (text.isBlank()) {
            return Checked.NOTHING;
        }
        if (length < rules.minLength()) {
            return wrong(field, "errorLength", "tooShort", rules.minLength(), rules.maxLength());
        }
        if (rules.pattern() != null && !SafeMatch.find(rules.pattern(), text)) {
            return wrong(field, "errorPattern", "pattern");
        }
        if ("email".equals(rules.format()) && !EMAIL.matcher(text).matches()) {
            return wrong(field, "errorFormat", "email");
        }
        boolean phone = "phone".equals(rules.format());
        if (phone && !PHONE.matcher(text.replaceAll("[ .()-]", "")).matches()) {
            return wrong(field, "errorFormat", "phone");
        }
        return Checked.of(text);
    }

    private Checked number(Component field, String typed) {
        if (Texts.clean(typed).isEmpty()) {
            return Checked.NOTHING;
        }
        var rules = field.rules();
        Optional<BigDecimal> number = Inputs.number(typed, rules.decimalDigits());
        if (number.isEmpty()) {
            return wrong(field, "errorFormat", rules.decimalDigits() == 0 ? "whole" : "number");
        }
        BigDecimal value = number.get();
        if (value.scale() > rules.decimalDigits()) {
            return rules.decimalDigits() == 0
                    ? wrong(field, "errorFormat", "whole")
                    : wrong(field, "errorFormat", "decimals", rules.decimalDigits());
        }
        boolean below = rules.min() != null && value.compareTo(rules.min()) < 0;
        boolean above = rules.max() != null && value.compareTo(rules.max()) > 0;
        return below || above ? outOfRange(field) : Checked.of(Inputs.stored(value));
    }

    private Checked outOfRange(Component field) {
        BigDecimal min = field.rules().min();
        BigDecimal max = field.rules().max();
        if (min != null && max != null) {
            return wrong(field, "errorRange", "range", FormWords.number(min), FormWords.number(max));
        }
        return min != null
                ? wrong(field, "errorRange", "min", FormWords.number(min))
                : wrong(field, "errorRange", "max", max == null ? "" : FormWords.number(max));
    }

    private Checked date(Component field, String typed) {
        if (Texts.clean(typed).isEmpty()) {
            return Checked.NOTHING;
        }
        Optional<LocalDate> date = Inputs.date(typed);
        if (date.isEmpty()) {
            return wrong(field, "errorFormat", "date");
        }
        LocalDate from = day(field.rules().notBefore());
        if (from != null && date.get().isBefore(from)) {
            return wrong(field, "errorRange", "notBefore", FormWords.date(from));
        }
        LocalDate to = day(field.rules().notAfter());
        if (to != null && date.get().isAfter(to)) {
            return wrong(field, "errorRange", "notAfter", FormWords.date(to));
        }
        return Checked.of(date.get().toString());
    }

    private @Nullable LocalDate day(@Nullable String rule) {
        if (rule == null) {
            return null;
        }
        if (rule.equals("today")) {
            return LocalDate.now(clock);
        }
        Object fact = context.get(rule);
        return Inputs.date(fact == null ? rule : fact.toString()).orElse(null);
    }

    private static Checked checkbox(Component field, String typed) {
        boolean checked = Inputs.checked(typed);
        return !checked && field.required() ? Checked.NOTHING : Checked.of(checked);
    }

    private Checked choice(Component field, String chosen) {
        if (chosen.isBlank()) {
            return Checked.NOTHING;
        }
        boolean offered =
                Options.of(field, context).stream().anyMatch(o -> o.value().equals(chosen));
        return offered ? Checked.of(chosen) : wrong(field, "errorRequired", missing(field));
    }

    private Checked choices(Component field, List<String> typed) {
        var chosen = new LinkedHashSet<>(typed);
        chosen.removeIf(String::isBlank);
        var offered =
                Options.of(field, context).stream().map(Component.Option::value).toList();
        if (chosen.size() > MOST_CHOICES || !new LinkedHashSet<>(offered).containsAll(chosen)) {
            return wrong(field, "errorRequired", missing(field));
        }
        return chosen.isEmpty() ? Checked.NOTHING : Checked.of(List.copyOf(chosen));
    }

    private Checked files(Component field, List<String> typed) {
        var ids = new LinkedHashSet<>(typed);
        ids.removeIf(id -> !FILE_ID.matcher(id).matches());
        if (ids.size() > 1 && !field.rules().multiple()) {
            return wrong(field, "errorLength", "oneFile");
        }
        if (ids.size() > MOST_FILES) {
            return wrong(field, "errorLength", "files", MOST_FILES);
        }
        if (context.get(Forms.FILES) instanceof Map<?, ?> names) {
            for (String id : ids) {
                Object name = names.get(id);
                if (name == null) {
                    return wrong(field, "errorRequired", "attach");
                }
                if (!accepted(field.rules().accept(), name.toString())) {
                    return wrong(
                            field,
                            "errorFormat",
                            "accept",
                            name,
                            String.join(", ", field.rules().accept()));
                }
            }
        }
        return ids.isEmpty() ? Checked.NOTHING : Checked.of(List.copyOf(ids));
    }

    private static boolean accepted(List<String> extensions, String name) {
        return extensions.isEmpty() || extensions.stream().anyMatch(name.toLowerCase(Locale.ROOT)::endsWith);
    }

    private Checked wrong(Component field, String own, String key, Object... more) {
        return new Checked(null, words.mistake(field, own, key, more));
    }
}
