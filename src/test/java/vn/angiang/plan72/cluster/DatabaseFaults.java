package vn.angiang.plan72.cluster;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The database goes away, loses a connection at the worst moment, or has no room left. */
final class DatabaseFaults {

    private DatabaseFaults() {}

    /** As after a power cut, under load. */
    static String restarts(Cluster cluster, Work work) throws Exception {
        int rounds = Faults.scaled(10);
        int acknowledged = 0;
        int failures = 0;
        double longest = 0;
        for (int round = 0; round < rounds; round++) {
            try (var load = new Load(cluster, work.give(150), 8)) {
                Faults.until(load, 30);
                long down = System.nanoTime();
                cluster.postgres.crash();
                load.await(Faults.PATIENCE);
                acknowledged += Faults.kept(load.compare(cluster.sql())).promised();
                failures += load.failures();
                longest = Math.max(longest, load.secondsOfFailure(down));
            }
        }
        return String.format(
                Locale.ROOT,
                "database down at once and up again x %d under load: acknowledged %d, lost 0, done twice 0; %d requests"
                        + " repeated, the longest interruption %.1f s",
                rounds,
                acknowledged,
                failures,
                longest);
    }

    /** The connection breaks at the commit: the node does not know whether it is done. */
    static String commits(Cluster cluster, Work work) throws Exception {
        try (var cutter = new CommitCutter(cluster.postgres.port(), 25)) {
            cluster.nodes.get(1).stop();
            String url =
                    "jdbc:postgresql://127.0.0.1:" + cutter.port() + "/" + Cluster.DATABASE + "?prepareThreshold=0";
            cluster.again(1, Map.of("PLAN72_DB_URL", url), List.of());
            cutter.cutting = true;
            try (var load = new Load(cluster, work.give(Faults.scaled(1_000)), 8)) {
                load.await(Faults.PATIENCE);
                cutter.cutting = false;
                var truth = Faults.kept(load.compare(cluster.sql()));
                return "connection cut at commit, %d before and %d after the database heard of it: %s; %d requests repeated"
                        .formatted(cutter.before.get(), cutter.after.get(), truth, load.failures());
            }
        } finally {
            cluster.nodes.get(1).kill();
            cluster.again(1, Node.JAR);
        }
    }

    /** A cluster of its own, whose database lies on a small disk that fills up under load and is freed again. */
    static String diskFull(Cluster unused, Work unusedToo) throws Exception {
        Path disk = Files.createDirectories(Path.of("target", "faults-disk"));
        var mount = Commands.outcome(
                List.of("mount", "-t", "tmpfs", "-o", "size=512m", "plan72", disk.toString()), Map.of());
        if (mount.code() != 0) {
            return "disk full: not run, it takes root to mount a small disk";
        }
        try (var cluster = new Cluster(Path.of("target", "faults-full"), disk, Map.of())) {
            cluster.start();
            try (var work = new Work(cluster, cluster.folder).awaitKnown(cluster)) {
                return filled(cluster, work, disk);
            }
        } finally {
            Commands.outcome(List.of("umount", "-l", disk.toString()), Map.of());
        }
    }

    private static String filled(Cluster cluster, Work work, Path disk) throws Exception {
        try (var load = new Load(cluster, work.give(Faults.scaled(600)), 4)) {
            Faults.until(load, 50);
            Path filler = disk.resolve("filler");
            Commands.outcome(List.of("dd", "if=/dev/zero", "of=" + filler, "bs=1M"), Map.of());
            Thread.sleep(15_000);
            int alive = (int) cluster.nodes.stream().filter(Node::isAlive).count();
            int during = load.failures();
            Files.delete(filler);
            if (!cluster.postgres.isUp()) {
                cluster.postgres.crash();
            }
            load.await(Faults.PATIENCE);
            var truth = Faults.kept(load.compare(cluster.sql()));
            int verified = cluster.command(Map.of(), "--plan72.verify", "--camunda.bpm.job-execution.enabled=false");
            if (verified != 0) {
                throw new IllegalStateException("The journal does not hold after the disk was full");
            }
            return "disk of the database full for 15 s: %d requests failed, nodes alive %d of 2, afterwards %s; journal whole"
                    .formatted(during, alive, truth);
        }
    }
}
