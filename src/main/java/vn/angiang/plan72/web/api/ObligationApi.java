package vn.angiang.plan72.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.angiang.plan72.plan.Obligation;
import vn.angiang.plan72.plan.Obligations;

/** The plan's duties for programs. */
@RestController
@RequestMapping(path = "/api/v1/obligations", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Obligations", description = "The duties of Kế hoạch 72/KH-UBND as data")
class ObligationApi {

    private final Obligations obligations;

    ObligationApi(Obligations obligations) {
        this.obligations = obligations;
    }

    /** A duty. */
    @Schema(name = "Obligation")
    record ObligationJson(
            @Schema(example = "IV.3.a") String id,
            @Schema(description = "Clause as printed", example = "IV.13 gạch 5") String clause,
            @Schema(description = "Clause identifier") String clauseId,
            @Schema(description = "Paraphrase, not the plan's own words") String text,
            @Schema(description = "Codes of lead units and groups") List<String> lead,
            @Schema(description = "named in the clause, or derived: then a person confirms the lead") String leadBasis,
            List<String> coordinating,
            List<String> recipients,
            @Schema(description = "mandatory, request, objective, frame, role or accountability") String modality,
            @Schema(description = "continuous, one-off, yearly or periodic") String kind,
            @Schema(description = "Term as the plan states it") @Nullable String deadline,
            List<String> deliverables,
            @Schema(description = "Flow that carries it", example = "assignment") String flow,
            @Nullable String specialFlow,
            String fanOut,
            List<String> indicators) {

        static ObligationJson of(Obligation o, Locale locale) {
            return new ObligationJson(
                    o.id(),
                    o.clause(),
                    o.clauseId(),
                    o.paraphrase(locale),
                    o.lead(),
                    o.leadBasis(),
                    o.coordinating(),
                    o.recipients(),
                    o.modality(),
                    o.kind(),
                    o.explicitDeadlineVi(),
                    o.deliverablesVi(),
                    o.flow(),
                    o.specialFlow(),
                    o.fanOut(),
                    o.indicators());
        }
    }

    @GetMapping
    @Operation(operationId = "listObligations", summary = "All obligations, in the order of the plan")
    List<ObligationJson> list(
            @Parameter(description = "Only of this clause and those below it", example = "IV.3")
                    @RequestParam(required = false)
                    @Nullable
                    String clause,
            Locale locale) {
        var found = clause == null || clause.isBlank() ? obligations.all() : obligations.ofClause(clause);
        return found.stream().map(o -> ObligationJson.of(o, locale)).toList();
    }

    @GetMapping("/{id}")
    @Operation(operationId = "getObligation", summary = "An obligation")
    ObligationJson get(@PathVariable String id, Locale locale) {
        return ObligationJson.of(obligations.byId(id), locale);
    }
}
