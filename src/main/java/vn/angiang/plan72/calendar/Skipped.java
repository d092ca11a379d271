package vn.angiang.plan72.calendar;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A day that did not count in a term.
 *
 * @param holiday the row that made it a day off, or null for an ordinary weekend
 */
public record Skipped(LocalDate day, @Nullable Holiday holiday) {
    public boolean isWeekend() {
        return holiday == null;
    }
}
