package vn.angiang.plan72.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class SnapshotTest {

    private final AtomicInteger loads = new AtomicInteger();
    private final Snapshot<Integer> snapshot = new Snapshot<>(loads::incrementAndGet);

    @Test
    void theTableIsReadOnceUntilItChanges() {
        assertThat(snapshot.get()).isEqualTo(1);
        assertThat(snapshot.get()).isEqualTo(1);
        snapshot.clear();
        assertThat(snapshot.get()).isEqualTo(2);
    }

    @Test
    void whatWasReadInsideATransactionIsForgottenAtItsEnd() {
        TransactionSynchronizationManager.initSynchronization();
        try {
            snapshot.clear();
            assertThat(snapshot.get()).isEqualTo(1);
            TransactionSynchronizationManager.getSynchronizations()
                    .forEach(s -> s.afterCompletion(TransactionSynchronization.STATUS_ROLLED_BACK));
        } finally {
            TransactionSynchronizationManager.clearSynchronization();
        }
        assertThat(snapshot.get()).isEqualTo(2);
    }

    @Test
    void whatWasReadBeforeAChangeIsNotKeptAfterIt() {
        var reading = new Object() {
            Snapshot<Integer> itself;
        };
        reading.itself = new Snapshot<>(() -> {
            int read = loads.incrementAndGet();
            if (read == 1) {
                reading.itself.clear(); // the change lands while the old rows are being read
            }
            return read;
        });
        assertThat(reading.itself.get()).isEqualTo(1);
        assertThat(reading.itself.get()).isEqualTo(2);
    }
}
