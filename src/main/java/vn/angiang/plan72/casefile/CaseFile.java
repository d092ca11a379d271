package vn.angiang.plan72.casefile;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A case as it stands.
 *
 * @param number printed number, never reused, e.g. {@code NV-2017-000123}
 * @param processKey flow it runs on
 * @param leadUnit unit that has to act
 * @param assignerUnit unit that gave it out and decides on it
 * @param modality {@code mandatory}, {@code request} … as in the catalogue; a request is never overdue for sanction
 * @param dueOn current due date, or null
 * @param originalDueOn due date as first set
 * @param extensions how often the due date was extended
 * @param submittedOn day the result was last handed in, or null
 * @param rating result when closed, or null
 * @param revision grows with every change others should notice
 */
public record CaseFile(
        String number,
        String processKey,
        @Nullable String processInstanceId,
        @Nullable String definitionId,
        String title,
        @Nullable String obligationId,
        @Nullable String clause,
        String leadUnit,
        String assignerUnit,
        int year,
        String modality,
        CaseState state,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate originalDueOn,
        int extensions,
        @Nullable LocalDate submittedOn,
        @Nullable String rating,
        boolean suspended,
        String openedBy,
        Instant openedAt,
        @Nullable Instant closedAt,
        long revision) {

    public boolean isOpen() {
        return closedAt == null;
    }

    /** The deadline flag derived from dates; never stored (domain vocabulary). */
    public DeadlineFlag flag(NearDue.Days days) {
        return DeadlineFlag.of(this, days.today(), days.nearUntil());
    }
}
