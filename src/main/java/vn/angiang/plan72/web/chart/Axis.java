package vn.angiang.plan72.web.chart;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Round values of an axis, and where on it a value lies. */
record Axis(List<BigDecimal> ticks) {

    /** An axis with zero and all values on it; without values from 0 to 1. */
    static Axis of(Collection<@Nullable BigDecimal> values) {
        var known = values.stream().filter(Objects::nonNull).toList();
        return new Axis(Numbers.ticks(
                known.stream().min(Comparator.naturalOrder()).orElse(BigDecimal.ZERO),
                known.stream().max(Comparator.naturalOrder()).orElse(BigDecimal.ZERO)));
    }

    /** From 0 at the first tick to 1 at the last. */
    double share(BigDecimal value) {
        double bottom = ticks.get(0).doubleValue();
        double top = ticks.get(ticks.size() - 1).doubleValue();
        return (value.doubleValue() - bottom) / (top - bottom);
    }
}
