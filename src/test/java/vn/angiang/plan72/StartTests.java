package vn.angiang.plan72;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.angiang.plan72.support.IntegrationTest;

@IntegrationTest
class StartTests {

    @Autowired
    Clock clock;

    @Test
    void theApplicationStartsInFebruary2017() {
        assertThat(LocalDate.now(clock)).isEqualTo(LocalDate.of(2017, 2, 20));
    }
}
