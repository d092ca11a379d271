package vn.angiang.plan72.cluster;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Many at once, clients that are slow, a mail server that is away, a backup taken meanwhile. */
final class OutsideFaults {

    private OutsideFaults() {}

    static String races(Cluster cluster, Work work) throws Exception {
        var completions = Races.completions(cluster, work.give(Faults.scaled(400)));
        var claims = Races.claims(cluster, work.give(Faults.scaled(1_000)));
        if (completions.wrong() + claims.wrong() > 0) {
            throw new IllegalStateException(completions + " " + claims);
        }
        return "4 at once hand in the same task x %d: done twice 0, answers %s; 2 at once claim x %d: one winner each, answers %s"
                .formatted(completions.races(), completions.answers(), claims.races(), claims.answers());
    }

    static String slowClients(Cluster cluster, Work work) throws Exception {
        long alone = p95(cluster);
        int howMany = Faults.scaled(450); // nginx allows 500 connections of one address
        var found = new StringBuilder("page p95 alone %d ms".formatted(alone));
        try (var slow = new SlowClients(cluster.nginx.trust().getSocketFactory(), cluster.nginx.port(), howMany)) {
            found.append(", beside %d slow clients of nginx %d ms".formatted(howMany, p95(cluster)));
            Thread.sleep(25_000);
            found.append(" (%d thrown out after 25 s)".formatted(howMany - slow.stillThere()));
        }
        var plain = javax.net.SocketFactory.getDefault();
        try (var slow = new SlowClients(plain, cluster.nodes.get(0).port(), howMany)) {
            found.append(", of a node %d ms".formatted(p95(cluster)));
            found.append(" (%d held)".formatted(slow.stillThere()));
        }
        return found.toString();
    }

    private static long p95(Cluster cluster) throws Exception {
        var http = cluster.client();
        var request = HttpRequest.newBuilder(URI.create(cluster.nginx.address() + "/api/v1/tasks?view=unit"))
                .header("Authorization", Load.basic("officer.syt"))
                .build();
        long[] taken = new long[200];
        for (int i = 0; i < taken.length; i++) {
            long start = System.nanoTime();
            int status =
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            taken[i] = (System.nanoTime() - start) / 1_000_000;
            if (status != 200) {
                throw new IllegalStateException("A page beside slow clients: " + status);
            }
        }
        Arrays.sort(taken);
        return taken[taken.length * 95 / 100];
    }

    /** Nodes with a mail server that is not there; what waited is sent when it comes. */
    static String mail(Cluster cluster, Work work) throws Exception {
        int port = Ports.free();
        var settings = Map.of("SPRING_MAIL_HOST", "127.0.0.1", "SPRING_MAIL_PORT", String.valueOf(port));
        for (int place = 0; place < 2; place++) {
            cluster.nodes.get(place).stop();
            cluster.again(place, settings, List.of());
        }
        try (var load = new Load(cluster, work.give(Faults.scaled(200)), 8)) {
            var truth = Faults.kept(load.await(Faults.PATIENCE).compare(cluster.sql()));
            Thread.sleep(30_000);
            int waiting = waiting(cluster);
            var server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
            server.start();
            try {
                cluster.sql()
                        .sql("update mail_outbox set next_at = now() where state = 'WAITING'")
                        .update();
                for (int i = 0; i < 120 && waiting(cluster) > 0; i++) {
                    Thread.sleep(1_000);
                }
                return "mail server away: %s, %d mails waited; when it came %d were received, %d still wait"
                        .formatted(truth, waiting, server.getReceivedMessages().length, waiting(cluster));
            } finally {
                server.stop();
            }
        } finally {
            for (int place = 0; place < 2; place++) {
                cluster.nodes.get(place).stop();
                cluster.again(place, Node.JAR);
            }
        }
    }

    private static int waiting(Cluster cluster) {
        return cluster.sql()
                .sql("select count(*) from mail_outbox where state = 'WAITING'")
                .query(Integer.class)
                .single();
    }

    /** A backup under load, restored elsewhere and verified; then the restored journal is tampered with. */
    static String backup(Cluster cluster, Work work) throws Exception {
        Path folder = cluster.folder.resolve("backups");
        String dump;
        int promisedBefore;
        try (var load = new Load(cluster, work.give(Faults.scaled(600)), 8)) {
            Faults.until(load, 50);
            promisedBefore = load.promised();
            dump = Commands.run(
                    List.of("deploy/backup", folder.toString()), cluster.postgres.environment(Cluster.DATABASE));
            load.await(Faults.PATIENCE);
        }
        cluster.postgres.sql("postgres").sql("create database restored").update();
        var elsewhere = Map.of("PLAN72_DB_URL", cluster.postgres.url("restored"));
        long start = System.nanoTime();
        Commands.run(List.of("deploy/restore", dump), cluster.postgres.environment("restored"));
        long seconds = (System.nanoTime() - start) / 1_000_000_000;
        int whole = verified(cluster, elsewhere);
        cluster.postgres
                .sql("restored")
                .sql("update journal_entry set body = replace(body, 'task.completed', 'task.released')"
                        + " where (chain, seq) = (select chain, max(seq) from journal_entry where action ="
                        + " 'task.completed' group by chain order by chain limit 1)")
                .update();
        int altered = verified(cluster, elsewhere);
        if (whole != 0 || altered == 0) {
            throw new IllegalStateException("verification said " + whole + " and " + altered);
        }
        return "backup under load (%d acknowledged before it began), restored in %d s: journal, checkpoints and worklist hold; after one altered entry the verification fails"
                .formatted(promisedBefore, seconds);
    }

    private static int verified(Cluster cluster, Map<String, String> where) throws Exception {
        return cluster.command(where, "--plan72.verify", "--camunda.bpm.job-execution.enabled=false");
    }
}
