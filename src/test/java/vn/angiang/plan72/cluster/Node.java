package vn.angiang.plan72.cluster;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One process of the program. */
final class Node implements AutoCloseable {

    /** The program as {@code mvn package} makes it. */
    static final Path JAR = Path.of("target", "plan72.jar");

    private final int port;
    private final Path log;
    private final Process process;

    /** Starts; {@link #awaitReady} waits until it serves. {@code before} are words before {@code java}, e.g. faketime. */
    Node(int port, Path jar, Path folder, Map<String, String> settings, List<String> before, String... arguments)
            throws IOException {
        this.port = port;
        Files.createDirectories(folder);
        this.log = folder.resolve("node-" + port + ".log");
        var command = new ArrayList<>(before);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+ExitOnOutOfMemoryError",
                "-jar",
                jar.toAbsolutePath().toString(),
                "--plan72.data-dir=" + folder.resolve("data-" + port).toAbsolutePath()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().put("SPRING_PROFILES_ACTIVE", "prod");
        builder.environment().put("PLAN72_PORT", String.valueOf(port));
        builder.environment().putAll(settings);
        this.process = builder.start();
    }

    int port() {
        return port;
    }

    Path log() {
        return log;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Status of a path asked from the node itself; 0 when it does not answer. */
    int status(String path) {
        try {
            var connection = (HttpURLConnection)
                    URI.create("http://127.0.0.1:" + port + path).toURL().openConnection();
            connection.setConnectTimeout(2_000);
            connection.setReadTimeout(10_000);
            connection.setInstanceFollowRedirects(false);
            return connection.getResponseCode();
        } catch (IOException e) {
            return 0;
        }
    }

    /** Waits until the node says that it is ready; returns itself. */
    Node awaitReady(Duration most) throws Exception {
        long until = System.nanoTime() + most.toNanos();
        while (status("/actuator/health/readiness") != 200) {
            if (!process.isAlive() || System.nanoTime() > until) {
                throw new IllegalStateException("Node " + port + " is not ready: " + end());
            }
            Thread.sleep(100);
        }
        return this;
    }

    /** Waits for the end of a command; returns its exit code. */
    int await(Duration most) throws Exception {
        if (!process.waitFor(most.toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("Node " + port + " does not end: " + end());
        }
        return process.exitValue();
    }

    private String end() throws IOException {
        var lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
    }

    /** {@code kill -9}: nothing is finished, nothing is said. */
    void kill() throws Exception {
        process.destroyForcibly().waitFor();
    }

    /** As systemd stops it: what is under way is finished first. */
    void stop() throws Exception {
        process.destroy();
        if (!process.waitFor(90, TimeUnit.SECONDS)) {
            throw new IllegalStateException("Node " + port + " does not stop: " + end());
        }
    }

    @Override
    public void close() throws Exception {
        if (process.isAlive()) {
            kill();
        }
    }
}
