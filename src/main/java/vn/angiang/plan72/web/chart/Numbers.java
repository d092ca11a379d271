package vn.angiang.plan72.web.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Numbers as they are written in Viet Nam, and round ones for axes. */
final class Numbers {

    /** Shown where there is no figure. */
    static final String NONE = "–";

    private static final List<BigDecimal> TICK_STEPS = decimals("1", "2", "2.5", "5", "10");
    private static final List<BigDecimal> CLASS_STEPS = decimals("1", "1.5", "2", "2.5", "3", "4", "5", "6", "8", "10");
    private static final int MOST_TICKS = 6;

    private Numbers() {}

    /** {@code 1.234,5}; at most two decimals. */
    static String number(@Nullable BigDecimal number) {
        return number == null ? NONE : format("#,##0.##").format(number);
    }

    /** A round value with all the decimals its step needs. */
    static String round(BigDecimal number) {
        return format("#,##0.##########").format(number);
    }

    private static DecimalFormat format(String pattern) {
        var symbols = new DecimalFormatSymbols(Locale.ROOT);
        symbols.setGroupingSeparator('.');
        symbols.setDecimalSeparator(',');
        var format = new DecimalFormat(pattern, symbols);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format;
    }

    /** Four to six round values that take in both numbers and zero. */
    static List<BigDecimal> ticks(BigDecimal lowest, BigDecimal highest) {
        BigDecimal bottom = lowest.min(BigDecimal.ZERO);
        BigDecimal top = highest.max(BigDecimal.ZERO);
        if (top.compareTo(bottom) == 0) {
            top = BigDecimal.ONE;
        }
        BigDecimal step = stepFor(top.subtract(bottom), MOST_TICKS - 1, TICK_STEPS);
        while (true) {
            var ticks = new ArrayList<BigDecimal>();
            BigDecimal tick = floor(bottom, step);
            for (; tick.compareTo(top) < 0; tick = tick.add(step)) {
                ticks.add(tick);
            }
            ticks.add(tick);
            if (ticks.size() <= MOST_TICKS) {
                return ticks;
            }
            step = next(step, TICK_STEPS);
        }
    }

    /** Lower bounds of so many classes of one round width which hold both numbers; the last bound closes the last class. */
    static List<BigDecimal> bounds(BigDecimal lowest, BigDecimal highest, int classes) {
        BigDecimal span = highest.subtract(lowest);
        BigDecimal step = span.signum() == 0 ? BigDecimal.ONE : stepFor(span, classes, CLASS_STEPS);
        BigDecimal count = BigDecimal.valueOf(classes);
        while (floor(lowest, step).add(step.multiply(count)).compareTo(highest) < 0) {
            step = next(step, CLASS_STEPS);
        }
        var bounds = new ArrayList<BigDecimal>();
        for (int i = 0; i <= classes; i++) {
            bounds.add(floor(lowest, step).add(step.multiply(BigDecimal.valueOf(i))));
        }
        return bounds;
    }

    private static BigDecimal floor(BigDecimal number, BigDecimal step) {
        return number.divide(step, 0, RoundingMode.FLOOR).multiply(step);
    }

    private static BigDecimal stepFor(BigDecimal span, int parts, List<BigDecimal> steps) {
        double raw = span.doubleValue() / parts;
        var power = BigDecimal.ONE.scaleByPowerOfTen((int) Math.floor(Math.log10(raw)) - 1);
        BigDecimal step = power;
        while (step.multiply(BigDecimal.valueOf(parts)).compareTo(span) < 0) {
            step = next(step, steps);
        }
        return step;
    }

    private static BigDecimal next(BigDecimal step, List<BigDecimal> steps) {
        var power = BigDecimal.ONE.scaleByPowerOfTen(step.precision() - step.scale() - 1);
        for (BigDecimal candidate : steps) {
            if (candidate.multiply(power).compareTo(step) > 0) {
                return candidate.multiply(power);
            }
        }
        throw new IllegalStateException("No step above " + step);
    }

    private static List<BigDecimal> decimals(String... numbers) {
        return Stream.of(numbers).map(BigDecimal::new).toList();
    }
}
