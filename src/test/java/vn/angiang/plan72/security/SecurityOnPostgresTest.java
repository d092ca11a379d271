package vn.angiang.plan72.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.transaction.support.TransactionTemplate;

/** The same tables and acts on PostgreSQL. */
class SecurityOnPostgresTest {

    @Test
    void accountsAttemptsAndSessionsWorkOnPostgresToo() throws Exception {
        try (var postgres = EmbeddedPostgres.start()) {
            var dataSource = postgres.getPostgresDatabase();
            new ResourceDatabasePopulator(new ClassPathResource("db/migration/V0090__security.sql"))
                    .execute(dataSource);
            var jdbc = JdbcClient.create(dataSource);
            var template = new JdbcTemplate(dataSource);
            var transactions = new JdbcTransactionManager(dataSource);
            var now = Instant.parse("2026-11-23T01:00:00Z");

            var rows = new AccountRows(jdbc, template);
            rows.insert(List.of("a", "b"), "hash", false, true, now);
            rows.lockedUntil("a", now.plusSeconds(60));
            rows.signedIn("a", now);
            assertThat(rows.find("a").orElseThrow().account().lockedUntil().toInstant())
                    .isEqualTo(now.plusSeconds(60));
            rows.lockedUntil("a", null);
            assertThat(rows.find("a").orElseThrow().account().lockedUntil()).isNull();
            assertThat(rows.demoHash()).contains("hash");

            var attempts = new SignInAttempts(jdbc, transactions, Settings.DEFAULT, () -> now);
            var pool = Executors.newFixedThreadPool(8);
            var failures = IntStream.range(0, 40)
                    .mapToObj(i -> pool.submit(() -> attempts.failed("a", "10.0.0.1")))
                    .toList();
            for (var failure : failures) {
                failure.get();
            }
            pool.shutdown();
            assertThat(jdbc.sql("select failed_count from sign_in_attempt where account = 'a' and ip = '10.0.0.1'")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(40);
            assertThat(attempts.waitFor("a", "10.0.0.1")).isPositive();

            var sessions = new JdbcIndexedSessionRepository(template, new TransactionTemplate(transactions));
            new PostgreSqlJdbcIndexedSessionRepositoryCustomizer().customize(sessions);
            assertThat(kept(sessions)).isEqualTo(new SignedInUser("a"));
        }
    }

    private static <S extends Session> Object kept(SessionRepository<S> sessions) {
        S session = sessions.createSession();
        session.setAttribute("who", new SignedInUser("a"));
        sessions.save(session);
        return sessions.findById(session.getId()).getAttribute("who");
    }
}
