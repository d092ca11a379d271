package vn.angiang.plan72.household;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The review of one commune.
 *
 * @param state {@code LISTING}, {@code SURVEYING}, {@code MEETING}, {@code POSTED}, {@code COMPLAINTS}, {@code SIGNING},
 *     {@code CHECKING} or {@code DONE}
 */
public record CommuneReview(
        String caseNumber,
        String reviewCase,
        String commune,
        String district,
        String state,
        boolean rework,
        @Nullable LocalDate metOn,
        @Nullable Integer attended,
        @Nullable Integer agreed,
        @Nullable LocalDate postingEndsOn,
        @Nullable String documentNo,
        @Nullable LocalDate signedOn,
        @Nullable String remark) {}
