package vn.angiang.plan72.plan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A threshold or term with its dates.
 *
 * @param unit of measure, as shown: "ngày làm việc", "lần", "%" …
 * @param basis V sourced, S in the plan, D derived, U unverified, proposal, or LOCAL when set in the application; only
 *     V and S may be printed as a rule
 */
public record Parameter(
        String key,
        String value,
        String unit,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String basis,
        String note) {

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }
}
