package vn.angiang.plan72.reporting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One figure of one report.
 *
 * @param value as it counts now; with the correction's when there was one
 * @param reported as first reported; differs from {@code value} only after a correction
 * @param reason why it is blank, or why it jumps
 * @param via {@code FORM}, {@code EXCEL} or {@code COMMUNES}
 * @param correction number of the last correction, or null
 */
public record Figure(
        long reportId,
        String indicator,
        Value value,
        Value reported,
        @Nullable String reason,
        @Nullable String enteredBy,
        @Nullable String enteredByName,
        @Nullable Instant enteredAt,
        @Nullable String via,
        @Nullable Integer correction) {

    /**
     * A number, or numerator and denominator of a ratio; all null is blank.
     *
     * @param amount counts, amounts and values
     */
    public record Value(@Nullable BigDecimal amount, @Nullable BigDecimal numerator, @Nullable BigDecimal denominator) {

        /** Nothing was entered. */
        public static final Value BLANK = new Value(null, null, null);

        /** A single number. */
        public static Value of(@Nullable BigDecimal amount) {
            return new Value(amount, null, null);
        }

        /** A ratio. */
        public static Value ratio(@Nullable BigDecimal numerator, @Nullable BigDecimal denominator) {
            return new Value(null, numerator, denominator);
        }

        public boolean isBlank() {
            return amount == null && numerator == null && denominator == null;
        }

        /** Same numbers, whatever their scale. */
        public boolean same(Value other) {
            return same(amount, other.amount)
                    && same(numerator, other.numerator)
                    && same(denominator, other.denominator);
        }

        private static boolean same(@Nullable BigDecimal a, @Nullable BigDecimal b) {
            return a == null || b == null ? a == b : a.compareTo(b) == 0;
        }

        /** The number people read: the amount, or the ratio to two decimals; null when blank or divided by nothing. */
        public @Nullable BigDecimal shown(Measure measure) {
            if (!measure.isRatio()) {
                return amount;
            }
            if (numerator == null || denominator == null || denominator.signum() == 0) {
                return null;
            }
            BigDecimal whole = measure.kind() == Measure.Kind.RATE ? numerator.movePointRight(2) : numerator;
            return whole.divide(denominator, Measure.DECIMALS, RoundingMode.HALF_UP);
        }
    }
}
