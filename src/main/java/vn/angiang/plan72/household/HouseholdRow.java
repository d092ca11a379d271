package vn.angiang.plan72.household;

import org.jspecify.annotations.Nullable;

/**
 * A household in the review of its commune. Personal: for the commune alone.
 *
 * @param area {@code RURAL} or {@code URBAN}
 * @param previous result of the last review: {@code POOR}, {@code NEAR_POOR} or {@code NONE}
 * @param wasPoor whether it was poor at any time before
 * @param present whether it still lives in the commune
 * @param needed whether form A found that form B must be filled in; always for those that were poor or near-poor
 * @param assetPoints B1 of form B
 * @param deprivations B2 of form B: ten digits, 1 for an indicator in which the household is deprived
 * @param result {@code POOR}, {@code NEAR_POOR}, {@code NOT_POOR}; null when not rated yet or moved away
 */
public record HouseholdRow(
        String code,
        @Nullable String headName,
        @Nullable String hamlet,
        int members,
        String area,
        String previous,
        boolean wasPoor,
        boolean present,
        boolean needed,
        @Nullable Integer assetPoints,
        @Nullable String deprivations,
        @Nullable String result) {

    /** In how many of the ten indicators the household is deprived. */
    static int deprived(String deprivations) {
        return (int) deprivations.chars().filter(c -> c == '1').count();
    }
}
