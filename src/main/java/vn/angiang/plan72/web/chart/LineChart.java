package vn.angiang.plan72.web.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One figure over time, with a gap where there is none, and dashed what it should come to. Labels stand at equal steps. */
public final class LineChart {

    private LineChart() {}

    /** @param value null is a gap */
    public record Point(String label, @Nullable BigDecimal value) {}

    /** A value to stay below all the time. */
    public record Target(String label, BigDecimal value) {}

    /**
     * A value to come to at one time.
     *
     * @param label a label of the points or a later one
     * @param shown how it is written at its mark, such as "&lt; 3"
     */
    public record Goal(String label, BigDecimal value, String shown) {}

    /**
     * Draws the chart with an upright mark for every goal and a legend.
     *
     * @param id unique on its page
     * @param unit unit of measure, printed above the axis
     */
    public static String draw(
            String id, String title, String unit, List<Point> points, List<Goal> goals, ChartWords words) {
        var plot = new LinePlot(
                id,
                title,
                describe(points, goals, unit, words),
                words.say("chart.unit", unit),
                allLabels(points, goals),
                points);
        return plot.withGoals(goals, words.say("chart.line.actual"), words.say("chart.line.goal"))
                .drawn();
    }

    /**
     * Draws the chart with a level line for the target.
     *
     * @param unit unit of measure, printed above the axis
     * @param description a sentence for those who do not see it
     */
    public static String draw(
            String id, String title, String description, String unit, List<Point> points, @Nullable Target target) {
        return new LinePlot(id, title, description, unit, allLabels(points, List.of()), points)
                .withTarget(target)
                .drawn();
    }

    /** The same figures as a table; goals in a column of their own when there are any. */
    public static DataTable table(String caption, String unit, List<Point> points, List<Goal> goals, ChartWords words) {
        var headings =
                new ArrayList<>(List.of(words.say("chart.column.period"), words.say("chart.column.value", unit)));
        if (!goals.isEmpty()) {
            headings.add(words.say("chart.line.goal"));
        }
        var rows = new ArrayList<List<String>>();
        for (String label : allLabels(points, goals)) {
            var row = new ArrayList<>(List.of(label));
            row.add(points.stream()
                    .filter(p -> p.label.equals(label) && p.value != null)
                    .map(p -> Numbers.number(p.value))
                    .findFirst()
                    .orElseGet(() -> words.say("chart.none")));
            if (!goals.isEmpty()) {
                row.add(goals.stream()
                        .filter(g -> g.label.equals(label))
                        .map(Goal::shown)
                        .findFirst()
                        .orElse(Numbers.NONE));
            }
            rows.add(row);
        }
        return new DataTable(caption, headings, rows);
    }

    /** A sentence: first, last, lowest, highest, and the goals. */
    static String describe(List<Point> points, List<Goal> goals, String unit, ChartWords words) {
        record Known(String label, BigDecimal value) {
            String number() {
                return Numbers.number(value);
            }
        }
        var known = new ArrayList<Known>();
        for (Point p : points) {
            if (p.value != null) {
                known.add(new Known(p.label, p.value));
            }
        }
        if (known.isEmpty()) {
            return words.say("chart.none");
        }
        Known first = known.get(0);
        Known last = known.get(known.size() - 1);
        var low = known.stream().min(Comparator.comparing(Known::value)).orElseThrow();
        var high = known.stream().max(Comparator.comparing(Known::value)).orElseThrow();
        var said = new StringBuilder(words.say(
                "chart.line.description",
                unit,
                first.label,
                first.number(),
                last.label,
                last.number(),
                low.number(),
                low.label,
                high.number(),
                high.label));
        for (Goal goal : goals) {
            said.append(' ').append(words.say("chart.line.goalAt", goal.label, goal.shown));
        }
        return said.toString();
    }

    private static List<String> allLabels(List<Point> points, List<Goal> goals) {
        var labels = new LinkedHashSet<String>();
        var all = new ArrayList<String>();
        for (Point p : points) {
            labels.add(p.label);
            all.add(p.label);
        }
        goals.stream().map(Goal::label).filter(labels::add).forEach(all::add);
        return all;
    }
}
