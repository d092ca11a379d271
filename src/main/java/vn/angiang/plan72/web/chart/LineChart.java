package vn.angiang.plan72.web.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One figure over time, with a gap where there is none and a dashed line for the target. */
public final class LineChart {

    private static final int WIDTH = 720;
    private static final int HEIGHT = 340;
    private static final int LEFT = 64;
    private static final int RIGHT = 24;
    private static final int TOP = 34;
    private static final int BOTTOM = 52;
    private static final int MOST_VALUES_SHOWN = 12;

    private LineChart() {}

    /** @param value null is a gap */
    public record Point(String label, @Nullable BigDecimal value) {}

    /** A value to stay below. */
    public record Target(String label, BigDecimal value) {}

    /**
     * Draws the chart.
     *
     * @param unit unit of measure, printed above the axis
     * @param description a sentence for those who do not see it
     */
    public static String draw(
            String id, String title, String description, String unit, List<Point> points, @Nullable Target target) {
        var svg = new Svg(id, WIDTH, HEIGHT, title, description);
        var values = new ArrayList<BigDecimal>();
        points.stream().map(Point::value).filter(Objects::nonNull).forEach(values::add);
        if (target != null) {
            values.add(target.value);
        }
        if (values.isEmpty()) {
            return svg.done();
        }
        double highest =
                values.stream().max(Comparator.naturalOrder()).orElseThrow().doubleValue();
        double lowest =
                values.stream().min(Comparator.naturalOrder()).orElseThrow().doubleValue();
        var ticks = Svg.ticks(lowest, highest);
        double bottom = ticks.get(0).doubleValue();
        double top = Math.max(ticks.get(ticks.size() - 1).doubleValue(), bottom + 1e-9);
        svg.text("p72-chart__unit", LEFT, 16, "start", unit);
        for (BigDecimal tick : ticks) {
            double y = y(tick.doubleValue(), bottom, top);
            svg.line("p72-chart__grid", LEFT, y, WIDTH - RIGHT, y);
            svg.text("p72-chart__tick", LEFT - 8, y + 4, "end", Svg.number(tick));
        }
        if (target != null) {
            double y = y(target.value.doubleValue(), bottom, top);
            svg.line("p72-chart__target", LEFT, y, WIDTH - RIGHT, y);
            svg.text("p72-chart__target-label", WIDTH - RIGHT, y - 6, "end", target.label);
        }
        series(svg, points, bottom, top);
        return svg.done();
    }

    private static void series(Svg svg, List<Point> points, double bottom, double top) {
        var path = new StringBuilder();
        boolean pen = false;
        for (int i = 0; i < points.size(); i++) {
            BigDecimal value = points.get(i).value();
            if (value == null) {
                pen = false;
                continue;
            }
            path.append(pen ? 'L' : 'M')
                    .append(Svg.at(x(i, points.size())))
                    .append(' ')
                    .append(Svg.at(y(value.doubleValue(), bottom, top)));
            pen = true;
        }
        svg.path("p72-chart__line", path.toString());
        int every = Math.max(1, (points.size() + 9) / 10);
        for (int i = 0; i < points.size(); i++) {
            double x = x(i, points.size());
            if (i % every == 0) {
                svg.text(
                        "p72-chart__tick",
                        x,
                        HEIGHT - BOTTOM + 22,
                        "middle",
                        points.get(i).label());
            }
            BigDecimal value = points.get(i).value();
            if (value != null) {
                double y = y(value.doubleValue(), bottom, top);
                svg.dot("p72-chart__dot", x, y);
                if (points.size() <= MOST_VALUES_SHOWN) {
                    svg.text("p72-chart__value", x, y - 12, "middle", Svg.number(value));
                }
            }
        }
    }

    private static double x(int index, int count) {
        double room = WIDTH - LEFT - RIGHT - 40.0;
        return count == 1 ? LEFT + 20 + room / 2 : LEFT + 20 + room * index / (count - 1);
    }

    private static double y(double value, double bottom, double top) {
        return HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * (value - bottom) / (top - bottom);
    }
}
