package vn.angiang.plan72.web.supervision;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * How often one address may ask for calendars: 60 times a minute on each node. Behind one address may stand a whole
 * agency, whose programs ask every few hours.
 */
@Component
class FeedLimit {

    private static final int MOST = 60;
    private static final int REMEMBERED = 10_000;
    private static final long WINDOW = Duration.ofMinutes(1).toNanos();

    private record Window(long began, int count) {}

    private final Map<String, Window> windows = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Window> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** Counts this request; whether it may go on. */
    synchronized boolean admits(String address) {
        long now = System.nanoTime();
        Window w = windows.get(address);
        Window next = w == null || now - w.began > WINDOW ? new Window(now, 1) : new Window(w.began, w.count + 1);
        windows.put(address, next);
        return next.count <= MOST;
    }
}
