package vn.angiang.plan72.taskform;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.angiang.plan72.shared.Texts;

/** Turns what was typed into values. Never throws: what cannot be read gives an empty result. */
final class Inputs {

    private static final Pattern VIETNAMESE_DATE = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})");
    private static final Pattern ISO_DATE = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
    private static final Pattern GROUPED = Pattern.compile("-?\\d{1,3}(\\.\\d{3})+(,\\d+)?");
    private static final Pattern PLAIN = Pattern.compile("-?\\d{1,18}([.,]\\d{1,10})?");

    private Inputs() {}

    static String first(Map<String, List<String>> raw, String key) {
        List<String> values = raw.get(key);
        return values == null || values.isEmpty() || values.get(0) == null ? "" : values.get(0);
    }

    /** 05/03/2017, 5/3/2017, 5.3.2017 or 2017-03-05. */
    static Optional<LocalDate> date(String typed) {
        String text = Texts.clean(typed);
        Matcher vietnamese = VIETNAMESE_DATE.matcher(text);
        if (vietnamese.matches()) {
            return day(vietnamese.group(3), vietnamese.group(2), vietnamese.group(1));
        }
        Matcher iso = ISO_DATE.matcher(text);
        return iso.matches() ? day(iso.group(1), iso.group(2), iso.group(3)) : Optional.empty();
    }

    private static Optional<LocalDate> day(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /**
     * 1.234.567,8 or 1234567,8 or 1234567.8. A point between groups of exactly three digits groups thousands, as
     * Vietnamese writes it: 1.234 is one thousand two hundred and thirty-four.
     */
    static Optional<BigDecimal> number(String typed) {
        String text = Texts.clean(typed).replace(" ", "").replace("\u00a0", "");
        if (GROUPED.matcher(text).matches()) {
            return Optional.of(new BigDecimal(text.replace(".", "").replace(',', '.')));
        }
        return PLAIN.matcher(text).matches() ? Optional.of(new BigDecimal(text.replace(',', '.'))) : Optional.empty();
    }

    static boolean checked(String typed) {
        return typed.equals("true") || typed.equals("on") || typed.equals("1");
    }

    /** The value as the engine and the journal keep it: whole numbers as Long. */
    static Object plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() <= 0 && stripped.precision() - stripped.scale() <= 18
                ? (Object) stripped.longValueExact()
                : number;
    }

    static @Nullable String blankToNull(String text) {
        return text.isBlank() ? null : text;
    }
}
