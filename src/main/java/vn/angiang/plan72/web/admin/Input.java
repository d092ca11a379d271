package vn.angiang.plan72.web.admin;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.angiang.plan72.shared.FieldError;
import vn.angiang.plan72.shared.Refusal;

/** What administrators type: dates as 05/03/2017 or 5/3/2017; mistakes in the reader's language. */
@Component
class Input {

    private static final DateTimeFormatter TYPED =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final MessageSource messages;

    Input(MessageSource messages) {
        this.messages = messages;
    }

    static String shown(LocalDate day) {
        return SHOWN.format(day);
    }

    /** Null when it is no date. */
    static @Nullable LocalDate dateOrNull(String typed) {
        try {
            return LocalDate.parse(typed.strip(), TYPED);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** @throws Refusal.BadInput when it is no date */
    LocalDate date(String field, String typed) {
        LocalDate day = dateOrNull(typed);
        if (day == null) {
            throw new Refusal.BadInput(field, say("admin.error.date"));
        }
        return day;
    }

    /** Several dates at once, so that every mistake is named. */
    List<LocalDate> dates(List<String> fields, List<String> typed) {
        var days = new ArrayList<LocalDate>();
        var errors = new ArrayList<FieldError>();
        for (int i = 0; i < fields.size(); i++) {
            try {
                days.add(date(fields.get(i), typed.get(i)));
            } catch (Refusal.BadInput e) {
                errors.addAll(e.errors());
            }
        }
        if (!errors.isEmpty()) {
            throw new Refusal.BadInput(errors);
        }
        return days;
    }

    String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
