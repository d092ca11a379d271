package vn.angiang.plan72.web.api;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.angiang.plan72.shared.Refusal;

/** Reads parameters; what does not fit is refused by name rather than ignored. */
@Component
class ApiInput {

    private final MessageSource messages;

    ApiInput(MessageSource messages) {
        this.messages = messages;
    }

    /** One of the constants, written in lower case. */
    <E extends Enum<E>> E choice(String field, String value, Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).equals(value)) {
                return constant;
            }
        }
        throw bad(field, "web.api.error.choice");
    }

    /** As {@link #choice}, by its code as it is; null or empty means any. */
    <E extends Enum<E>> @Nullable String code(String field, @Nullable String value, Class<E> type) {
        if (value == null || value.isEmpty()) {
            return null;
        }
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(value)) {
                return value;
            }
        }
        throw bad(field, "web.api.error.choice");
    }

    /** A cursor of the inbox: a mistyped one must not silently start from the first page again. */
    @Nullable
    String cursor(@Nullable String value) {
        if (value == null || value.isEmpty()) {
            return null;
        }
        try {
            if (value.length() > 11 && value.length() < 100 && value.charAt(10) == '~') {
                LocalDate.parse(value.substring(0, 10));
                return value;
            }
        } catch (DateTimeParseException e) {
            throw bad("after", "web.api.error.cursor");
        }
        throw bad("after", "web.api.error.cursor");
    }

    /** A whole number within bounds. */
    int within(String field, int value, int least, int most) {
        if (value < least || value > most) {
            throw new Refusal.BadInput(field, say("web.api.error.range", String.valueOf(least), String.valueOf(most)));
        }
        return value;
    }

    Refusal.BadInput bad(String field, String messageKey) {
        return new Refusal.BadInput(field, say(messageKey));
    }

    String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
