package vn.angiang.plan72.web.chart;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Figures by name as horizontal bars, with an upright line for what they are compared with. */
public final class BarChart {

    private static final int WIDTH = 720;
    private static final int LEFT = 170;
    private static final int RIGHT = 70;
    private static final int TOP = 34;
    private static final int ROW = 30;

    private BarChart() {}

    /** @param value null when there is none */
    public record Bar(String name, @Nullable BigDecimal value) {}

    /** Draws the chart, bars in the order given. */
    public static String draw(
            String id,
            String title,
            String description,
            String unit,
            List<Bar> bars,
            LineChart.@Nullable Target target) {
        int height = TOP + bars.size() * ROW + 12;
        var svg = new Svg(id, WIDTH, height, title, description);
        double highest = bars.stream()
                .map(Bar::value)
                .filter(Objects::nonNull)
                .mapToDouble(BigDecimal::doubleValue)
                .max()
                .orElse(1);
        if (target != null) {
            highest = Math.max(highest, target.value().doubleValue());
        }
        double scale = (WIDTH - LEFT - RIGHT) / Math.max(highest, 1e-9);
        svg.text("p72-chart__unit", LEFT, 16, "start", unit);
        for (int i = 0; i < bars.size(); i++) {
            double y = TOP + i * ROW;
            BigDecimal value = bars.get(i).value();
            svg.text("p72-chart__name", LEFT - 10, y + 18, "end", bars.get(i).name());
            double width = value == null ? 0 : Math.max(0, value.doubleValue()) * scale;
            svg.rect("p72-chart__bar", LEFT, y + 4, width, ROW - 10);
            svg.text("p72-chart__value", LEFT + width + 8, y + 18, "start", Svg.number(value));
        }
        if (target != null) {
            double x = LEFT + target.value().doubleValue() * scale;
            svg.line("p72-chart__target", x, TOP - 6, x, height - 8);
            svg.text("p72-chart__target-label", x + 4, TOP - 10, "start", target.label());
        }
        return svg.done();
    }
}
