package vn.angiang.plan72.household;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The request of one household outside the yearly review (giấy đề nghị xét duyệt). Personal: for the commune alone.
 *
 * @param kind {@code ENTER}: to be recognized as poor or near-poor; {@code LEAVE}: to leave the list
 * @param state {@code CHECKING}, {@code SURVEYING}, {@code MEETING}, {@code POSTED}, {@code SIGNING} or {@code DONE}
 * @param previous class of the household when it asked: {@code POOR}, {@code NEAR_POOR} or {@code NONE}
 * @param wasPoor whether it was poor at any time before
 * @param needed whether form A found that form B must be filled in; null until surveyed
 * @param result class by the survey; null until surveyed
 * @param decision {@code GRANTED}, {@code NOT_GRANTED}, {@code REFUSED}, {@code WITHDRAWN}; null while open
 * @param answer why it was refused or not granted
 */
public record HouseholdRequest(
        String caseNumber,
        String commune,
        long householdId,
        String code,
        @Nullable String headName,
        @Nullable String hamlet,
        String kind,
        LocalDate receivedOn,
        LocalDate dueOn,
        String state,
        String previous,
        boolean wasPoor,
        @Nullable Integer members,
        @Nullable String area,
        @Nullable Boolean needed,
        @Nullable Integer assetPoints,
        @Nullable String deprivations,
        @Nullable String result,
        @Nullable Integer attended,
        @Nullable Integer agreed,
        @Nullable LocalDate postingEndsOn,
        @Nullable Integer objections,
        @Nullable String decision,
        @Nullable String documentNo,
        @Nullable LocalDate signedOn,
        @Nullable String answer,
        @Nullable LocalDate closedOn) {

    /** Whether the survey gives the household what it asked for. */
    public boolean deserved() {
        int change = rank(result) - rank(previous);
        return result != null && (kind.equals("ENTER") ? change > 0 : change < 0);
    }

    private static int rank(@Nullable String rated) {
        return "POOR".equals(rated) ? 2 : "NEAR_POOR".equals(rated) ? 1 : 0;
    }
}
