package vn.angiang.plan72.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The indexes this application adds to the engine's tables: taken away and put back. */
final class Indexes {

    private final JdbcClient jdbc;
    private final List<String> statements = new ArrayList<>();

    Indexes(JdbcClient jdbc) throws IOException {
        this.jdbc = jdbc;
        String script = new ClassPathResource("db/migration/V0002__engine_indexes.sql")
                .getContentAsString(StandardCharsets.UTF_8)
                .replaceAll("(?m)--.*$", "");
        for (String statement : script.split(";")) {
            if (!statement.isBlank()) {
                statements.add(statement.strip());
            }
        }
    }

    void remove() {
        statements.forEach(s -> jdbc.sql("drop index " + s.split("\\s+")[2]).update());
    }

    void create() {
        statements.forEach(s -> jdbc.sql(s).update());
    }
}
