package vn.angiang.plan72.web.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.support.ModuleDatabase;

class InputTest {

    private final Input input = new Input(ModuleDatabase.messages());

    @ParameterizedTest
    @ValueSource(strings = {"05/03/2017", "5/3/2017", " 5/03/2017 "})
    void datesMayBeTypedWithOrWithoutZeros(String typed) {
        assertThat(input.date("day", typed)).isEqualTo(LocalDate.of(2017, 3, 5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "31/02/2017", "2017-03-05", "5/3/17x", "mai"})
    void whatIsNoDateIsAMistakeOfItsField(String typed) {
        assertThatThrownBy(() -> input.date("day", typed))
                .isInstanceOfSatisfying(
                        Refusal.BadInput.class,
                        r -> assertThat(r.errors()).extracting("field").containsExactly("day"));
    }

    @Test
    void everyWrongDateIsNamedAtOnce() {
        assertThatThrownBy(() -> input.dates(List.of("from", "to"), List.of("x", "y")))
                .isInstanceOfSatisfying(
                        Refusal.BadInput.class,
                        r -> assertThat(r.errors()).extracting("field").containsExactly("from", "to"));
    }
}
