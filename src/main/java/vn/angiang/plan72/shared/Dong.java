package vn.angiang.plan72.shared;

import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Money in whole đồng: read as people type or paste it, written with points between thousands. */
public final class Dong {

    /** Most that one figure may be: a thousand times the plan's yearly capital; sums of 9,000 such figures still fit. */
    public static final long MOST = 1_000_000_000_000_000L;

    private static final Pattern PLAIN = Pattern.compile("\\d{1,16}");
    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(\\.\\d{3}){1,5}");

    private Dong() {}

    /** The amount from 0 to {@link #MOST}; empty when it is anything else, decimals included. */
    public static OptionalLong read(String typed) {
        String text = typed.strip().replace("\u00a0", "").replaceFirst("\\s*(đồng|đ|₫)$", "");
        if (!PLAIN.matcher(text).matches() && !GROUPED.matcher(text).matches()) {
            return OptionalLong.empty();
        }
        long amount = Long.parseLong(text.replace(".", ""));
        return amount <= MOST ? OptionalLong.of(amount) : OptionalLong.empty();
    }

    /** {@code 1.500.000}; a minus sign before what is missing. */
    public static String write(long amount) {
        String digits = Long.toString(Math.abs(amount));
        var grouped = new StringBuilder();
        for (int i = 0; i < digits.length(); i++) {
            if (i > 0 && (digits.length() - i) % 3 == 0) {
                grouped.append('.');
            }
            grouped.append(digits.charAt(i));
        }
        return (amount < 0 ? "-" : "") + grouped;
    }
}
