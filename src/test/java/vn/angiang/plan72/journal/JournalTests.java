package vn.angiang.plan72.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.transaction.support.TransactionTemplate;
import vn.angiang.plan72.shared.Actor;

/** Whoever alters the journal in the database is found out, and where. */
class JournalTests {

    private JdbcClient jdbc;
    private TransactionTemplate transaction;
    private Journal journal;
    private JournalVerifier verifier;

    @BeforeEach
    void anEmptyJournal() {
        DataSource database = database();
        jdbc = JdbcClient.create(database);
        var manager = new DataSourceTransactionManager(database);
        transaction = new TransactionTemplate(manager);
        var template = new JdbcTemplate(database);
        journal = new Journal(new ChainStore(jdbc, template, manager), Clock.systemUTC());
        verifier = new JournalVerifier(jdbc, template);
    }

    private static DataSource database() {
        var h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:mem:journal-" + System.nanoTime() + ";DB_CLOSE_DELAY=-1");
        new ResourceDatabasePopulator(new ClassPathResource("db/migration/V0040__journal.sql")).execute(h2);
        return h2;
    }

    private void acts(int n) {
        for (int i = 0; i < n; i++) {
            int k = i;
            transaction.executeWithoutResult(tx -> journal.record(Act.of(
                    "SYT", "task.completed", "NV-2017-00000" + k, Actor.SYSTEM, Map.of("k", k, "words", "đã làm"))));
        }
    }

    @Test
    void anUntouchedJournalVerifies() {
        acts(5);
        var result = verifier.verifyAll();
        assertThat(result.untouched()).isTrue();
        assertThat(result.entries()).isEqualTo(5);
    }

    @Test
    void anEditedBodyIsFound() {
        acts(5);
        jdbc.sql("update journal_entry set body = replace(body, 'đã làm', 'chưa làm') where seq = 3")
                .update();
        assertThat(verifier.verifyAll().breaks()).contains(new JournalVerifier.Break("SYT", 3, "ALTERED"));
    }

    @Test
    void anEditedColumnBesideTheBodyIsFound() {
        acts(5);
        jdbc.sql("update journal_entry set actor = 'officer.syt' where seq = 2").update();
        assertThat(verifier.verifyAll().breaks()).containsExactly(new JournalVerifier.Break("SYT", 2, "ALTERED"));
    }

    @Test
    void anEditWithAMatchingHashOfItsOwnIsFoundAtTheNextEntry() {
        acts(5);
        var row = jdbc.sql("select prev_hash, body from journal_entry where seq = 3")
                .query((rs, i) -> new String[] {rs.getString(1), rs.getString(2).replace("đã làm", "chưa làm")})
                .single();
        jdbc.sql("update journal_entry set body = ?, hash = ? where seq = 3")
                .params(row[1], CanonicalJson.sha256(row[0] + row[1]))
                .update();
        assertThat(verifier.verifyAll().breaks()).contains(new JournalVerifier.Break("SYT", 4, "ALTERED"));
    }

    @Test
    void aDeletedEntryIsFound() {
        acts(5);
        jdbc.sql("delete from journal_entry where seq = 3").update();
        assertThat(verifier.verifyAll().breaks()).contains(new JournalVerifier.Break("SYT", 3, "MISSING"));
    }

    @Test
    void anInsertedEntryIsFound() {
        acts(3);
        jdbc.sql("insert into journal_entry(chain, seq, at, actor, action, body, prev_hash, hash)"
                        + " select chain, 4, at, actor, action, body, hash, hash from journal_entry where seq = 3")
                .update();
        assertThat(verifier.verifyAll().breaks()).contains(new JournalVerifier.Break("SYT", 4, "ALTERED"));
    }

    @Test
    void twoEntriesThatChangedPlacesAreFound() {
        acts(4);
        jdbc.sql("update journal_entry set seq = 99 where seq = 2").update();
        jdbc.sql("update journal_entry set seq = 2 where seq = 3").update();
        jdbc.sql("update journal_entry set seq = 3 where seq = 99").update();
        assertThat(verifier.verifyAll().breaks()).contains(new JournalVerifier.Break("SYT", 2, "ALTERED"));
    }

    @Test
    void aCutTailIsFoundAtItsFirstMissingEntry() {
        acts(5);
        jdbc.sql("delete from journal_entry where seq > 3").update();
        assertThat(verifier.verifyAll().breaks()).containsExactly(new JournalVerifier.Break("SYT", 4, "HEAD"));
    }

    @Test
    void aChainWithoutItsHeadIsFound() {
        acts(2);
        jdbc.sql("delete from journal_chain").update();
        assertThat(verifier.verifyAll().untouched()).isFalse();
    }

    @Test
    void anActThatWasRolledBackLeavesNoEntry() {
        acts(1);
        transaction.executeWithoutResult(tx -> {
            journal.record(Act.of("SYT", "task.claimed", null, Actor.SYSTEM, Map.of()));
            tx.setRollbackOnly();
        });
        assertThat(verifier.verifyAll().entries()).isEqualTo(1);
        assertThatThrownBy(() -> {
                    transaction.executeWithoutResult(tx -> {
                        journal.record(Act.of("SYT", "task.claimed", null, Actor.SYSTEM, Map.of()));
                        throw new IllegalStateException("the act failed");
                    });
                })
                .hasMessage("the act failed");
        assertThat(verifier.verifyAll().entries()).isEqualTo(1);
    }

    @Test
    void actsOfManyAtOnceKeepTheChainsWhole() throws Exception {
        var pool = Executors.newFixedThreadPool(8);
        var running = new ArrayList<Future<?>>();
        for (int i = 0; i < 8; i++) {
            running.add(pool.submit(() -> {
                for (int k = 0; k < 20; k++) {
                    transaction.executeWithoutResult(tx -> {
                        journal.record(Act.of("B", "x", null, Actor.SYSTEM, Map.of()));
                        journal.record(Act.of("A", "x", null, Actor.SYSTEM, Map.of()));
                    });
                }
            }));
        }
        for (var r : running) {
            r.get();
        }
        pool.shutdown();
        var result = verifier.verifyAll();
        assertThat(result.untouched()).isTrue();
        assertThat(result.entries()).isEqualTo(320);
    }
}
