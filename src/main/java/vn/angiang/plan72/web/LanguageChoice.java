package vn.angiang.plan72.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.support.RequestContextUtils;

/** {@code ?ngon-ngu=en} on any page shows it in that language and remembers the choice. */
final class LanguageChoice implements HandlerInterceptor {

    static final String PARAMETER = "ngon-ngu";

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String wanted = request.getParameter(PARAMETER);
        var resolver = RequestContextUtils.getLocaleResolver(request);
        if (wanted != null && resolver != null && LanguageCookie.LANGUAGES.contains(wanted)) {
            resolver.setLocale(request, response, Locale.forLanguageTag(wanted));
        }
        return true;
    }
}
