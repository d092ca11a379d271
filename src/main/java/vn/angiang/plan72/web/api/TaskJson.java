package vn.angiang.plan72.web.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.angiang.plan72.organization.Units;
import vn.angiang.plan72.worklist.WorkItem;

/** An open task in a list. */
@Schema(name = "Task", description = "An open task. Absent fields have no value.")
record TaskJson(
        @Schema(description = "Identifies the task", requiredMode = Schema.RequiredMode.REQUIRED) String id,
        @Schema(description = "Case the task belongs to", example = "NV-2017-000123") String caseNumber,
        @Schema(description = "Process key", example = "assignment") String process,
        @Schema(description = "Element of the model", example = "UserTask_acceptAssignment") String step,
        @Schema(description = "What is to be done, in Vietnamese") String name,
        @Schema(description = "Title of the case") String title,
        @Schema(description = "Unit the task waits at", example = "SYT") String unit,
        String unitName,
        @Schema(description = "Unit that gave out the case") String fromUnit,
        @Schema(description = "Clause of the plan", example = "IV.13 gạch 5") @Nullable String clause,
        @Schema(description = "Groups that may do it", example = "[\"officer.SYT\"]") List<String> candidates,
        @Schema(description = "User name of the person who holds it") @Nullable String assignee,
        @Schema(description = "Last day") @Nullable LocalDate dueOn,
        @Schema(description = "Whether the last day has passed") boolean overdue,
        Instant openedAt) {

    static TaskJson of(WorkItem w, Units units, LocalDate today) {
        return new TaskJson(
                w.taskId(),
                w.caseNumber(),
                w.processKey(),
                w.taskKey(),
                w.taskName(),
                w.title(),
                w.unitCode(),
                units.nameOf(w.unitCode()),
                w.fromUnit(),
                w.clause(),
                w.candidates(),
                w.assignee(),
                w.dueOn(),
                w.isOverdue(today),
                w.openedAt());
    }

    /** A page of tasks. */
    @Schema(name = "TaskPage")
    record Page(
            List<TaskJson> items,
            @Schema(description = "Send as 'after' to get the following page; absent on the last") @Nullable
                    String next) {}

    /** A task with its form. */
    @Schema(name = "TaskDetail")
    record Detail(
            TaskJson task,
            @Schema(
                            description =
                                    "Revision of the case now; send it back with the answers so that nothing changed"
                                            + " meanwhile goes unnoticed")
                    long caseRevision,
            @Schema(description = "User name of the absent person for whom you would act") @Nullable String onBehalfOf,
            FormJson form) {}

    /** What is handed in. */
    @Schema(name = "Completion")
    record Completion(
            @Schema(
                            description = "Answers by field key: string, number, boolean, ISO date as string; an array"
                                    + " for fields that take several",
                            type = "object",
                            example = "{\"acceptance\": \"ACCEPT\"}",
                            requiredMode = Schema.RequiredMode.REQUIRED)
                    com.fasterxml.jackson.databind.@Nullable JsonNode answers,
            @Schema(
                            description =
                                    "Revision of the case when the form was read; without it changes made meanwhile are"
                                            + " not noticed")
                    @Nullable
                    Long revision) {}

    /** What a completed task leaves. */
    @Schema(name = "Receipt")
    record ReceiptJson(
            @Schema(description = "Number of the receipt: the sealed answer") String id,
            String caseNumber,
            @Schema(description = "SHA-256 of the canonical JSON of the answers") String sha256,
            Instant sealedAt,
            @Schema(description = "Where the case waits now; empty when it is over") List<TaskJson> waiting) {}
}
