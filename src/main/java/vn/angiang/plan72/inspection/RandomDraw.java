package vn.angiang.plan72.inspection;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * A draw anybody can repeat: the same seed and the same list give the same places (TT 39/2016: places are drawn at
 * random). The list is sorted first, so that its order cannot be used to choose.
 */
final class RandomDraw {

    private RandomDraw() {}

    /**
     * Draws without putting back.
     *
     * @param wanted how many; all when there are fewer
     * @throws IllegalArgumentException when there is nothing to draw from, or nothing is wanted
     */
    static List<String> draw(long seed, List<String> from, int wanted) {
        if (from.isEmpty() || wanted < 1) {
            throw new IllegalArgumentException("Nothing to draw: " + wanted + " of " + from.size());
        }
        var places = new ArrayList<>(from.stream().distinct().sorted().toList());
        Collections.shuffle(places, new Random(seed));
        return places.subList(0, Math.min(wanted, places.size())).stream()
                .sorted()
                .toList();
    }
}
