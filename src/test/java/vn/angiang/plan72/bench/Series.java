package vn.angiang.plan72.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What a number of clients took for the same act.
 *
 * @param p50 milliseconds
 * @param p95 milliseconds
 * @param perSecond acts done by all clients together
 * @param failed acts that ended in an exception; not part of the figures
 */
record Series(int clients, int acts, double p50, double p95, double perSecond, int failed, String firstFailure) {

    static final Series NONE = new Series(0, 0, 0, 0, 0, 0, "");

    /** One act; {@code index} counts from 0 over all clients. */
    interface Act {
        void run(int index) throws Exception;
    }

    /** Runs acts until the time is over or there are no more of them. */
    static Series of(int clients, int mostActs, Duration time, Act act) throws InterruptedException {
        var next = new AtomicInteger();
        var failed = new AtomicInteger();
        var nanos = new ConcurrentLinkedQueue<Long>();
        var firstFailure = new ConcurrentLinkedQueue<String>();
        var pool = Executors.newFixedThreadPool(clients);
        long start = System.nanoTime();
        long end = start + time.toNanos();
        for (int c = 0; c < clients; c++) {
            pool.submit(() -> {
                while (System.nanoTime() < end) {
                    int index = next.getAndIncrement();
                    if (index >= mostActs) {
                        return;
                    }
                    long before = System.nanoTime();
                    try {
                        act.run(index);
                        nanos.add(System.nanoTime() - before);
                    } catch (Exception e) {
                        failed.incrementAndGet();
                        if (firstFailure.isEmpty()) {
                            firstFailure.add(e.toString());
                        }
                    }
                }
            });
        }
        pool.shutdown();
        if (!pool.awaitTermination(10, TimeUnit.MINUTES)) {
            pool.shutdownNow();
            throw new IllegalStateException("A client did not come back");
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        return new Series(
                clients,
                sorted.length,
                percentile(sorted, 50),
                percentile(sorted, 95),
                sorted.length / seconds,
                failed.get(),
                firstFailure.isEmpty() ? "" : firstFailure.peek());
    }

    private static double percentile(long[] sorted, int percent) {
        if (sorted.length == 0) {
            return 0;
        }
        int index = (int) Math.ceil(sorted.length * percent / 100.0) - 1;
        return Arrays.stream(sorted).skip(Math.max(0, index)).findFirst().orElse(0) / 1e6;
    }
}
