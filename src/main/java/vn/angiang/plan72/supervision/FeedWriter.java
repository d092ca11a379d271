package vn.angiang.plan72.supervision;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Writes iCalendar (RFC 5545): whole-day events only, which is all we need; hence no library. Lines end in CRLF and are
 * folded at 75 octets without cutting a character; text is escaped.
 */
final class FeedWriter {

    private static final int LINE = 75;
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final StringBuilder out = new StringBuilder();

    FeedWriter(String name) {
        line("BEGIN", "VCALENDAR");
        line("VERSION", "2.0");
        line("PRODID", "-//plan72//Ke hoach 72//VI");
        line("CALSCALE", "GREGORIAN");
        line("METHOD", "PUBLISH");
        line("X-WR-CALNAME", escaped(name));
        line("REFRESH-INTERVAL;VALUE=DURATION", "PT4H");
    }

    /** A whole day. */
    FeedWriter event(String id, Instant changedAt, LocalDate day, String summary, String description) {
        line("BEGIN", "VEVENT");
        line("UID", id);
        line("DTSTAMP", MOMENT.format(changedAt));
        line("DTSTART;VALUE=DATE", DAY.format(day));
        line("DTEND;VALUE=DATE", DAY.format(day.plusDays(1)));
        line("SUMMARY", escaped(summary));
        if (!description.isEmpty()) {
            line("DESCRIPTION", escaped(description));
        }
        line("TRANSP", "TRANSPARENT");
        line("END", "VEVENT");
        return this;
    }

    String end() {
        line("END", "VCALENDAR");
        return out.toString();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\\R", "\\\\n")
                .replaceAll("\\p{Cntrl}", "");
    }

    private void line(String name, String value) {
        int room = LINE;
        String text = name + ":" + value;
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            String character = Character.toString(point);
            int octets = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets > room) {
                out.append("\r\n ");
                room = LINE - 1;
            }
            out.append(character);
            room -= octets;
            i += Character.charCount(point);
        }
        out.append("\r\n");
    }
}
