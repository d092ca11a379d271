package vn.angiang.plan72.casefile;

import org.jspecify.annotations.Nullable;

/**
 * Which cases to list; null or empty means any.
 *
 * @param text searched without accents
 * @param open true open only, false closed only, null both
 * @param page page, from 0
 * @param size rows wanted, 1 to 200
 */
public record CaseQuery(
        @Nullable String text,
        @Nullable String unit,
        @Nullable String obligation,
        @Nullable Integer year,
        @Nullable String state,
        @Nullable Boolean open,
        @Nullable String processKey,
        int page,
        int size) {

    public CaseQuery {
        size = Math.max(1, Math.min(200, size));
        page = Math.max(0, Math.min(10_000, page));
    }
}
