package vn.angiang.plan72.process;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the engine did, in our words. Published inside the engine's own transaction. */
public final class EngineEvents {

    private EngineEvents() {}

    /**
     * A user task waits for somebody.
     *
     * @param taskId engine id
     * @param processInstanceId run of the process it belongs to
     * @param caseNumber business key of the process
     * @param processKey e.g. {@code assignment}
     * @param definitionId version of the process
     * @param deploymentId deployment that holds its forms
     * @param taskKey element id, e.g. {@code UserTask_acceptAssignment}
     * @param name label in the model
     * @param formKey id of the form, or empty
     * @param candidateGroups groups that may do it
     * @param assignee person it belongs to already, if any
     * @param dueOn last day, or null
     */
    public record TaskOpened(
            String taskId,
            String processInstanceId,
            String caseNumber,
            String processKey,
            String definitionId,
            String deploymentId,
            String taskKey,
            String name,
            String formKey,
            List<String> candidateGroups,
            @Nullable String assignee,
            @Nullable LocalDate dueOn,
            Instant openedAt) {}

    /** A task changed hands; null means nobody holds it now. */
    public record TaskAssigned(String taskId, String caseNumber, @Nullable String assignee) {}

    /** The due date of a task was moved. */
    public record TaskDueChanged(String taskId, String caseNumber, @Nullable LocalDate dueOn) {}

    /** A task went over to another version of its process; what it is now, under the same id. */
    public record TaskMigrated(TaskOpened now) {}

    /** A running process went over to another version. */
    public record ProcessMigrated(
            String caseNumber, String processInstanceId, String fromDefinition, String toDefinition) {}

    /** A task is over: done, or taken away by the flow (withdrawn, interrupted). */
    public record TaskClosed(String taskId, String caseNumber, boolean done) {}

    /** A process of a case begins; also one that another process calls. */
    public record ProcessStarted(String caseNumber, String processKey, String processInstanceId, String definitionId) {}

    /**
     * The process of a case has ended.
     *
     * @param root whether it runs by itself; false when another process called it
     * @param lastElement id of the end event (or of the event subprocess) with which it ended; empty when cancelled
     * @param lastName label of that element, or its id
     * @param cancelled whether it was taken away instead of coming to an end of its own
     */
    public record ProcessEnded(
            String caseNumber,
            String processKey,
            String processInstanceId,
            boolean root,
            String lastElement,
            String lastName,
            boolean cancelled) {}
}
