package vn.angiang.plan72.web;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** The reader's language, kept in a cookie: Vietnamese or English, whatever else the cookie says. */
final class LanguageCookie extends CookieLocaleResolver {

    static final Set<String> LANGUAGES = Set.of("vi", "en");

    LanguageCookie(boolean secure) {
        super("ngon-ngu");
        setDefaultLocale(WebTexts.VIETNAMESE);
        setCookieMaxAge(Duration.ofDays(365));
        setCookieHttpOnly(true);
        setCookieSecure(secure);
        setCookieSameSite("Lax");
        setRejectInvalidCookies(false);
    }

    @Override
    protected @Nullable Locale parseLocaleValue(String value) {
        return LANGUAGES.contains(value) ? Locale.forLanguageTag(value) : null;
    }
}
