package vn.angiang.plan72.assignment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What an assignment knows beyond its case: objection, plan, result, verdict. */
public record AssignmentFact(
        String caseNumber,
        String deliverable,
        String specialFlow,
        @Nullable String contactPerson,
        @Nullable String objection,
        @Nullable String objectionReason,
        @Nullable String proposedLead,
        @Nullable String proposedScope,
        @Nullable LocalDate proposedDueOn,
        @Nullable String resolution,
        @Nullable String resolutionReason,
        @Nullable String newLead,
        @Nullable String newScope,
        @Nullable LocalDate newDueOn,
        @Nullable String planSteps,
        @Nullable String planMilestones,
        @Nullable Long planMoney,
        int percent,
        @Nullable String resultSummary,
        @Nullable String resultFigures,
        @Nullable LocalDate completedOn,
        int resultsReturned,
        @Nullable String verdict,
        @Nullable String verdictReason,
        boolean forceMajeure,
        @Nullable String forceMajeureNote,
        @Nullable String responsibility,
        int urged,
        boolean triggerB) {}
