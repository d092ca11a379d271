package vn.angiang.plan72.web.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Figures by name as horizontal bars in the order given, with an upright line for what they are compared with. */
public final class BarChart {

    private static final int WIDTH = 420;
    private static final int ROW = 32;
    private static final int MOST_LETTERS = 22;

    private BarChart() {}

    /**
     * @param value null when there is none
     * @param highlighted striped, framed and its name bold
     */
    public record Bar(String name, @Nullable BigDecimal value, boolean highlighted) {

        public Bar(String name, @Nullable BigDecimal value) {
            this(name, value, false);
        }
    }

    /** Draws the chart and describes it: how many bars, the highest and the lowest. */
    public static String draw(
            String id, String title, String unit, List<Bar> bars, LineChart.@Nullable Target target, ChartWords words) {
        return drawn(
                id,
                title,
                describe(bars, target, unit, words),
                words.say("chart.unit", unit),
                bars,
                target,
                words.say("chart.none"));
    }

    /** Draws the chart with a description at hand. */
    public static String draw(
            String id,
            String title,
            String description,
            String unit,
            List<Bar> bars,
            LineChart.@Nullable Target target) {
        return drawn(id, title, description, unit, bars, target, Numbers.NONE);
    }

    /** The same figures as a table. */
    public static DataTable table(String caption, String unit, List<Bar> bars, ChartWords words) {
        return new DataTable(
                caption,
                List.of(words.say("chart.column.unit"), words.say("chart.column.value", unit)),
                bars.stream()
                        .map(b -> List.of(b.name, b.value == null ? words.say("chart.none") : Numbers.number(b.value)))
                        .toList());
    }

    /** A sentence: how many, highest, lowest, and the line they are compared with. */
    static String describe(List<Bar> bars, LineChart.@Nullable Target target, String unit, ChartWords words) {
        String said = Extremes.of(bars, Bar::name, Bar::value)
                .map(e -> words.say(
                        "chart.names.description", unit, e.count(), e.highName(), e.high(), e.lowName(), e.low()))
                .orElseGet(() -> words.say("chart.none"));
        return target == null ? said : said + " " + words.say("chart.bar.compared", target.label());
    }

    private static String drawn(
            String id,
            String title,
            String description,
            String unit,
            List<Bar> bars,
            LineChart.@Nullable Target target,
            String none) {
        int top = target == null ? 34 : 58;
        int height = top + bars.size() * ROW + 8;
        var svg = new Svg(id, "narrow", "img", WIDTH, height, title, description);
        if (bars.stream().anyMatch(Bar::highlighted)) {
            svg.stripes("highlight", "p72-chart__bar", "p72-chart__bar-stripe");
        }
        var values = new ArrayList<@Nullable BigDecimal>();
        bars.forEach(b -> values.add(b.value));
        if (target != null) {
            values.add(target.value());
        }
        var scale = Scale.of(values, bars);
        svg.text("p72-chart__unit", 2, 18, "start", unit);
        for (int i = 0; i < bars.size(); i++) {
            bar(svg, bars.get(i), scale, top + i * ROW);
        }
        double zero = scale.x(BigDecimal.ZERO);
        svg.line("p72-chart__axis", zero, top, zero, height - 8);
        if (target != null) {
            double x = scale.x(target.value());
            svg.line("p72-chart__casing", x, top, x, height - 2);
            svg.line("p72-chart__target", x, top - 8, x, height - 2);
            double room = Svg.width(target.label()) / 2;
            double middle = Math.max(room, Math.min(WIDTH - room - 2, x));
            svg.text("p72-chart__target-label", middle, top - 14, "middle", target.label());
        }
        for (int i = 0; i < bars.size(); i++) {
            BigDecimal value = bars.get(i).value;
            double end = value == null || value.signum() < 0 ? zero : scale.x(value);
            String said = value == null ? none : Numbers.number(value);
            double x = pastLine(end + 7, said, target == null ? null : scale.x(target.value()));
            svg.text(value == null ? "p72-chart__none" : "p72-chart__value", x, top + i * ROW + 21, "start", said);
        }
        return svg.done();
    }

    /** Where a text begins: behind the line when the line would go through it. */
    private static double pastLine(double x, String text, @Nullable Double line) {
        return line != null && x - 4 < line && line < x + Svg.width(text) ? line + 7 : x;
    }

    private static void bar(Svg svg, Bar bar, Scale scale, double y) {
        svg.text(
                bar.highlighted ? "p72-chart__name p72-chart__name--strong" : "p72-chart__name",
                scale.left - 8,
                y + 21,
                "end",
                Svg.cut(bar.name, MOST_LETTERS));
        if (bar.value == null) {
            return;
        }
        double zero = scale.x(BigDecimal.ZERO);
        double end = scale.x(bar.value);
        double from = Math.min(zero, end);
        double width = Math.abs(end - zero);
        if (bar.highlighted) {
            svg.filled("p72-chart__bar-frame", "highlight", from, y + 4, width, ROW - 8);
        } else {
            svg.rect("p72-chart__bar", from, y + 4, width, ROW - 8);
        }
    }

    private record Scale(BigDecimal low, BigDecimal high, double left, double room) {

        static Scale of(List<@Nullable BigDecimal> values, List<Bar> bars) {
            BigDecimal low = BigDecimal.ZERO;
            BigDecimal high = BigDecimal.ZERO;
            double label = 0;
            for (BigDecimal value : values) {
                low = value == null ? low : low.min(value);
                high = value == null ? high : high.max(value);
                label = Math.max(label, Svg.width(Numbers.number(value)));
            }
            double left = 10
                    + bars.stream()
                            .map(b -> Svg.width(Svg.cut(b.name, MOST_LETTERS)))
                            .max(Comparator.naturalOrder())
                            .orElse(0.0);
            return new Scale(low, high, left, Math.max(60, WIDTH - left - label - 9));
        }

        double x(BigDecimal value) {
            double span = high.subtract(low).doubleValue();
            return left + (span == 0 ? 0 : room * value.subtract(low).doubleValue() / span);
        }
    }
}
