package vn.angiang.plan72.cluster;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A PostgreSQL server with full durability that can be taken down like a machine that loses power. */
final class PostgresServer implements AutoCloseable {

    private static final Map<String, String> SETTINGS = Map.of(
            "fsync", "on",
            "synchronous_commit", "on",
            "full_page_writes", "on",
            "max_connections", "120",
            "shared_buffers", "256MB");

    private final EmbeddedPostgres server;
    private final Path data;
    private final Path programs;

    PostgresServer(Path folder) throws IOException {
        Files.createDirectories(folder);
        data = folder.resolve("pg").toAbsolutePath();
        var builder = EmbeddedPostgres.builder().setDataDirectory(data).setCleanDataDirectory(true);
        SETTINGS.forEach(builder::setServerConfig);
        server = builder.start();
        programs = Path.of(
                        ProcessHandle.of(pid()).flatMap(p -> p.info().command()).orElseThrow())
                .getParent();
    }

    private long pid() throws IOException {
        return Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
    }

    int port() {
        return server.getPort();
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/" + database;
    }

    JdbcClient sql(String database) {
        DataSource source =
                database.equals("postgres") ? server.getPostgresDatabase() : server.getDatabase("postgres", database);
        return JdbcClient.create(source);
    }

    /** Down without a word to anybody and up again, as after a power cut. */
    void crash() throws Exception {
        control("restart");
    }

    boolean isUp() {
        return Ports.answers(port());
    }

    private void control(String... what) throws Exception {
        var command = new ArrayList<String>();
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of(
                programs.resolve("pg_ctl").toString(),
                "-D",
                data.toString(),
                "-m",
                "immediate",
                "-w",
                "-l",
                data.resolveSibling("pg.log").toString()));
        command.addAll(List.of(what));
        Commands.run(command, Map.of());
    }

    /** Settings for pg_dump, pg_restore and psql. */
    Map<String, String> environment(String database) {
        return Map.of(
                "PGHOST", "127.0.0.1", "PGPORT", String.valueOf(port()), "PGUSER", "postgres", "PGDATABASE", database);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
