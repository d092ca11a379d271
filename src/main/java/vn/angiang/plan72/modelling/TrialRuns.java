package vn.angiang.plan72.modelling;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The trials this node has in memory: one for each person, few at a time, none for long. Whatever is put away here comes
 * back from its script when it is asked for.
 */
@Component
class TrialRuns implements DisposableBean {

    /** Engines with a database each (about 30 MB); default. */
    static final int MOST = 6;

    private static final Duration IDLE = Duration.ofMinutes(30);

    private final InstantSource time = InstantSource.system();
    private final ConcurrentMap<String, Seat> seats = new ConcurrentHashMap<>();

    /** A person's place; its lock is held while the trial is used. */
    static final class Seat {
        private final ReentrantLock lock = new ReentrantLock();
        private volatile Instant used = Instant.EPOCH;
        private volatile @Nullable TrialRun run;

        @Nullable
        TrialRun run() {
            return run;
        }

        void put(@Nullable TrialRun other) {
            TrialRun before = run;
            run = other;
            if (before != null && before != other) {
                before.close();
            }
        }
    }

    /** Does something in the person's place, alone. */
    <T> T at(String username, Function<Seat, T> work) {
        Seat seat = seats.computeIfAbsent(username, u -> new Seat());
        seat.lock.lock();
        try {
            seat.used = time.instant();
            return work.apply(seat);
        } finally {
            seat.lock.unlock();
            makeRoom(seat);
        }
    }

    /** How many are in memory. */
    long live() {
        return seats.values().stream().filter(s -> s.run != null).count();
    }

    private void makeRoom(Seat mine) {
        while (live() > MOST) {
            var oldest = seats.values().stream()
                    .filter(s -> s != mine && s.run != null && !s.lock.isLocked())
                    .min(Comparator.comparing(s -> s.used));
            if (oldest.isEmpty() || !putAway(oldest.get())) {
                return;
            }
        }
    }

    @Scheduled(initialDelay = 60_000, fixedDelay = 60_000)
    void putAwayIdle() {
        putAwayUnused(time.instant().minus(IDLE));
    }

    void putAwayUnused(Instant since) {
        seats.values().stream().filter(s -> s.used.isBefore(since)).forEach(TrialRuns::putAway);
    }

    private static boolean putAway(Seat seat) {
        if (!seat.lock.tryLock()) {
            return false;
        }
        try {
            seat.put(null);
            return true;
        } finally {
            seat.lock.unlock();
        }
    }

    @Override
    public void destroy() {
        seats.values().forEach(TrialRuns::putAway);
    }
}
