package vn.angiang.plan72.web.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Highest and lowest of named figures, as words for a description; of equal ones the first. */
record Extremes(String count, String highName, String high, String lowName, String low) {

    /** Interface instead of {@link Function}, so that the figure may be null. */
    @FunctionalInterface
    interface Figure<T> {
        @Nullable
        BigDecimal of(T thing);
    }

    /** Empty when none has a figure. */
    static <T> Optional<Extremes> of(List<T> things, Function<T, String> name, Figure<T> figure) {
        record Known(String name, BigDecimal value) {}
        var known = new ArrayList<Known>();
        for (T thing : things) {
            BigDecimal value = figure.of(thing);
            if (value != null) {
                known.add(new Known(name.apply(thing), value));
            }
        }
        if (known.isEmpty()) {
            return Optional.empty();
        }
        Known high = known.get(0);
        Known low = high;
        for (Known one : known) {
            high = one.value.compareTo(high.value) > 0 ? one : high;
            low = one.value.compareTo(low.value) < 0 ? one : low;
        }
        return Optional.of(new Extremes(
                String.valueOf(known.size()),
                high.name,
                Numbers.number(high.value),
                low.name,
                Numbers.number(low.value)));
    }
}
