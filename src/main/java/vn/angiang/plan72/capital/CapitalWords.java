package vn.angiang.plan72.capital;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.angiang.plan72.shared.Refusal;

/** Words of the message bundles in the reader's language. */
@Component
class CapitalWords {

    private final MessageSource messages;

    CapitalWords(MessageSource messages) {
        this.messages = messages;
    }

    String say(String key, @Nullable Object... arguments) {
        return messages.getMessage(key, arguments, key, LocaleContextHolder.getLocale());
    }

    /** For documents, which are Vietnamese whoever prints them. */
    String vietnamese(String key) {
        return messages.getMessage(key, null, key, Locale.forLanguageTag("vi"));
    }

    Refusal.BadInput refuse(String field, String key, Object... arguments) {
        return new Refusal.BadInput(field, say(key, arguments));
    }

    String day(@Nullable LocalDate day) {
        return day == null ? "–" : "%02d/%02d/%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
    }
}
