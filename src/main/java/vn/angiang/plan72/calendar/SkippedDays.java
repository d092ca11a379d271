package vn.angiang.plan72.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Puts skipped days into words: holidays by runs of consecutive days, weekends as a number. */
final class SkippedDays {

    private SkippedDays() {}

    static String in(Words words, Deadline deadline) {
        var parts = new ArrayList<String>();
        int weekend = 0;
        var run = new ArrayList<Holiday>();
        for (Skipped s : deadline.skipped()) {
            Holiday holiday = s.holiday();
            boolean follows =
                    !run.isEmpty() && run.get(run.size() - 1).day().plusDays(1).equals(s.day());
            if (!run.isEmpty() && (holiday == null || !follows)) {
                parts.add(said(words, run, deadline.from()));
                run.clear();
            }
            if (holiday == null) {
                weekend++;
            } else {
                run.add(holiday);
            }
        }
        if (!run.isEmpty()) {
            parts.add(said(words, run, deadline.from()));
        }
        if (weekend > 0) {
            parts.add(words.say("calendar.weekendDays", weekend));
        }
        return words.join(parts);
    }

    /** "Tết Nguyên đán (26/01–01/02)": days in lieu go by the holiday they follow. */
    private static String said(Words words, List<Holiday> run, LocalDate from) {
        Set<String> names = new LinkedHashSet<>();
        run.stream().filter(h -> h.kind() == Holiday.Kind.OFF).forEach(h -> names.add(h.name(words.locale())));
        if (names.isEmpty()) {
            run.forEach(h -> names.add(h.name(words.locale())));
        }
        String first = Words.brief(run.get(0).day(), from);
        String last = Words.brief(run.get(run.size() - 1).day(), from);
        String days = run.size() == 1 ? first : first + "–" + last;
        return words.join(List.copyOf(names)) + " (" + days + ")";
    }
}
