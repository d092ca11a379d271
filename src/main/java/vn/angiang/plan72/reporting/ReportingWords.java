package vn.angiang.plan72.reporting;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.angiang.plan72.plan.Indicator;
import vn.angiang.plan72.plan.Indicators;
import vn.angiang.plan72.shared.Refusal;

/** Words of the message bundles and names of indicators, in the reader's language. */
@Component
class ReportingWords {

    private final MessageSource messages;
    private final Indicators indicators;

    ReportingWords(MessageSource messages, Indicators indicators) {
        this.messages = messages;
        this.indicators = indicators;
    }

    String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, key, locale());
    }

    String indicator(String code) {
        return indicators.find(code).map((Indicator i) -> i.name(locale())).orElse(code);
    }

    Refusal.BadInput refuse(String field, String key, Object... arguments) {
        return new Refusal.BadInput(field, say(key, arguments));
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
