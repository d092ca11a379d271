package vn.angiang.plan72.taskform;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.MessageSource;

/** Words about answers: mistakes made from the label, numbers and dates as Vietnamese writes them. */
final class FormWords {

    /** Properties by which a form brings words of its own. */
    static final Set<String> OWN =
            new TreeSet<>(Set.of("errorRequired", "errorLength", "errorRange", "errorPattern", "errorFormat"));

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final MessageSource messages;
    private final Locale locale;

    FormWords(MessageSource messages, Locale locale) {
        this.messages = messages;
        this.locale = locale;
    }

    /**
     * A mistake in words.
     *
     * @param own property that may replace the words
     * @param key {@code taskform.error.<key>}; its arguments are the label, the label within a sentence, and {@code more}
     */
    String mistake(Component field, String own, String key, Object... more) {
        String replaced = field.words().get(own);
        if (replaced != null && !replaced.isEmpty()) {
            return replaced;
        }
        var arguments = new ArrayList<Object>();
        arguments.add(field.label());
        arguments.add(within(field.label()));
        arguments.addAll(Arrays.asList(more));
        return say("taskform.error." + key, arguments.toArray());
    }

    String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, key, locale);
    }

    /** The label inside a sentence: lower case, unless it begins with an abbreviation. */
    static String within(String label) {
        boolean abbreviation = label.length() > 1 && Character.isUpperCase(label.charAt(1));
        return label.isEmpty() || abbreviation
                ? label
                : label.substring(0, 1).toLowerCase(VIETNAMESE) + label.substring(1);
    }

    /** 1.234.567,8 */
    static String number(Number number) {
        var format = NumberFormat.getInstance(VIETNAMESE);
        format.setMaximumFractionDigits(30);
        return format.format(number instanceof BigDecimal d ? d : (Object) number.longValue());
    }

    /** 05/03/2017 */
    static String date(LocalDate day) {
        return "%02d/%02d/%04d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
    }
}
