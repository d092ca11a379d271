package vn.angiang.plan72.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * A term as counted, with the days that did not count, so that anybody can check it.
 *
 * @param from the day the term starts from; itself never counted
 * @param due the last day
 * @param amount of days
 * @param working whether {@code amount} is in working days; else calendar days, and {@code skipped} are the days off
 *     at the end over which the due date was moved
 */
public record Deadline(LocalDate from, LocalDate due, int amount, boolean working, List<Skipped> skipped) {

    public Deadline {
        skipped = List.copyOf(skipped);
    }

    /** "5 ngày làm việc từ 24/01/2017, trừ Tết Nguyên đán (26/01–01/02) và 2 ngày cuối tuần". */
    public String explain(Locale locale) {
        Words words = Words.of(locale);
        String from = Words.full(this.from);
        if (working) {
            return skipped.isEmpty()
                    ? words.say("calendar.deadline.working", amount, from)
                    : words.say("calendar.deadline.working.skipping", amount, from, SkippedDays.in(words, this));
        }
        return skipped.isEmpty()
                ? words.say("calendar.deadline.days", amount, from)
                : words.say(
                        "calendar.deadline.days.moved",
                        amount,
                        from,
                        Words.full(skipped.get(0).day()),
                        SkippedDays.in(words, this),
                        Words.full(due));
    }
}
