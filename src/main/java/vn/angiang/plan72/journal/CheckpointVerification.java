package vn.angiang.plan72.journal;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The journal compared with its checkpoints.
 *
 * @param checkpoints how many were read
 * @param heads entries compared
 * @param newest moment of the newest; what was done after it is covered by none
 */
public record CheckpointVerification(
        int checkpoints, long heads, @Nullable Instant newest, List<Difference> differences) {

    /**
     * A place where they do not agree.
     *
     * @param kind {@code CUT} the entry is no longer there, {@code REWRITTEN} it has another hash, {@code SIGNATURE} the
     *     checkpoint is not signed with our key or damaged, {@code GAP} one before it was taken out or altered
     * @param checkpoint number of the line in the file
     * @param chain empty when the checkpoint itself is at fault
     */
    public record Difference(String kind, long checkpoint, String chain, long seq) {}

    /** No difference, and at least one checkpoint to compare with. */
    public boolean agrees() {
        return checkpoints > 0 && differences.isEmpty();
    }
}
