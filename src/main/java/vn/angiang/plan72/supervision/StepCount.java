package vn.angiang.plan72.supervision;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.angiang.plan72.calendar.WorkingCalendar;
import vn.angiang.plan72.supervision.StepCell.Sum;

/** How a step or a run is counted; the same for what the engine tells as it happens and for what its history says. */
@Component
class StepCount {

    /** A path of more steps than fit is cut; it stays a path of its own by its mark. */
    private static final int LONGEST = 3900;

    private final WorkingCalendar calendar;
    private final ZoneId zone;

    StepCount(WorkingCalendar calendar, Clock clock) {
        this.calendar = calendar;
        this.zone = clock.getZone();
    }

    /** A step that waits. */
    static StepCell open(String definitionId, String taskKey, String unit, LocalDate dueOn) {
        return new StepCell(definitionId, StepCell.STEP, taskKey, unit, dueOn, 0, 0);
    }

    /** A run that is not over. */
    static StepCell running(String definitionId, String unit) {
        return new StepCell(definitionId, StepCell.RUN, "", unit, StepCell.NEVER, 0, 0);
    }

    /** A step that was done: where it counts and what it adds. */
    Map.Entry<StepCell, Sum> done(
            String definitionId, String taskKey, String unit, Instant opened, LocalDate dueOn, Instant closed) {
        LocalDate from = day(opened);
        LocalDate to = day(closed);
        var cell =
                new StepCell(definitionId, StepCell.STEP, taskKey, unit, StepCell.NEVER, to.getYear(), days(from, to));
        boolean target = dueOn.isBefore(StepCell.NEVER);
        return Map.entry(
                cell,
                new Sum(
                        1,
                        target ? 1 : 0,
                        target ? Math.max(0, calendar.workingDaysBetween(from, dueOn)) : 0,
                        to.isAfter(dueOn) ? 1 : 0));
    }

    /** A run that is over. */
    StepCell ended(String definitionId, String path, String unit, Instant started, Instant ended) {
        LocalDate to = day(ended);
        return new StepCell(
                definitionId, StepCell.RUN, path, unit, StepCell.NEVER, to.getYear(), days(day(started), to));
    }

    private int days(LocalDate from, LocalDate to) {
        return to.isAfter(from) ? calendar.workingDaysBetween(from, to) : 0;
    }

    private LocalDate day(Instant moment) {
        return moment.atZone(zone).toLocalDate();
    }

    /** The steps of a run in order; one that was opened several times in a row counts once. */
    static String steps(List<String> taskKeys) {
        var steps = new StringBuilder();
        String before = null;
        for (String key : taskKeys) {
            if (key.equals(before)) {
                continue;
            }
            if (steps.length() + key.length() > LONGEST) {
                return steps.append(" …").toString();
            }
            steps.append(steps.isEmpty() ? "" : " ").append(key);
            before = key;
        }
        return steps.toString();
    }

    /** A short mark of the steps, the same everywhere. */
    static String path(String steps) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(steps.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The last day as it is kept. */
    static LocalDate orNever(@Nullable LocalDate dueOn) {
        return dueOn == null ? StepCell.NEVER : dueOn;
    }

    /** Unit of a group such as {@code officer.H886}. */
    static String unitOf(String group) {
        return group.substring(group.indexOf('.') + 1);
    }
}
