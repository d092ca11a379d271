package vn.angiang.plan72.shared;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A small table kept in memory: loaded on first use, again after {@link #clear()} and when older than a minute, so
 * that other nodes see a change soon too.
 *
 * @param <T> immutable content
 */
public final class Snapshot<T> {

    private static final long MAX_AGE_NANOS = Duration.ofMinutes(1).toNanos();

    private record Loaded<T>(T content, long at) {}

    private final Supplier<T> loader;
    private final AtomicLong generation = new AtomicLong();
    private volatile @Nullable Loaded<T> loaded;

    public Snapshot(Supplier<T> loader) {
        this.loader = loader;
    }

    public T get() {
        Loaded<T> current = loaded;
        if (current != null && System.nanoTime() - current.at <= MAX_AGE_NANOS) {
            return current.content;
        }
        long before = generation.get();
        T content = loader.get();
        synchronized (this) {
            // What was read before a change is not kept after it.
            if (generation.get() == before) {
                loaded = new Loaded<>(content, System.nanoTime());
            }
        }
        return content;
    }

    /** Forgets the content now and once more when the surrounding transaction ends, whichever way. */
    public void clear() {
        forget();
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    forget();
                }
            });
        }
    }

    private synchronized void forget() {
        generation.incrementAndGet();
        loaded = null;
    }
}
