package vn.angiang.plan72.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.web.header.HeaderWriter;

/**
 * Content-Security-Policy of every answer: nothing but what this server itself serves, no inline script, no eval. The
 * form and decision-table editors write style elements; their pages, and only they, ask for inline styles.
 */
public final class ContentPolicy implements HeaderWriter {

    private static final String HEADER = "Content-Security-Policy";
    private static final String INLINE_STYLES = "plan72.inlineStyles";
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'%s;"
            + " style-src-attr 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self';"
            + " form-action 'self'%s; frame-ancestors 'none'; base-uri 'none'";

    private final String formTargets;

    ContentPolicy(String formTargets) {
        this.formTargets = formTargets;
    }

    /** Lets the page being built carry style elements; for editor pages only. */
    public static void allowInlineStyles(HttpServletRequest request) {
        request.setAttribute(INLINE_STYLES, true);
    }

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        if (!response.containsHeader(HEADER)) {
            boolean inline = request.getAttribute(INLINE_STYLES) != null;
            response.setHeader(HEADER, POLICY.formatted(inline ? " 'unsafe-inline'" : "", formTargets));
        }
    }
}
