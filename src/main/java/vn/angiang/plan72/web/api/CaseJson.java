package vn.angiang.plan72.web.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.angiang.plan72.casefile.CaseFile;
import vn.angiang.plan72.casefile.CaseState;
import vn.angiang.plan72.casefile.DeadlineFlag;
import vn.angiang.plan72.casefile.NearDue;
import vn.angiang.plan72.journal.JournalEntry;
import vn.angiang.plan72.organization.Units;

/** A case in a list. */
@Schema(name = "Case", description = "A case (hồ sơ). Absent fields have no value.")
record CaseJson(
        @Schema(example = "NV-2017-000123") String number,
        @Schema(description = "Process key") String process,
        String title,
        @Schema(description = "Obligation of the plan", example = "IV.3.a") @Nullable String obligation,
        @Nullable String clause,
        @Schema(description = "Unit that has to act") String leadUnit,
        String leadUnitName,
        @Schema(description = "Unit that gave it out and decides on it") String assignerUnit,
        @Schema(description = "Year of the plan") int year,
        @Schema(description = "mandatory, request …; a request is never overdue for sanction") String modality,
        CaseState state,
        @Schema(description = "How it stands against its due date today") DeadlineFlag deadline,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate originalDueOn,
        @Schema(description = "How often the due date was extended") int extensions,
        @Schema(description = "Day the result was last handed in") @Nullable LocalDate submittedOn,
        @Nullable String rating,
        boolean suspended,
        Instant openedAt,
        @Nullable Instant closedAt,
        @Schema(description = "Grows with every change others should notice") long revision) {

    static CaseJson of(CaseFile c, Units units, NearDue.Days days) {
        return new CaseJson(
                c.number(),
                c.processKey(),
                c.title(),
                c.obligationId(),
                c.clause(),
                c.leadUnit(),
                units.nameOf(c.leadUnit()),
                c.assignerUnit(),
                c.year(),
                c.modality(),
                c.state(),
                c.flag(days),
                c.dueOn(),
                c.originalDueOn(),
                c.extensions(),
                c.submittedOn(),
                c.rating(),
                c.suspended(),
                c.openedAt(),
                c.closedAt(),
                c.revision());
    }

    /** A page of cases. */
    @Schema(name = "CasePage")
    record Page(
            List<CaseJson> items,
            @Schema(description = "Number of this page, from 0") int page,
            @Schema(description = "Whether another page follows") boolean more) {}

    /** A case with what its flow knows of it. */
    @Schema(name = "CaseDetail")
    record Detail(
            @com.fasterxml.jackson.annotation.JsonProperty("case") CaseJson file,
            @Schema(description = "Facts of the flow, in reading order") List<FactJson> facts,
            @Schema(description = "Open tasks, earliest due first") List<TaskJson> tasks,
            @Schema(description = "How often the case was urged (đôn đốc)") int reminders) {}

    /** A fact. */
    @Schema(name = "Fact")
    record FactJson(
            @Schema(description = "Stable key") String key,
            @Schema(description = "Label in words") String label,
            String value) {}

    /** An act on a case. */
    @Schema(name = "JournalEntry", description = "An act, chained by hash within the unit's chain")
    record JournalJson(
            @Schema(description = "Unit whose chain it is in") String chain,
            long seq,
            Instant at,
            @Schema(description = "User name") String actor,
            String actorName,
            @Schema(description = "User name of the absent person it was done for") @Nullable String onBehalfOf,
            @Schema(example = "task.completed") String action,
            Map<String, Object> data,
            @Schema(description = "SHA-256 over the entry and the one before it") String hash) {

        static JournalJson of(JournalEntry e) {
            return new JournalJson(
                    e.chain(),
                    e.seq(),
                    e.at(),
                    e.actor(),
                    e.actorName(),
                    e.onBehalfOf(),
                    e.action(),
                    e.data(),
                    e.hash());
        }
    }
}
