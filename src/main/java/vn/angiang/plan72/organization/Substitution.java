package vn.angiang.plan72.organization;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A deputy stands in for an absent person.
 *
 * @param from first day
 * @param to last day
 * @param processKeys process keys it is limited to; empty means all
 * @param endedOn the day it was ended early; from that day it no longer holds
 */
public record Substitution(
        long id,
        String absentUsername,
        String deputyUsername,
        LocalDate from,
        LocalDate to,
        List<String> processKeys,
        String reason,
        String createdBy,
        OffsetDateTime createdAt,
        @Nullable LocalDate endedOn,
        @Nullable String endedBy) {

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to) && (endedOn == null || day.isBefore(endedOn));
    }

    boolean sharesProcessWith(List<String> otherKeys) {
        return processKeys.isEmpty()
                || otherKeys.isEmpty()
                || otherKeys.stream().anyMatch(processKeys::contains);
    }
}
