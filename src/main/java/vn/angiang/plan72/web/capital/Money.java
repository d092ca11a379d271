package vn.angiang.plan72.web.capital;

import java.math.BigInteger;
import org.springframework.stereotype.Component;
import vn.angiang.plan72.shared.Dong;

/** Money in words for templates: {@code @money}. */
@Component("money")
public class Money {

    /** {@code 1.500.000}. */
    public String dong(long amount) {
        return Dong.write(amount);
    }

    /** As an input holds it: empty for nothing. */
    public String typed(long amount) {
        return amount == 0 ? "" : Dong.write(amount);
    }

    /** Whole percent, rounded down; a dash of nothing. */
    public String percent(long part, long whole) {
        return whole == 0
                ? "–"
                : BigInteger.valueOf(part).multiply(BigInteger.valueOf(100)).divide(BigInteger.valueOf(whole)) + "%";
    }
}
