package vn.angiang.plan72.web.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Describes the problems every operation may answer with; they are written by the shell. */
@Schema(name = "Problem", description = "What went wrong (RFC 9457)")
record ProblemJson(
        @Schema(
                        description = "Names the problem; stable, for programs",
                        example = "urn:plan72:problem:worklist-task-held-by-other")
                String type,
        @Schema(description = "The kind of problem in words") String title,
        @Schema(description = "HTTP status") int status,
        @Schema(description = "What is wrong, in Vietnamese unless English was chosen") String detail,
        @Schema(description = "Address that was asked") String instance,
        @Schema(description = "Each mistake in what was sent (status 400)") @Nullable List<Mistake> errors,
        @Schema(description = "Number to tell the administrator (status 5xx)") @Nullable String reference) {

    /** One mistake. */
    @Schema(name = "Mistake")
    record Mistake(
            @Schema(description = "Parameter or field key; empty for the whole") String field,
            @Schema(description = "What is wrong with it") String message) {}
}
