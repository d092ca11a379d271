package vn.angiang.plan72.cluster;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Nodes that die, and nodes whose clock is wrong. */
final class NodeFaults {

    private NodeFaults() {}

    /** {@code kill -9} of one node and the other by turns, each time under load. */
    static String kills(Cluster cluster, Work work) throws Exception {
        int rounds = Faults.scaled(20);
        int acknowledged = 0;
        int failures = 0;
        for (int round = 0; round < rounds; round++) {
            int victim = round % 2;
            try (var load = new Load(cluster, work.give(150), 8)) {
                Faults.until(load, 20 + round * 3);
                cluster.nodes.get(victim).kill();
                load.await(Faults.PATIENCE);
                acknowledged += Faults.kept(load.compare(cluster.sql())).promised();
                failures += load.failures();
            }
            cluster.again(victim, Node.JAR);
        }
        return "kill -9 x %d under load of 8 clients: acknowledged %d, lost 0, done twice 0; %d requests had to be repeated"
                .formatted(rounds, acknowledged, failures);
    }

    /** One of two nodes dies for good: how many requests fail, and for how long. */
    static String failover(Cluster cluster, Work work) throws Exception {
        try (var load = new Load(cluster, work.give(Faults.scaled(1_000)), 8)) {
            Faults.until(load, Faults.scaled(200));
            long died = System.nanoTime();
            cluster.nodes.get(0).kill();
            load.await(Faults.PATIENCE);
            var truth = Faults.kept(load.compare(cluster.sql()));
            String line = String.format(
                    Locale.ROOT,
                    "one of two nodes killed: %d of %d requests failed, the last %.1f s after; %s",
                    load.failures(),
                    load.answers().values().stream().mapToInt(Number::intValue).sum(),
                    load.secondsOfFailure(died),
                    truth);
            cluster.again(0, Node.JAR);
            return line;
        }
    }

    /** One node's clock an hour ahead, then an hour behind; both keep working on the same tasks and timers. */
    static String clocks(Cluster cluster, Work work) throws Exception {
        var found = new StringBuilder();
        for (String shift : List.of("+1h", "-1h")) {
            cluster.nodes.get(1).stop();
            cluster.again(1, Map.of("FAKETIME_DONT_FAKE_MONOTONIC", "1"), List.of("faketime", "-f", shift));
            try (var load = new Load(cluster, work.give(Faults.scaled(400)), 8)) {
                load.await(Faults.PATIENCE);
                var truth = Faults.kept(load.compare(cluster.sql()));
                found.append("node 2 %s: %s, %d requests repeated, a session of node 1 holds there: %s; "
                        .formatted(shift, truth, load.failures(), sessionHolds(cluster) ? "yes" : "no"));
            }
            cluster.nodes.get(1).stop();
            cluster.again(1, Node.JAR);
        }
        int twice = cluster.sql()
                .sql("select count(*) from (select JOB_ID_ from ACT_HI_JOB_LOG where JOB_STATE_ = 2"
                        + " group by JOB_ID_ having count(*) > 1) t")
                .query(Integer.class)
                .single();
        if (twice > 0) {
            throw new IllegalStateException(twice + " jobs ran twice");
        }
        return found + "jobs that ran twice 0";
    }

    private static boolean sessionHolds(Cluster cluster) throws Exception {
        var client = java.net.http.HttpClient.newHttpClient();
        String session = new Person(cluster).signIn("officer.syt").session();
        boolean holds = true;
        for (Node node : cluster.nodes) {
            holds &= client.send(
                                    java.net.http.HttpRequest.newBuilder(
                                                    java.net.URI.create("http://127.0.0.1:" + node.port() + "/viec"))
                                            .header("Cookie", session)
                                            .header("X-Forwarded-Proto", "https")
                                            .build(),
                                    java.net.http.HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        }
        return holds;
    }
}
