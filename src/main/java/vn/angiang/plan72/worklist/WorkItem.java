package vn.angiang.plan72.worklist;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An open task as the inbox shows it.
 *
 * @param taskKey element id in the model
 * @param candidates groups that may do it
 * @param unitCode unit it waits at
 * @param fromUnit unit that gave out the case
 * @param assignee person who holds it, or null
 * @param dueOn last day, or null
 */
public record WorkItem(
        String taskId,
        String caseNumber,
        String processKey,
        String definitionId,
        String deploymentId,
        String taskKey,
        String taskName,
        String formKey,
        List<String> candidates,
        String title,
        String unitCode,
        String fromUnit,
        @Nullable String clause,
        @Nullable String assignee,
        @Nullable LocalDate dueOn,
        Instant openedAt) {

    /** Days for rows without a due date: they sort last. */
    static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    public boolean isOverdue(LocalDate today) {
        return dueOn != null && dueOn.isBefore(today);
    }
}
