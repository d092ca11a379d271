package vn.angiang.plan72.calendar;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The calendar's bundle, read directly so that plain values such as {@link Deadline} can speak. */
record Words(ResourceBundle bundle, Locale locale) {

    private static final DateTimeFormatter FULL = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("dd/MM");
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    static Words of(Locale locale) {
        return new Words(ResourceBundle.getBundle("messages-calendar", locale, NO_FALLBACK), locale);
    }

    String say(String key, Object... arguments) {
        String pattern = bundle.getString(key);
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, locale).format(arguments);
    }

    static String full(LocalDate day) {
        return FULL.format(day);
    }

    /** Without the year when it is that of the reference. */
    static String brief(LocalDate day, LocalDate reference) {
        return day.getYear() == reference.getYear() ? SHORT.format(day) : FULL.format(day);
    }

    /** "a", "a và b", "a, b và c". */
    String join(List<String> parts) {
        if (parts.size() < 2) {
            return String.join("", parts);
        }
        int last = parts.size() - 1;
        return String.join(", ", parts.subList(0, last)) + say("calendar.and") + parts.get(last);
    }
}
