package vn.angiang.plan72.cluster;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Breaks a running cluster in one way after the other and says what became of what had been promised. {@code
 * bench/faults/run}; never part of a build.
 */
public final class Faults {

    static final Duration PATIENCE = Duration.ofMinutes(20);

    /** One way of breaking things; says in one line what it found. */
    interface Fault {
        String run(Cluster cluster, Work work) throws Exception;
    }

    /** How much of the full numbers, 1 by default. */
    private static final double SCALE = Double.parseDouble(System.getProperty("faults.scale", "1"));

    private Faults() {}

    static int scaled(int full) {
        return Math.max(1, (int) Math.round(full * SCALE));
    }

    private static Map<String, Fault> faults() {
        var all = new LinkedHashMap<String, Fault>();
        all.put("races", OutsideFaults::races);
        all.put("failover", NodeFaults::failover);
        all.put("kills", NodeFaults::kills);
        all.put("database", DatabaseFaults::restarts);
        all.put("commit", DatabaseFaults::commits);
        all.put("slow", OutsideFaults::slowClients);
        all.put("clock", NodeFaults::clocks);
        all.put("mail", OutsideFaults::mail);
        all.put("backup", OutsideFaults::backup);
        all.put("disk", DatabaseFaults::diskFull);
        return all;
    }

    public static void main(String[] arguments) throws Exception {
        var all = faults();
        List<String> wanted =
                arguments.length == 0 || arguments[0].equals("all") ? List.copyOf(all.keySet()) : List.of(arguments);
        Path folder = Path.of("target", "faults");
        var lines = new ArrayList<String>();
        try (var cluster = new Cluster(folder, Map.of())) {
            cluster.start();
            try (var work = new Work(cluster, folder)) {
                work.awaitKnown(cluster);
                for (String name : wanted) {
                    long start = System.nanoTime();
                    String line;
                    try {
                        line = all.get(name).run(cluster, work);
                    } catch (Exception e) {
                        e.printStackTrace();
                        line = "FAILED: " + e;
                    }
                    lines.add("%-9s %s (%d s)".formatted(name, line, (System.nanoTime() - start) / 1_000_000_000));
                    System.out.println(lines.get(lines.size() - 1));
                    Files.write(folder.resolve("faults.txt"), lines);
                }
            }
        }
        System.out.println("\n" + String.join("\n", lines));
        System.exit(lines.stream().anyMatch(l -> l.contains("FAILED")) ? 1 : 0);
    }

    /** Refuses figures that break a promise. */
    static Load.Truth kept(Load.Truth truth) {
        if (truth.lost() + truth.doubled() + truth.undone() + truth.unanswered() > 0) {
            throw new IllegalStateException(truth.toString());
        }
        return truth;
    }

    /** Waits until so many tasks of a load are promised. */
    static void until(Load load, int promised) throws InterruptedException {
        while (load.promised() < promised && !load.isDone()) {
            Thread.sleep(10);
        }
    }
}
