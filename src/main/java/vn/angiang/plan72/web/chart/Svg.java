package vn.angiang.plan72.web.chart;

import java.util.Locale;

/** Writes SVG with every text escaped. */
final class Svg {

    /** How wide a letter of the size charts are written in is at most, near enough to leave room for words. */
    static final double LETTER = 9.4;

    private final StringBuilder out = new StringBuilder();
    private final String id;

    /**
     * @param id unique on its page; names title and description
     * @param size {@code narrow} fits a phone, {@code wide} scrolls there
     * @param role {@code img}, or {@code group} where there are links in it
     */
    Svg(String id, String size, String role, int width, int height, String title, String description) {
        this.id = id.replaceAll("[^A-Za-z0-9_-]", "-");
        out.append(
                "<svg class=\"p72-chart p72-chart--%s\" role=\"%s\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" aria-labelledby=\"%s-t %s-d\">"
                        .formatted(size, role, width, height, this.id, this.id));
        out.append("<title id=\"%s-t\">%s</title><desc id=\"%s-d\">%s</desc>"
                .formatted(this.id, escaped(title), this.id, escaped(description)));
    }

    /** A pattern of slanting stripes to fill with; see {@link #filled}. */
    Svg stripes(String name, String groundClass, String stripeClass) {
        out.append("<defs><pattern id=\"%s-%s\" width=\"10\" height=\"10\" patternUnits=\"userSpaceOnUse\""
                .formatted(id, name));
        out.append(" patternTransform=\"rotate(45)\"><rect class=\"%s\" width=\"10\" height=\"10\"/>"
                .formatted(groundClass));
        out.append("<rect class=\"%s\" width=\"4\" height=\"10\"/></pattern></defs>".formatted(stripeClass));
        return this;
    }

    Svg line(String cssClass, double x1, double y1, double x2, double y2) {
        out.append("<line class=\"%s\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>"
                .formatted(cssClass, at(x1), at(y1), at(x2), at(y2)));
        return this;
    }

    Svg rect(String cssClass, double x, double y, double width, double height) {
        out.append("<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>"
                .formatted(cssClass, at(x), at(y), at(Math.max(0, width)), at(height)));
        return this;
    }

    /** A rectangle filled with {@link #stripes}; its class must not name a fill. */
    Svg filled(String cssClass, String stripes, double x, double y, double width, double height) {
        out.append("<rect class=\"%s\" fill=\"url(#%s-%s)\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>"
                .formatted(cssClass, id, stripes, at(x), at(y), at(Math.max(0, width)), at(height)));
        return this;
    }

    Svg dot(String cssClass, double x, double y) {
        out.append("<circle class=\"%s\" cx=\"%s\" cy=\"%s\" r=\"5\"/>".formatted(cssClass, at(x), at(y)));
        return this;
    }

    Svg diamond(String cssClass, double x, double y) {
        return path(cssClass, "M%s %sl8 8l-8 8l-8 -8z".formatted(at(x), at(y - 8)));
    }

    Svg path(String cssClass, String d) {
        out.append("<path class=\"%s\" d=\"%s\"/>".formatted(cssClass, d));
        return this;
    }

    /** @param anchor start, middle or end */
    Svg text(String cssClass, double x, double y, String anchor, String text) {
        out.append("<text class=\"%s\" x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>"
                .formatted(cssClass, at(x), at(y), anchor, escaped(text)));
        return this;
    }

    /**
     * What follows until {@link #unlink} is a link.
     *
     * @throws IllegalArgumentException when it leads out of this site
     */
    Svg link(String href, String label) {
        if (!href.matches("[/?#].*") || href.startsWith("//") || href.contains("\\")) {
            throw new IllegalArgumentException("A chart links only to pages of this site");
        }
        out.append(
                "<a class=\"p72-chart__link\" href=\"%s\" aria-label=\"%s\">".formatted(escaped(href), escaped(label)));
        return this;
    }

    Svg unlink() {
        out.append("</a>");
        return this;
    }

    String done() {
        return out.append("</svg>").toString();
    }

    /** Room a text needs, roughly. */
    static double width(String text) {
        return text.codePointCount(0, text.length()) * LETTER;
    }

    /** A text cut to so many letters. */
    static String cut(String text, int letters) {
        return text.codePointCount(0, text.length()) <= letters
                ? text
                : text.substring(0, text.offsetByCodePoints(0, letters - 1)).strip() + "…";
    }

    static String at(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }

    /** Escaped for text and attributes; what XML does not allow at all is left out. */
    static String escaped(String text) {
        return text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", "")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
