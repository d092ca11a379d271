package vn.angiang.plan72.taskform;

import java.math.BigDecimal;
import java.util.Optional;

/** Numbers as people type them, for pages that take figures outside a form. Same rules as the forms (docs/forms.md). */
public final class TypedNumber {

    private TypedNumber() {}

    /**
     * The number, or empty when it cannot be read.
     *
     * @param decimalDigits most digits after the comma the field allows; with three or more, {@code 1.234} is refused
     */
    public static Optional<BigDecimal> read(String typed, int decimalDigits) {
        return Inputs.number(typed, decimalDigits)
                .filter(n -> n.stripTrailingZeros().scale() <= decimalDigits);
    }

    /** As {@link #read} takes it back: {@code 1234,5}. */
    public static String write(BigDecimal number) {
        BigDecimal plain = number.stripTrailingZeros();
        return Inputs.typed(plain.scale() < 0 ? plain.setScale(0) : plain);
    }
}
