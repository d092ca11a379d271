package vn.angiang.plan72.capital;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Disbursement at the end of a quarter.
 *
 * @param entered whether figures have been entered for it
 * @param allocated đồng, signed by then
 * @param disbursed đồng, added up since the beginning of the year
 * @param reportedOn day it was closed, or null
 * @param slowCause why it was slow, or null
 */
public record Quarter(
        int quarter,
        boolean entered,
        long allocated,
        long disbursed,
        @Nullable LocalDate reportedOn,
        @Nullable LocalDate dueOn,
        @Nullable String slowCause,
        @Nullable String slowReason,
        @Nullable String remedy) {

    /** Closed after its due day. */
    public boolean late() {
        return reportedOn != null && dueOn != null && reportedOn.isAfter(dueOn);
    }
}
