package vn.angiang.plan72.cluster;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs a command to its end. */
final class Commands {

    private Commands() {}

    /** What a command said, and how it ended. */
    record Outcome(int code, String said) {}

    /** Runs; whatever it says is kept. */
    static Outcome outcome(List<String> command, Map<String, String> environment) throws Exception {
        Path said = Files.createTempFile("plan72-command", ".txt");
        try {
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
            builder.environment().putAll(environment);
            var process = builder.start();
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException(command + " does not end");
            }
            return new Outcome(process.exitValue(), Files.readString(said, StandardCharsets.UTF_8));
        } finally {
            Files.delete(said);
        }
    }

    /** Runs a command that must succeed; returns its last line. */
    static String run(List<String> command, Map<String, String> environment) throws Exception {
        var outcome = outcome(command, environment);
        if (outcome.code() != 0) {
            throw new IllegalStateException(command + " ended with " + outcome.code() + ": " + outcome.said());
        }
        return outcome.said().lines().reduce("", (a, b) -> b);
    }
}
