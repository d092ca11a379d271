package vn.angiang.plan72.accountability;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Facts of an accountability case.
 *
 * @param trigger {@code A} misconduct, loss or waste of capital; {@code B} plan not fulfilled (III.9.b)
 * @param subject what it is about: obligation and year, reports of a year, an inspection
 * @param assessor unit that assesses: Home Affairs, for trigger A the inspectorate
 * @param silent the head did not explain in time
 * @param measure proposed by the decision table, for information
 * @param conclusion the Chair's; one of the list of flows.md, never a sanction
 */
public record AccountabilityCase(
        String caseNumber,
        String unit,
        String trigger,
        String subject,
        String reason,
        @Nullable String sourceCase,
        String assessor,
        @Nullable String grounds,
        @Nullable String groundsText,
        @Nullable String requestNo,
        @Nullable LocalDate requestedOn,
        @Nullable String questions,
        @Nullable LocalDate explainDueOn,
        @Nullable LocalDate explainedOn,
        boolean silent,
        @Nullable String explanation,
        boolean forceMajeure,
        @Nullable String assessment,
        @Nullable String assessmentText,
        @Nullable String conclusion,
        @Nullable String conclusionNo,
        @Nullable LocalDate concludedOn,
        @Nullable String conclusionText,
        @Nullable String corrective,
        @Nullable LocalDate correctiveDueOn,
        @Nullable String transferredTo,
        @Nullable String moreTimeReason,
        @Nullable String moreTimeState) {}
