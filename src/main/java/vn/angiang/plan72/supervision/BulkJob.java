package vn.angiang.plan72.supervision;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.angiang.plan72.shared.JobProgress;

/**
 * An act on many cases.
 *
 * @param state {@code PREVIEW}, {@code RUNNING}, {@code DONE}, {@code STOPPED}
 * @param planned cases still to be acted on
 * @param done acted on
 * @param left that could not be acted on when looked at
 * @param failed that could not be acted on when their turn came
 */
public record BulkJob(
        long id,
        SupervisionActs.Order order,
        String requestedBy,
        Instant requestedAt,
        String state,
        int planned,
        int done,
        int left,
        int failed)
        implements JobProgress {

    /**
     * One case of it.
     *
     * @param result {@code PLANNED}, {@code LEFT}, {@code DONE}, {@code FAILED}
     * @param message why it was left or failed
     */
    public record Item(
            int seq,
            String caseNumber,
            String title,
            String unit,
            @Nullable LocalDate dueOn,
            String result,
            @Nullable String message) {}
}
