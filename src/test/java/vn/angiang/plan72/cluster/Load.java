package vn.angiang.plan72.cluster;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Clients that hand in tasks through nginx and write down what they were promised. A request that got no answer, or a
 * 5xx, is tried again until it is answered: then it is either promised or was done by the first try (409).
 */
final class Load implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final HttpClient http;
    private final String address;
    private final Queue<Work.Waiting> tasks = new ConcurrentLinkedQueue<>();
    private final ExecutorService clients;
    private final Map<String, Work.Waiting> promised = new ConcurrentHashMap<>();
    private final Map<String, Work.Waiting> doneByFirstTry = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> answers = new ConcurrentHashMap<>();
    private final List<Long> failedAt = java.util.Collections.synchronizedList(new ArrayList<>());
    private final Set<String> givenUp = ConcurrentHashMap.newKeySet();

    Load(Cluster cluster, Collection<Work.Waiting> work, int howManyClients) throws Exception {
        http = cluster.client();
        address = cluster.nginx.address() + "/api/v1/tasks/";
        tasks.addAll(work);
        clients = Executors.newFixedThreadPool(howManyClients);
        for (int i = 0; i < howManyClients; i++) {
            clients.execute(this::handIn);
        }
        clients.shutdown();
    }

    private void handIn() {
        for (var task = tasks.poll(); task != null; task = tasks.poll()) {
            handIn(task);
        }
    }

    private void handIn(Work.Waiting task) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        for (int attempt = 1; System.nanoTime() < until; attempt++) {
            int status = send(
                    http,
                    address,
                    task.taskId(),
                    task.officer(),
                    "complete",
                    "{\"answers\":{\"acceptance\":\"ACCEPT\"}}");
            answers.computeIfAbsent(String.valueOf(status), s -> new AtomicInteger())
                    .incrementAndGet();
            if (status == 200) {
                promised.put(task.taskId(), task);
                return;
            }
            if (status == 409 && attempt > 1) {
                doneByFirstTry.put(task.taskId(), task);
                return;
            }
            failedAt.add(System.nanoTime());
            pause();
        }
        givenUp.add(task.taskId());
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Status of an act on a task; 0 when there was no answer. */
    static int send(HttpClient http, String address, String taskId, String username, String act, String body) {
        try {
            return http.send(
                            HttpRequest.newBuilder(URI.create(address + taskId + "/" + act))
                                    .timeout(Duration.ofSeconds(30))
                                    .header("Content-Type", "application/json")
                                    .header("Authorization", basic(username))
                                    .POST(HttpRequest.BodyPublishers.ofString(body))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (java.io.IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    static String basic(String username) {
        return "Basic "
                + Base64.getEncoder().encodeToString((username + ":" + Work.PASSWORD).getBytes(StandardCharsets.UTF_8));
    }

    boolean isDone() {
        return clients.isTerminated();
    }

    int left() {
        return tasks.size();
    }

    /** Waits until every task is answered. */
    Load await(Duration most) throws Exception {
        if (!clients.awaitTermination(most.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException(tasks.size() + " tasks left; " + answers);
        }
        return this;
    }

    int promised() {
        return promised.size();
    }

    /** How often each status was answered; 0 is no answer. */
    Map<String, AtomicInteger> answers() {
        return answers;
    }

    /** Requests without success that were tried again. */
    int failures() {
        return failedAt.size();
    }

    /** Seconds from a moment to the last failure after it; 0 when there was none. */
    double secondsOfFailure(long since) {
        synchronized (failedAt) {
            return failedAt.stream()
                            .filter(t -> t > since)
                            .mapToLong(t -> t - since)
                            .max()
                            .orElse(0)
                    / 1e9;
        }
    }

    /** What the database says to what was promised. */
    record Truth(int promised, int lost, int doubled, int unanswered, int undone) {
        @Override
        public String toString() {
            return "acknowledged %d, lost %d, done twice %d, without answer to the end %d, answered but not done %d"
                    .formatted(promised, lost, doubled, unanswered, undone);
        }
    }

    /** Every promise is looked up: the task ended once, its answers are sealed once, the journal says so once. */
    Truth compare(JdbcClient jdbc) {
        int lost = 0;
        int doubled = 0;
        int undone = 0;
        for (var task : promised.values()) {
            int times = times(jdbc, task);
            lost += times == 0 ? 1 : 0;
            doubled += times > 1 ? 1 : 0;
        }
        for (var task : doneByFirstTry.values()) {
            int times = times(jdbc, task);
            undone += times == 0 ? 1 : 0;
            doubled += times > 1 ? 1 : 0;
        }
        return new Truth(promised.size(), lost, doubled, givenUp.size(), undone);
    }

    private static int times(JdbcClient jdbc, Work.Waiting task) {
        int ended = count(jdbc, "ACT_HI_TASKINST where ID_ = ? and END_TIME_ is not null", task.taskId());
        int sealed = count(jdbc, "form_snapshot where task_id = ?", task.taskId());
        int entered = jdbc.sql("select count(*) from journal_entry where case_number = ? and action = 'task.completed'"
                        + " and body like '%UserTask_acceptAssignment%'")
                .param(task.caseNumber())
                .query(Integer.class)
                .single();
        return Math.min(ended, Math.min(sealed, entered)) == 0 ? 0 : Math.max(ended, Math.max(sealed, entered));
    }

    private static int count(JdbcClient jdbc, String what, String taskId) {
        return jdbc.sql("select count(*) from " + what)
                .param(taskId)
                .query(Integer.class)
                .single();
    }

    @Override
    public void close() {
        tasks.clear();
        clients.shutdownNow();
    }
}
