package vn.angiang.plan72.web.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Draws a {@link LineChart}. As narrow as a phone while labels are few and short. */
final class LinePlot {

    private static final int NARROW = 420;
    private static final int WIDE = 720;
    private static final int PLOT = 240;
    private static final int BOTTOM = 40;
    private static final int MOST_VALUES_SHOWN = 12;
    private static final double EDGE = 26;

    private final String id;
    private final String title;
    private final String description;
    private final String unit;
    private final List<String> labels;
    private final List<LineChart.Point> points;
    private List<LineChart.Goal> goals = List.of();
    private LineChart.@Nullable Target target;
    private @Nullable String actual;
    private @Nullable String goal;

    LinePlot(
            String id,
            String title,
            String description,
            String unit,
            List<String> labels,
            List<LineChart.Point> points) {
        this.id = id;
        this.title = title;
        this.description = description;
        this.unit = unit;
        this.labels = labels;
        this.points = points;
    }

    LinePlot withGoals(List<LineChart.Goal> all, String actualWord, String goalWord) {
        goals = all;
        actual = actualWord;
        goal = goalWord;
        return this;
    }

    LinePlot withTarget(LineChart.@Nullable Target level) {
        target = level;
        return this;
    }

    String drawn() {
        var values = new ArrayList<@Nullable BigDecimal>();
        points.forEach(p -> values.add(p.value()));
        goals.forEach(g -> values.add(g.value()));
        if (target != null) {
            values.add(target.value());
        }
        var axis = Axis.of(values);
        double left = 12
                + axis.ticks().stream()
                        .mapToDouble(t -> Svg.width(Numbers.round(t)))
                        .max()
                        .orElse(0);
        double widest = labels.stream().mapToDouble(Svg::width).max().orElse(0);
        double wanted = left + 2 * EDGE + Math.max(0, labels.size() - 1) * Math.max(widest + 8, 46);
        int width = wanted <= NARROW ? NARROW : WIDE;
        boolean legend = !goals.isEmpty() || target != null;
        int top = legend ? 70 : 44;
        double edge = Math.max(EDGE, Math.min(widest / 2, width / 6.0));
        var frame = new Frame(axis, labels.size(), left, width - 8.0, top, edge);
        var svg =
                new Svg(id, width == NARROW ? "narrow" : "wide", "img", width, top + PLOT + BOTTOM, title, description);
        if (legend) {
            legend(svg);
        }
        svg.text("p72-chart__unit", 2, top - 26, "start", unit);
        for (BigDecimal tick : axis.ticks()) {
            double y = frame.y(tick);
            svg.line(tick.signum() == 0 ? "p72-chart__axis" : "p72-chart__grid", left, y, frame.right, y);
            svg.text("p72-chart__tick", left - 8, y + 5, "end", Numbers.round(tick));
        }
        int every = Math.max(1, (int) Math.ceil((widest + 8) / frame.step()));
        for (int i = 0; i < labels.size(); i += every) {
            svg.text("p72-chart__tick", frame.x(i), top + PLOT + 26, "middle", labels.get(i));
        }
        if (target != null) {
            double y = frame.y(target.value());
            svg.line("p72-chart__target", left, y, frame.right, y);
        }
        goals(svg, frame);
        series(svg, frame);
        return svg.done();
    }

    private void legend(Svg svg) {
        double x = 2;
        if (actual != null) {
            svg.line("p72-chart__line", x, 14, x + 32, 14).dot("p72-chart__dot", x + 16, 14);
            svg.text("p72-chart__name", x + 40, 19, "start", actual);
            x += 64 + Svg.width(actual);
        }
        svg.line("p72-chart__target", x, 14, x + 32, 14);
        if (goal != null) {
            svg.diamond("p72-chart__goal", x + 16, 14);
        }
        String said = target != null ? target.label() : goal;
        svg.text("p72-chart__target-label", x + 42, 19, "start", said == null ? "" : said);
    }

    /** Dashed from the last figure before the first goal to each goal in turn. */
    private void goals(Svg svg, Frame frame) {
        var path = new StringBuilder();
        double before = Double.MAX_VALUE;
        for (int i = 0; i < points.size() && !goals.isEmpty(); i++) {
            BigDecimal value = points.get(i).value();
            if (value != null && i < labels.indexOf(goals.get(0).label())) {
                path.setLength(0);
                path.append(frame.at(i, value));
                before = frame.y(value);
            }
        }
        for (LineChart.Goal g : goals) {
            path.append(path.isEmpty() ? "" : "L").append(frame.at(labels.indexOf(g.label()), g.value()));
        }
        if (!path.isEmpty()) {
            svg.path("p72-chart__target", "M" + path);
        }
        for (LineChart.Goal g : goals) {
            double x = frame.x(labels.indexOf(g.label()));
            double y = frame.y(g.value());
            boolean below = y > before && y + 30 < frame.top + PLOT;
            svg.diamond("p72-chart__goal", x, y);
            svg.text("p72-chart__target-label", x, below ? y + 25 : y - 15, "middle", g.shown());
            before = y;
        }
    }

    private void series(Svg svg, Frame frame) {
        var path = new StringBuilder();
        boolean pen = false;
        for (int i = 0; i < points.size(); i++) {
            BigDecimal value = points.get(i).value();
            if (value != null) {
                path.append(pen ? 'L' : 'M').append(frame.at(i, value));
            }
            pen = value != null;
        }
        if (!path.isEmpty()) {
            svg.path("p72-chart__line", path.toString());
        }
        for (int i = 0; i < points.size(); i++) {
            BigDecimal value = points.get(i).value();
            if (value != null) {
                svg.dot("p72-chart__dot", frame.x(i), frame.y(value));
                if (points.size() <= MOST_VALUES_SHOWN) {
                    svg.text("p72-chart__value", frame.x(i), frame.y(value) - 13, "middle", Numbers.number(value));
                }
            }
        }
    }

    private record Frame(Axis axis, int count, double left, double right, double top, double edge) {

        double step() {
            return (right - left - 2 * edge) / Math.max(1, count - 1);
        }

        double x(int index) {
            return count == 1 ? (left + right) / 2 : left + edge + step() * index;
        }

        double y(BigDecimal value) {
            return top + PLOT * (1 - axis.share(value));
        }

        String at(int index, BigDecimal value) {
            return Svg.at(x(index)) + " " + Svg.at(y(value));
        }
    }
}
