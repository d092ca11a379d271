package vn.angiang.plan72.modelling;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a draft that is tried has come to, in words.
 *
 * @param revision goes up with each act
 * @param now of the trial's own clock
 * @param outdated whether the draft was changed since the trial began
 * @param endedAt label of the event it ended at, or null while it runs
 */
public record Trial(
        long revision,
        Instant now,
        boolean outdated,
        @Nullable String endedAt,
        List<Task> tasks,
        List<Timer> timers,
        List<Message> messages,
        List<Call> calls,
        List<Line> variables,
        List<TrialQuestion> questions,
        List<String> path,
        List<String> current,
        List<String> visited) {

    /** A task that waits; {@code who} in words. */
    public record Task(String ref, String name, List<String> who, @Nullable Instant due, boolean hasForm) {}

    /** A timer that would fire. */
    public record Timer(String name, Instant due) {}

    /** A message that may be sent. */
    public record Message(String ref, String name, String message) {}

    /** A step the system would have called. */
    public record Call(String step, String meaning, String arguments, String answer) {}

    /** A name with its value. */
    public record Line(String name, String value) {}
}
