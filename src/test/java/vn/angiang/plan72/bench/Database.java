package vn.angiang.plan72.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * The empty database of a run: H2 in a file as in a default installation, PostgreSQL with full durability (what the
 * embedded one switches off is switched on again), or a server named by {@code PLAN72_BENCH_DB_URL}.
 */
public record Database(String kind, String url, String user, String password, @Nullable EmbeddedPostgres server)
        implements AutoCloseable {

    private static final Map<String, String> DURABLE = Map.of(
            "fsync", "on",
            "synchronous_commit", "on",
            "full_page_writes", "on",
            "shared_buffers", "1GB",
            "work_mem", "16MB",
            "random_page_cost", "1.1",
            "max_wal_size", "4GB",
            "effective_cache_size", "4GB");

    static Database open(String kind, Path folder) throws IOException {
        if (kind.equals("h2")) {
            FileSystemUtils.deleteRecursively(folder.resolve("h2"));
            Files.createDirectories(folder.resolve("h2"));
            return new Database(
                    kind, "jdbc:h2:file:" + folder.resolve("h2/plan72").toAbsolutePath(), "plan72", "", null);
        }
        if (!kind.equals("postgres")) {
            throw new IllegalArgumentException("Database h2 or postgres, not " + kind);
        }
        String url = System.getenv("PLAN72_BENCH_DB_URL");
        if (url != null) {
            return new Database(
                    kind,
                    url,
                    System.getenv().getOrDefault("PLAN72_BENCH_DB_USER", "postgres"),
                    System.getenv().getOrDefault("PLAN72_BENCH_DB_PASSWORD", ""),
                    null);
        }
        var builder = EmbeddedPostgres.builder();
        DURABLE.forEach(builder::setServerConfig);
        var server = builder.start();
        return new Database(kind, server.getJdbcUrl("postgres", "postgres"), "postgres", "", server);
    }

    boolean isPostgres() {
        return kind.equals("postgres");
    }

    @Override
    public void close() throws IOException {
        if (server != null) {
            server.close();
        }
    }
}
