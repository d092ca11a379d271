package vn.angiang.plan72.notification;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.angiang.plan72.calendar.WorkingCalendar;

/**
 * Which reminder a due date calls for on a day. Defaults T-10, T-3, T+1, then every 5 working days: proposals without
 * legal basis (parameters {@code task.reminder.*}).
 *
 * @param code kept in {@code reminder.kind}: {@code BEFORE_10}, {@code AFTER_1}, {@code WEEKLY_2}
 * @param stage which words
 * @param reachedOn the day from which it counts; a case opened later is not reminded by a {@code BEFORE}
 * @param workingDays left until the due date, or late by
 */
record ReminderKind(String code, Stage stage, LocalDate reachedOn, int workingDays) {

    enum Stage {
        BEFORE,
        AFTER,
        WEEKLY
    }

    /**
     * Numbers of working days.
     *
     * @param before before the due date, e.g. 10 and 3
     * @param after after it, once
     * @param every from then on
     */
    record Rhythm(List<Integer> before, int after, int every) {

        Rhythm {
            before = before.stream().sorted().toList();
            after = Math.max(1, after);
            every = Math.max(1, every);
        }

        /** Longest look ahead. */
        int farthest() {
            return before.isEmpty() ? 0 : before.get(before.size() - 1);
        }
    }

    /** The latest one reached; earlier ones that were missed (clock moved, system down) are not made up for. */
    static Optional<ReminderKind> of(LocalDate due, LocalDate today, Rhythm rhythm, WorkingCalendar calendar) {
        if (!today.isAfter(due)) {
            int left = calendar.workingDaysBetween(today, due);
            return rhythm.before().stream()
                    .filter(n -> !calendar.plusWorkingDays(due, -n).isAfter(today))
                    .findFirst()
                    .map(n -> new ReminderKind("BEFORE_" + n, Stage.BEFORE, calendar.plusWorkingDays(due, -n), left));
        }
        int late = calendar.workingDaysBetween(due, today);
        if (late < rhythm.after()) {
            return Optional.empty();
        }
        int weeks = (late - rhythm.after()) / rhythm.every();
        return Optional.of(
                weeks == 0
                        ? new ReminderKind("AFTER_" + rhythm.after(), Stage.AFTER, due, late)
                        : new ReminderKind("WEEKLY_" + weeks, Stage.WEEKLY, due, late));
    }
}
