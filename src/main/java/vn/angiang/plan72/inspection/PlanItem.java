package vn.angiang.plan72.inspection;

import org.jspecify.annotations.Nullable;

/**
 * A row of a yearly inspection plan.
 *
 * @param month 1 to 12
 * @param why why the unit is proposed, in words
 * @param inspectionCase case once it was opened
 */
public record PlanItem(
        long id,
        int year,
        String unit,
        String kind,
        int month,
        String scope,
        String why,
        boolean included,
        @Nullable String inspectionCase,
        long revision) {}
