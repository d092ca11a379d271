package vn.angiang.plan72.cluster;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/** PostgreSQL, two nodes and nginx, all on loopback. Both nodes are started at once on an empty database. */
final class Cluster implements AutoCloseable {

    static final String DATABASE = "plan72";
    static final Duration START = Duration.ofMinutes(6);

    final Path folder;
    final PostgresServer postgres;
    final Nginx nginx;
    final List<Node> nodes = new ArrayList<>();
    private final List<Integer> ports = List.of(Ports.free(), Ports.free());
    private final Map<String, String> settings;

    Cluster(Path folder, Map<String, String> more) throws Exception {
        this(folder, folder, more);
    }

    /** With the database in another folder. */
    Cluster(Path folder, Path disk, Map<String, String> more) throws Exception {
        this.folder = folder.toAbsolutePath();
        FileSystemUtils.deleteRecursively(this.folder);
        Files.createDirectories(this.folder);
        postgres = new PostgresServer(disk);
        postgres.sql("postgres").sql("create database " + DATABASE).update();
        settings = new HashMap<>(settings());
        settings.putAll(more);
        nginx = new Nginx(this.folder, ports);
    }

    private Map<String, String> settings() throws Exception {
        var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        return Map.of(
                "PLAN72_DB_URL",
                postgres.url(DATABASE),
                "PLAN72_DB_USER",
                "postgres",
                "PLAN72_DB_PASSWORD_FILE",
                secret("db-password", "khong-ai-biet-mat-khau"),
                "PLAN72_DATA_KEYS_FILE",
                secret("data-keys", "k1:" + Base64.getEncoder().encodeToString(new byte[32])),
                "PLAN72_CHECKPOINT_FOLDER",
                folder.resolve("checkpoints").toString(),
                "PLAN72_CHECKPOINT_KEY_FILE",
                secret(
                        "checkpoint-key",
                        Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded())),
                "PLAN72_CHECKPOINT_PUBLIC_KEY",
                Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()));
    }

    private String secret(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content + "\n").toString();
    }

    /** Settings of a node, and others instead where given. */
    Map<String, String> settings(Map<String, String> others) {
        var all = new HashMap<>(settings);
        all.putAll(others);
        return all;
    }

    /** Starts both nodes at the same moment and waits until both are ready. */
    void start() throws Exception {
        for (int port : ports) {
            nodes.add(node(port, Node.JAR, Map.of()));
        }
        for (Node node : nodes) {
            node.awaitReady(START);
        }
    }

    private Node node(int port, Path jar, Map<String, String> others, String... arguments) throws IOException {
        return new Node(port, jar, folder, settings(others), List.of(), arguments);
    }

    /** Starts the node of this place anew, whichever way it ended, and waits until it is ready. */
    void again(int place, Path jar) throws Exception {
        nodes.set(place, node(ports.get(place), jar, Map.of()));
        nodes.get(place).awaitReady(START);
    }

    /** As {@link #again}, on another database or with other words before it. */
    void again(int place, Map<String, String> others, List<String> before) throws Exception {
        nodes.set(place, new Node(ports.get(place), Node.JAR, folder, settings(others), before));
        nodes.get(place).awaitReady(START);
    }

    /** Runs the program as a command, e.g. a verification; returns its exit code. */
    int command(Map<String, String> others, String... arguments) throws Exception {
        try (var node = node(Ports.free(), Node.JAR, others, arguments)) {
            return node.await(START);
        }
    }

    JdbcClient sql() {
        return postgres.sql(DATABASE);
    }

    HttpClient client() throws Exception {
        return HttpClient.newBuilder()
                .sslContext(nginx.trust())
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }

    @Override
    public void close() throws Exception {
        nginx.close();
        for (Node node : nodes) {
            node.close();
        }
        postgres.close();
    }
}
