package vn.angiang.plan72.reporting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with figures, or has to be explained: completeness, arithmetic, ranges, jumps, and the sum of communes
 * (flows, unitReport). Pure; thresholds are given by the caller.
 */
final class FigureChecks {

    private final Measures measures;
    private final int jumpPercent;

    FigureChecks(Measures measures, int jumpPercent) {
        this.measures = measures;
        this.jumpPercent = jumpPercent;
    }

    /**
     * A figure to be looked at.
     *
     * @param previous the figure it is compared with, or null
     * @param communes sum of the communes' figures, or null when none is expected
     */
    record Looked(
            String indicator,
            Figure.Value value,
            @Nullable String reason,
            @Nullable Previous previous,
            Figure.@Nullable Value communes) {}

    /**
     * An earlier figure of the same unit.
     *
     * @param comparable whether a jump against it must be explained
     * @param sameYear whether it counts from the same first of January
     */
    record Previous(Figure.Value value, boolean comparable, boolean sameYear) {}

    /** A fault; words of {@code key} with the arguments. */
    record Problem(String indicator, String key, List<Object> arguments) {
        Problem(String indicator, String key, Object... arguments) {
            this(indicator, key, List.of(arguments));
        }
    }

    /** Faults that no reason excuses: half a ratio, negative, above its whole. Blank figures are none. */
    List<Problem> impossible(String indicator, Figure.Value value) {
        var problems = new ArrayList<Problem>();
        Measure m = measures.of(indicator);
        BigDecimal num = value.numerator();
        BigDecimal den = value.denominator();
        if (m.isRatio() && (num == null) != (den == null)) {
            problems.add(new Problem(indicator, "reporting.check.halfRatio"));
        }
        for (BigDecimal part : parts(value)) {
            if (part.signum() < 0 && !m.signed()) {
                problems.add(new Problem(indicator, "reporting.check.negative"));
                break;
            }
        }
        if (m.kind() == Measure.Kind.RATE && num != null && den != null && num.compareTo(den) > 0) {
            problems.add(new Problem(indicator, "reporting.check.aboveWhole"));
        }
        if (m.isRatio() && num != null && den != null && den.signum() == 0 && num.signum() != 0) {
            problems.add(new Problem(indicator, "reporting.check.divided"));
        }
        return problems;
    }

    private static List<BigDecimal> parts(Figure.Value value) {
        var parts = new ArrayList<BigDecimal>();
        for (BigDecimal part : new BigDecimal[] {value.amount(), value.numerator(), value.denominator()}) {
            if (part != null) {
                parts.add(part);
            }
        }
        return parts;
    }

    /** Everything that stands between the figures and the leader's desk. */
    List<Problem> all(Map<String, Looked> figures) {
        var problems = new ArrayList<Problem>();
        figures.values().forEach(f -> problems.addAll(one(f)));
        for (Measures.Relation r : measures.relations()) {
            relation(r, figures, problems);
        }
        return problems;
    }

    private List<Problem> one(Looked f) {
        var problems = new ArrayList<>(impossible(f.indicator, f.value));
        boolean explained = f.reason != null && !f.reason.isBlank();
        if (f.value.isBlank()) {
            if (!explained) {
                problems.add(new Problem(f.indicator, "reporting.check.blank"));
            }
            return problems;
        }
        if (explained || !problems.isEmpty()) {
            return problems;
        }
        if (f.previous != null && fell(f)) {
            problems.add(new Problem(f.indicator, "reporting.check.fell"));
        } else if (f.previous != null && f.previous.comparable && jumped(f)) {
            problems.add(new Problem(f.indicator, "reporting.check.jump", String.valueOf(jumpPercent)));
        }
        if (f.communes != null && !f.communes.isBlank() && !f.communes.same(f.value)) {
            problems.add(new Problem(f.indicator, "reporting.check.communes"));
        }
        return problems;
    }

    /** What counts from the first of January cannot become less within the year. */
    private boolean fell(Looked f) {
        Measure m = measures.of(f.indicator);
        BigDecimal before = f.previous == null ? null : f.previous.value.amount();
        BigDecimal now = f.value.amount();
        return m.time() == Measure.Time.FLOW
                && f.previous != null
                && f.previous.sameYear
                && before != null
                && now != null
                && now.compareTo(before) < 0;
    }

    private boolean jumped(Looked f) {
        Measure m = measures.of(f.indicator);
        BigDecimal before = f.previous == null ? null : f.previous.value.shown(m);
        BigDecimal now = f.value.shown(m);
        if (before == null || now == null || before.signum() == 0) {
            return false;
        }
        BigDecimal change = now.subtract(before)
                .abs()
                .movePointRight(2)
                .divide(before.abs(), Measure.DECIMALS, RoundingMode.HALF_UP);
        return change.compareTo(BigDecimal.valueOf(jumpPercent)) > 0;
    }

    private void relation(Measures.Relation r, Map<String, Looked> figures, List<Problem> problems) {
        String right = r.equals() == null ? String.valueOf(r.atMost()) : r.equals();
        BigDecimal a = number(r.left(), figures);
        BigDecimal b = number(right, figures);
        if (a == null || b == null) {
            return;
        }
        boolean holds = r.equals() != null ? a.compareTo(b) == 0 : a.compareTo(b) <= 0;
        if (!holds) {
            String key = r.equals() != null ? "reporting.check.unequal" : "reporting.check.exceeds";
            problems.add(new Problem(indicatorOf(r.left()), key, indicatorOf(right)));
        }
    }

    private static @Nullable BigDecimal number(String name, Map<String, Looked> figures) {
        Looked looked = figures.get(indicatorOf(name));
        if (looked == null) {
            return null;
        }
        return name.endsWith(".num")
                ? looked.value.numerator()
                : name.endsWith(".den") ? looked.value.denominator() : looked.value.amount();
    }

    private static String indicatorOf(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }
}
