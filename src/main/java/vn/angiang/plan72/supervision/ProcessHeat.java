package vn.angiang.plan72.supervision;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.angiang.plan72.supervision.ProcessView.StepLine;

/** Gives each step its colour, 1 to 4: against the highest of the version, or against what was planned. */
final class ProcessHeat {

    private static final int COLOURS = 4;

    private ProcessHeat() {}

    static List<StepLine> colour(List<StepLine> lines, ProcessMeasure measure) {
        double highest = lines.stream()
                .map(l -> value(l, measure))
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
        return lines.stream()
                .map(l -> coloured(l, heat(value(l, measure), measure, highest)))
                .toList();
    }

    /** What the measure says of a step; null when it says nothing. */
    static @Nullable Double value(StepLine line, ProcessMeasure measure) {
        return switch (measure) {
            case COUNT -> line.open() == 0 ? null : (double) line.open();
            case MEDIAN -> line.median() == null ? null : line.median().doubleValue();
            case P90 -> line.p90() == null ? null : line.p90().doubleValue();
            case TARGET ->
                line.planned() == null || line.real() == null ? null : line.real() / Math.max(0.5, line.planned());
        };
    }

    private static int heat(@Nullable Double value, ProcessMeasure measure, double highest) {
        if (value == null) {
            return 0;
        }
        if (measure == ProcessMeasure.TARGET) {
            return value <= 0.75 ? 1 : value <= 1 ? 2 : value <= 1.5 ? 3 : COLOURS;
        }
        return highest == 0 ? 1 : Math.min(COLOURS, 1 + (int) (value * COLOURS / (highest + 1e-9)));
    }

    private static StepLine coloured(StepLine l, int heat) {
        return new StepLine(
                l.id(),
                l.name(),
                l.open(),
                l.overdue(),
                l.daysOver(),
                l.done(),
                l.median(),
                l.p90(),
                l.planned(),
                l.real(),
                l.latePercent(),
                heat,
                l.waiting());
    }
}
