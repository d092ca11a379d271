package vn.angiang.plan72.works;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.angiang.plan72.shared.Refusal;

/** Words of the message bundles in the reader's language. */
@Component
class WorksWords {

    private final MessageSource messages;

    WorksWords(MessageSource messages) {
        this.messages = messages;
    }

    String say(String key, @Nullable Object... arguments) {
        return messages.getMessage(key, arguments, key, LocaleContextHolder.getLocale());
    }

    Refusal.BadInput refuse(String field, String key, Object... arguments) {
        return new Refusal.BadInput(field, say(key, arguments));
    }
}
