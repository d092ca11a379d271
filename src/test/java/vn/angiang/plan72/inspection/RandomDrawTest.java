package vn.angiang.plan72.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A draw anybody can repeat. */
class RandomDrawTest {

    private static final List<String> PLACES = List.of("X1", "X2", "X3", "X4", "X5", "X6", "X7");

    @Test
    void theSameSeedGivesTheSamePlacesWhateverTheOrderOfTheList() {
        var drawn = RandomDraw.draw(72, PLACES, 3);
        assertThat(drawn).hasSize(3).doesNotHaveDuplicates();
        assertThat(RandomDraw.draw(72, List.of("X7", "X6", "X5", "X4", "X3", "X2", "X1"), 3))
                .isEqualTo(drawn);
    }

    @Test
    void everyPlaceCanBeDrawn() {
        var seen = new TreeSet<String>();
        for (long seed = 0; seed < 200; seed++) {
            seen.addAll(RandomDraw.draw(seed, PLACES, 2));
        }
        assertThat(seen).containsExactlyElementsOf(PLACES);
    }

    @Test
    void nothingCannotBeDrawnFrom() {
        assertThatThrownBy(() -> RandomDraw.draw(1, List.of(), 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RandomDraw.draw(1, PLACES, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThat(RandomDraw.draw(1, PLACES, 99)).isEqualTo(PLACES);
    }
}
