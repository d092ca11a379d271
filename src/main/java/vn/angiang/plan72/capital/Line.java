package vn.angiang.plan72.capital;

import org.jspecify.annotations.Nullable;

/**
 * One line of a district's allocation.
 *
 * @param place commune, or the district itself for what it does as a whole
 * @param work what the money is for
 * @param amount đồng as drafted; 0 once it is struck out
 * @param signed đồng as last signed; 0 before
 * @param disbursed đồng, added up since the beginning of the year
 * @param settled đồng, or null before the settlement
 */
public record Line(
        long id,
        Source source,
        Project project,
        String place,
        String work,
        long amount,
        long signed,
        long disbursed,
        @Nullable Long settled) {}
