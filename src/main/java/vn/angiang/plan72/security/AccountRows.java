package vn.angiang.plan72.security;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code account}. The caller holds the transaction. */
@Repository
class AccountRows {

    private static final String COLUMNS =
            "username, password_hash, enabled, must_change, demo, failed_count, locked_until, last_sign_in, created_at";

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;

    AccountRows(JdbcClient jdbc, JdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    /** An account with its credential. */
    record Row(Account account, String passwordHash) {}

    Optional<Row> find(String username) {
        return jdbc.sql("select " + COLUMNS + " from account where username = :username")
                .param("username", username)
                .query(AccountRows::row)
                .optional();
    }

    List<Account> all() {
        return jdbc.sql("select " + COLUMNS + " from account order by username").query(AccountRows::row).list().stream()
                .map(Row::account)
                .toList();
    }

    List<String> usernames() {
        return jdbc.sql("select username from account").query(String.class).list();
    }

    /** Hash of any demonstration account: they share one. */
    Optional<String> demoHash() {
        return jdbc.sql("select password_hash from account where demo = true order by username fetch first 1 rows only")
                .query(String.class)
                .optional();
    }

    void insert(Collection<String> usernames, String hash, boolean mustChange, boolean demo, Instant now) {
        batch.batchUpdate(
                "insert into account (username, password_hash, enabled, must_change, demo, failed_count,"
                        + " password_changed_at, created_at) values (?, ?, true, ?, ?, 0, ?, ?)",
                usernames,
                200,
                (statement, username) -> {
                    statement.setString(1, username);
                    statement.setString(2, hash);
                    statement.setBoolean(3, mustChange);
                    statement.setBoolean(4, demo);
                    statement.setObject(5, at(now));
                    statement.setObject(6, at(now));
                });
    }

    void rehashDemo(String hash, Instant now) {
        jdbc.sql("update account set password_hash = :hash, password_changed_at = :now where demo = true")
                .param("hash", hash)
                .param("now", at(now))
                .update();
    }

    int password(String username, String hash, boolean mustChange, Instant now) {
        return jdbc.sql("update account set password_hash = :hash, must_change = :mustChange, demo = false,"
                        + " password_changed_at = :now where username = :username")
                .param("hash", hash)
                .param("mustChange", mustChange)
                .param("now", at(now))
                .param("username", username)
                .update();
    }

    int enabled(String username, boolean enabled) {
        return jdbc.sql("update account set enabled = :enabled where username = :username")
                .param("enabled", enabled)
                .param("username", username)
                .update();
    }

    int lockedUntil(String username, @Nullable Instant until) {
        return jdbc.sql("update account set locked_until = :until where username = :username")
                .param("until", until == null ? null : at(until), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("username", username)
                .update();
    }

    int disableDemo() {
        return jdbc.sql("update account set enabled = false where demo = true and enabled = true")
                .update();
    }

    void signedIn(String username, Instant now) {
        jdbc.sql("update account set last_sign_in = :now, failed_count = 0 where username = :username")
                .param("now", at(now))
                .param("username", username)
                .update();
    }

    void failed(String username) {
        jdbc.sql("update account set failed_count = failed_count + 1 where username = :username")
                .param("username", username)
                .update();
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Row row(ResultSet rs, int n) throws SQLException {
        return new Row(
                new Account(
                        rs.getString("username"),
                        rs.getBoolean("enabled"),
                        rs.getBoolean("must_change"),
                        rs.getBoolean("demo"),
                        rs.getInt("failed_count"),
                        rs.getObject("locked_until", OffsetDateTime.class),
                        rs.getObject("last_sign_in", OffsetDateTime.class),
                        rs.getObject("created_at", OffsetDateTime.class)),
                rs.getString("password_hash"));
    }
}
