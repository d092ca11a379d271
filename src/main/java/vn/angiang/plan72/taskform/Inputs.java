package vn.angiang.plan72.taskform;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.angiang.plan72.shared.Texts;

/** Turns what was typed into values. Never throws: what cannot be read gives an empty result. */
final class Inputs {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2100;
    private static final Pattern VIETNAMESE_DATE = Pattern.compile("(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4})");
    private static final Pattern ISO_DATE = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
    /** 1.234.567 or 1.234.567,8: points group thousands. */
    private static final Pattern GROUPED = Pattern.compile("-?[1-9]\\d{0,2}(\\.\\d{3}){1,5}(,\\d{1,10})?");
    /** 1234567 or 1234567,8 or 1234567.8. */
    private static final Pattern PLAIN = Pattern.compile("-?\\d{1,18}([.,]\\d{1,10})?");
    /** Read as thousands by one, as thousandths by another. */
    private static final Pattern AMBIGUOUS = Pattern.compile("-?[1-9]\\d{0,2}\\.\\d{3}");

    private Inputs() {}

    /** What was sent under a key, without missing values. */
    static List<String> all(Map<String, List<String>> raw, String key) {
        List<String> values = raw.get(key);
        return values == null
                ? List.of()
                : values.stream().filter(Objects::nonNull).toList();
    }

    static String first(Map<String, List<String>> raw, String key) {
        List<String> values = all(raw, key);
        return values.isEmpty() ? "" : values.get(0);
    }

    /** 05/03/2017, 5/3/2017, 5.3.2017, 5-3-2017 or 2017-03-05; 1900 to 2100. */
    static Optional<LocalDate> date(String typed) {
        String text = Texts.clean(typed);
        Matcher vietnamese = VIETNAMESE_DATE.matcher(text);
        if (vietnamese.matches()) {
            return day(vietnamese.group(4), vietnamese.group(3), vietnamese.group(1));
        }
        Matcher iso = ISO_DATE.matcher(text);
        return iso.matches() ? day(iso.group(1), iso.group(2), iso.group(3)) : Optional.empty();
    }

    private static Optional<LocalDate> day(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)))
                    .filter(d -> d.getYear() >= FIRST_YEAR && d.getYear() <= LAST_YEAR);
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /**
     * A number as Vietnamese writes it, or plain. A comma always begins the decimals. Points group thousands when they
     * stand before every three digits; otherwise a single point begins the decimals (1234567.8, 0.125). 1.234 is one
     * thousand two hundred and thirty-four; a field that allows three decimals or more does not take it, because it
     * could mean either.
     *
     * @param decimalDigits most digits after the comma the field allows
     */
    static Optional<BigDecimal> number(String typed, int decimalDigits) {
        String text = Texts.clean(typed).replaceAll("[\\s\\u00A0\\u202F]", "").replace('\u2212', '-');
        if (GROUPED.matcher(text).matches()) {
            return AMBIGUOUS.matcher(text).matches() && decimalDigits >= 3
                    ? Optional.empty()
                    : Optional.of(new BigDecimal(text.replace(".", "").replace(',', '.')));
        }
        return PLAIN.matcher(text).matches() ? Optional.of(new BigDecimal(text.replace(',', '.'))) : Optional.empty();
    }

    /** A number as JSON writes it, of ordinary size; null when it is not. */
    static @Nullable BigDecimal plainNumber(String text) {
        try {
            var number = text.length() > 40 ? null : new BigDecimal(text);
            return number == null || Math.abs((long) number.scale()) > 30
                    ? null
                    : new BigDecimal(number.toPlainString());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    static boolean checked(String typed) {
        return typed.equals("true") || typed.equals("on") || typed.equals("1");
    }

    /** The value as the engine and the journal keep it: whole numbers as Long. */
    static Object stored(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() <= 0 && stripped.precision() - stripped.scale() <= 18
                ? (Object) stripped.longValueExact()
                : stripped;
    }

    /** A number as a person would type it, read back as the same number by {@link #number}. */
    static String typed(BigDecimal number) {
        return number.toPlainString().replace('.', ',');
    }
}
