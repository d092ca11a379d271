package vn.angiang.plan72.web.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes SVG with every text escaped. */
final class Svg {

    private final StringBuilder out = new StringBuilder();

    /** @param id unique on its page; names title and description */
    Svg(String id, int width, int height, String title, String description) {
        out.append("<svg class=\"p72-chart\" role=\"img\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
                .append(width)
                .append(' ')
                .append(height)
                .append("\" aria-labelledby=\"")
                .append(escaped(id))
                .append("-t ")
                .append(escaped(id))
                .append("-d\"><title id=\"")
                .append(escaped(id))
                .append("-t\">")
                .append(escaped(title))
                .append("</title><desc id=\"")
                .append(escaped(id))
                .append("-d\">")
                .append(escaped(description))
                .append("</desc>");
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

    Svg dot(String cssClass, double x, double y) {
        out.append("<circle class=\"%s\" cx=\"%s\" cy=\"%s\" r=\"5\"/>".formatted(cssClass, at(x), at(y)));
        return this;
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

    String done() {
        return out.append("</svg>").toString();
    }

    static String at(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** {@code 1.234,5}. */
    static String number(@Nullable BigDecimal number) {
        if (number == null) {
            return "–";
        }
        var symbols = new DecimalFormatSymbols(Locale.ROOT);
        symbols.setGroupingSeparator('.');
        symbols.setDecimalSeparator(',');
        return new DecimalFormat("#,##0.##", symbols).format(number);
    }

    /** Round values from 0 (or below) to at least the highest, four to six of them. */
    static List<BigDecimal> ticks(double lowest, double highest) {
        double bottom = Math.min(0, lowest);
        double span = Math.max(highest - bottom, 1e-9);
        double raw = span / 5;
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        double step =
                raw / power <= 1 ? power : raw / power <= 2 ? 2 * power : raw / power <= 5 ? 5 * power : 10 * power;
        var ticks = new ArrayList<BigDecimal>();
        for (double v = Math.floor(bottom / step) * step; ticks.size() < 12; v += step) {
            ticks.add(BigDecimal.valueOf(v).setScale(6, RoundingMode.HALF_UP).stripTrailingZeros());
            if (v >= highest - step * 1e-9) {
                break;
            }
        }
        return ticks;
    }
}
