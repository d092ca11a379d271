package vn.angiang.plan72.security;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code account_identity}: which subject of the provider an account belongs to. The caller holds the transaction. */
@Repository
class IdentityRows {

    private final JdbcClient jdbc;

    IdentityRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<String> subjectOf(String username, String issuer) {
        return jdbc.sql("select subject from account_identity where username = :username and issuer = :issuer")
                .param("username", username)
                .param("issuer", issuer)
                .query(String.class)
                .optional();
    }

    /** Binds; throws DuplicateKeyException when the subject belongs to another account. */
    void bind(String username, String issuer, String subject, Instant now) {
        jdbc.sql("insert into account_identity(username, issuer, subject, bound_at)"
                        + " values (:username, :issuer, :subject, :now)")
                .param("username", username)
                .param("issuer", issuer)
                .param("subject", subject)
                .param("now", AccountRows.at(now))
                .update();
    }

    int forget(String username) {
        return jdbc.sql("delete from account_identity where username = :username")
                .param("username", username)
                .update();
    }
}
