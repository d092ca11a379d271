package vn.angiang.plan72.modelling;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.angiang.plan72.shared.JobProgress;

/**
 * Cases going over from one version of a process to another.
 *
 * @param byHand steps somebody mapped, old to new
 * @param state {@code PREVIEW}, {@code RUNNING}, {@code DONE}, {@code STOPPED}
 * @param planned cases still to go over
 * @param left that cannot go over, as seen when looked through
 * @param failed that could not when their turn came
 */
public record Migration(
        long id,
        String folder,
        String fromDefinition,
        String toDefinition,
        int fromVersion,
        int toVersion,
        Map<String, String> byHand,
        String reason,
        String requestedBy,
        Instant requestedAt,
        String state,
        int planned,
        int done,
        int left,
        int failed)
        implements JobProgress {

    /**
     * One case.
     *
     * @param steps labels of the steps it waits at
     * @param result {@code PLANNED}, {@code LEFT}, {@code DONE}, {@code FAILED}
     * @param message why it stayed
     */
    public record Item(
            int seq, String instanceId, String caseNumber, String steps, String result, @Nullable String message) {}
}
