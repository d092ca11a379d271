package vn.angiang.plan72.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionOperations;

class StartUpLoadTest {

    private final AtomicInteger runs = new AtomicInteger();

    @Test
    void rowsThatAnotherNodeInsertedAtTheSameMomentAreFoundAtTheSecondTry() {
        StartUpLoad.run("x", TransactionOperations.withoutTransaction(), () -> {
            if (runs.incrementAndGet() == 1) {
                throw new DuplicateKeyException("the other node was faster");
            }
        });
        assertThat(runs).hasValue(2);
    }

    @Test
    void aClashThatDoesNotGoAwayStopsTheStart() {
        assertThatThrownBy(() -> StartUpLoad.run("x", TransactionOperations.withoutTransaction(), () -> {
                    runs.incrementAndGet();
                    throw new DuplicateKeyException("two rows with one key in the data");
                }))
                .isInstanceOf(DuplicateKeyException.class);
        assertThat(runs).hasValue(3);
    }
}
