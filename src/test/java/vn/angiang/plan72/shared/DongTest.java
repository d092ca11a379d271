package vn.angiang.plan72.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Money is whole đồng, or it is not read at all. */
class DongTest {

    @ParameterizedTest
    @CsvSource({
        "0,0",
        "7,7",
        "1500000,1500000",
        "1.500.000,1500000",
        "'  12.000.000.001 đồng',12000000001",
        "'5 đ',5",
        "1000000000000000,1000000000000000"
    })
    void wholeDongAreReadWithOrWithoutPoints(String typed, long amount) {
        assertThat(Dong.read(typed)).hasValue(amount);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-1",
                "1.5",
                "1,5",
                "1.500,0",
                "1,500,000",
                "1.50.000",
                "1e9",
                "١٢",
                "1000000000000001",
                "99999999999999999",
                "0x10",
                "1 tỷ"
            })
    void anythingElseIsNot(String typed) {
        assertThat(Dong.read(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0,0", "999,999", "1000,1.000", "-1500,-1.500", "12000000001,12.000.000.001"})
    void thousandsAreWrittenWithPoints(long amount, String written) {
        assertThat(Dong.write(amount)).isEqualTo(written);
    }
}
