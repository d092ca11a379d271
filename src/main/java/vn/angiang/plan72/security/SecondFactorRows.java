package vn.angiang.plan72.security;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.secrecy.SealedRows;
import vn.angiang.plan72.secrecy.SecretBox;

/** Tables {@code account_second_factor} and {@code account_recovery_code}. The caller holds the transaction. */
@Repository
class SecondFactorRows implements SealedRows {

    private final JdbcClient jdbc;
    private final SecretBox box;

    SecondFactorRows(JdbcClient jdbc, SecretBox box) {
        this.jdbc = jdbc;
        this.box = box;
    }

    private static String place(String username) {
        return "account_second_factor/" + username + "/secret";
    }

    @Override
    public String table() {
        return "account_second_factor";
    }

    @Override
    @Transactional
    public int renewSome() {
        var old = jdbc.sql("select username from account_second_factor where secret not like ? order by username"
                        + " fetch first 100 rows only")
                .param(box.current() + "%")
                .query(String.class)
                .list();
        for (String username : old) {
            find(username).ifPresent(row -> jdbc.sql("update account_second_factor set secret = ? where username = ?")
                    .params(box.seal(row.secret(), place(username)), username)
                    .update());
        }
        return old.size();
    }

    record Row(String secret, boolean confirmed, long lastStep) {}

    Optional<Row> find(String username) {
        return jdbc.sql("select secret, confirmed, last_step from account_second_factor where username = ?")
                .param(username)
                .query((rs, i) -> new Row(box.open(rs.getString(1), place(username)), rs.getBoolean(2), rs.getLong(3)))
                .optional();
    }

    void insert(String username, String secret, Instant now) {
        jdbc.sql("insert into account_second_factor(username, secret, confirmed, last_step, created_at)"
                        + " values (?, ?, false, 0, ?)")
                .params(username, box.seal(secret, place(username)), AccountRows.at(now))
                .update();
    }

    /** Marks a step used; false when somebody else was faster or it was used before. */
    boolean use(String username, long step) {
        return jdbc.sql("update account_second_factor set confirmed = true, last_step = :step"
                                + " where username = :username and last_step < :step")
                        .param("step", step)
                        .param("username", username)
                        .update()
                == 1;
    }

    void recovery(String username, List<String> hashes) {
        for (String hash : hashes) {
            jdbc.sql("insert into account_recovery_code(username, code_hash) values (?, ?)")
                    .params(username, hash)
                    .update();
        }
    }

    /** Takes a recovery code away; false when there is none such. */
    boolean useRecovery(String username, String hash) {
        return jdbc.sql("delete from account_recovery_code where username = ? and code_hash = ?")
                        .params(username, hash)
                        .update()
                == 1;
    }

    int recoveryLeft(String username) {
        return jdbc.sql("select count(*) from account_recovery_code where username = ?")
                .param(username)
                .query(Integer.class)
                .single();
    }

    int delete(String username) {
        jdbc.sql("delete from account_recovery_code where username = ?")
                .param(username)
                .update();
        return jdbc.sql("delete from account_second_factor where username = ?")
                .param(username)
                .update();
    }
}
