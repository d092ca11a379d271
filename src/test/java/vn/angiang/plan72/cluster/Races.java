package vn.angiang.plan72.cluster;

import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;

/** Several clients do the same act on the same task at the same moment, on both nodes. */
final class Races {

    private Races() {}

    /**
     * @param races how many
     * @param wrong races without exactly one winner, and answers that were neither yes nor "already dealt with"
     * @param answers how often each status was answered
     */
    record Result(int races, int wrong, Map<Integer, Integer> answers) {}

    /** Two officers of the unit both want the task. */
    static Result claims(Cluster cluster, List<Work.Waiting> tasks) throws Exception {
        return run(cluster, tasks, "claim", "", true);
    }

    /** One person sends the same form four times. */
    static Result completions(Cluster cluster, List<Work.Waiting> tasks) throws Exception {
        return run(cluster, tasks, "complete", "{\"answers\":{\"acceptance\":\"ACCEPT\"}}", false);
    }

    private static Result run(Cluster cluster, List<Work.Waiting> tasks, String act, String body, boolean twoPeople)
            throws Exception {
        var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        int clients = twoPeople ? 2 : 4;
        var pool = Executors.newFixedThreadPool(clients);
        var answers = new TreeMap<Integer, Integer>();
        int wrong = 0;
        try {
            for (var task : tasks) {
                var together = new CyclicBarrier(clients);
                var calls = new ArrayList<Callable<Integer>>();
                for (int i = 0; i < clients; i++) {
                    String who = twoPeople && i == 1 ? task.colleague() : task.officer();
                    String node = "http://127.0.0.1:"
                            + cluster.nodes.get(i % cluster.nodes.size()).port() + "/api/v1/tasks/";
                    calls.add(() -> {
                        together.await();
                        return Load.send(http, node, task.taskId(), who, act, body);
                    });
                }
                int winners = 0;
                for (var answer : pool.invokeAll(calls)) {
                    int status = answer.get();
                    answers.merge(status, 1, Integer::sum);
                    winners += status < 300 && status > 0 ? 1 : 0;
                    wrong += status == 409 || status < 300 && status > 0 ? 0 : 1;
                }
                wrong += winners == 1 ? 0 : 1;
            }
        } finally {
            pool.shutdownNow();
        }
        return new Result(tasks.size(), wrong, answers);
    }
}
