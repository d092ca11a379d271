package vn.angiang.plan72.web;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.context.request.WebRequest;

/** Answers of parts of a page that are asked for again and again. */
public final class Unchanged {

    private Unchanged() {}

    /**
     * Whether the browser has this already; then the answer is 304 and there is nothing more to do.
     *
     * @param content what the part shows, comparable by its hash code
     */
    public static boolean since(Object content, WebRequest request, HttpServletResponse response) {
        response.setHeader("Cache-Control", "private, no-cache"); // kept by the browser, asked for each time
        String tag = LocaleContextHolder.getLocale().getLanguage() + Integer.toHexString(content.hashCode());
        return request.checkNotModified('"' + tag + '"');
    }
}
