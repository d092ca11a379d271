package vn.angiang.plan72.inspection;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Facts of one inspection.
 *
 * @param kind {@code KIEM_TRA} or {@code GIAM_SAT}
 * @param endsOn last day on site: 30 days, 45 in border and mountainous areas
 * @param drawFrom places the draw was made from, sorted
 */
public record Inspection(
        String caseNumber,
        String unit,
        String kind,
        String scope,
        @Nullable String decisionNo,
        @Nullable LocalDate decidedOn,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable String unitReport,
        @Nullable Long drawSeed,
        List<String> drawFrom,
        List<String> drawn,
        @Nullable Integer interviewed,
        @Nullable String siteSummary,
        @Nullable String unitSigns,
        @Nullable String unitRemark,
        @Nullable String resultReport,
        @Nullable String draft,
        @Nullable LocalDate draftDueOn,
        @Nullable String explanation,
        boolean silent,
        @Nullable String conclusionNo,
        @Nullable LocalDate concludedOn,
        @Nullable String conclusionText,
        @Nullable LocalDate remedyDueOn,
        @Nullable LocalDate publishedOn,
        List<String> members,
        List<Finding> findings,
        List<Recommendation> recommendations) {

    /**
     * Something found.
     *
     * @param amount million đồng; 0 when no money is concerned
     * @param evidence ids of photos and files that show it
     * @param severity {@code MINOR}, {@code SERIOUS}, {@code GRAVE}; null until rated
     */
    public record Finding(
            long id,
            String kind,
            @Nullable String place,
            String text,
            BigDecimal amount,
            boolean repeated,
            List<String> evidence,
            @Nullable String severity,
            String addedByName) {}

    /** What has to be remedied. */
    public record Recommendation(long id, long findingId, String text) {}
}
