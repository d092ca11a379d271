package vn.angiang.plan72.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.transaction.support.TransactionTemplate;
import vn.angiang.plan72.shared.Actor;

/**
 * The owner of the database can rewrite a chain so that it holds in itself; against checkpoints kept elsewhere even that
 * shows.
 */
class CheckpointTests {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    @TempDir
    Path folder;

    private JdbcClient jdbc;
    private TransactionTemplate transaction;
    private ChainStore store;
    private Journal journal;
    private JournalVerifier verifier;
    private String key;
    private String publicKey;
    private Instant now = Instant.parse("2017-02-20T01:00:00Z");

    @BeforeEach
    void aJournalOfTenActsWithACheckpoint() throws Exception {
        var h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:mem:checkpoint-" + System.nanoTime() + ";DB_CLOSE_DELAY=-1");
        new ResourceDatabasePopulator(new ClassPathResource("db/migration/V0040__journal.sql")).execute(h2);
        jdbc = JdbcClient.create(h2);
        var manager = new DataSourceTransactionManager(h2);
        transaction = new TransactionTemplate(manager);
        var template = new JdbcTemplate(h2);
        store = new ChainStore(jdbc, template, manager);
        journal = new Journal(store, clock());
        verifier = new JournalVerifier(jdbc, template);
        var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        key = Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded());
        publicKey = Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
        acts("SYT", 6);
        acts("H891", 4);
        checkpoints().write(false);
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZONE;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }

    private Checkpoints checkpoints() {
        return new Checkpoints(new CheckpointSettings(folder.toString(), key, publicKey), jdbc, clock());
    }

    private void acts(String chain, int n) {
        for (int i = 0; i < n; i++) {
            int k = i;
            transaction.executeWithoutResult(tx -> journal.record(
                    Act.of(chain, "task.completed", "NV-2017-00000" + k, Actor.SYSTEM, Map.of("words", "đã làm"))));
        }
    }

    /** Rewrites a chain from its start with hashes that fit: what an owner of the database can do. */
    private void forge(String chain, List<String> bodies) {
        jdbc.sql("delete from journal_entry where chain = ?").param(chain).update();
        String previous = ChainStore.GENESIS;
        for (int i = 0; i < bodies.size(); i++) {
            String body = bodies.get(i).replaceAll("\"seq\":\\d+", "\"seq\":" + (i + 1));
            String hash = CanonicalJson.sha256(previous + body);
            jdbc.sql("insert into journal_entry(chain, seq, at, actor, action, case_number, body, prev_hash, hash)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            chain,
                            i + 1,
                            java.time.OffsetDateTime.parse(
                                    String.valueOf(CanonicalJson.read(body).get("at"))),
                            CanonicalJson.read(body).get("actor"),
                            CanonicalJson.read(body).get("action"),
                            CanonicalJson.read(body).get("case"),
                            body,
                            previous,
                            hash)
                    .update();
            previous = hash;
        }
        jdbc.sql("update journal_chain set last_seq = ?, last_hash = ? where chain = ?")
                .params(bodies.size(), previous, chain)
                .update();
        assertThat(verifier.verifyAll().untouched())
                .as("the forged chain holds in itself")
                .isTrue();
    }

    private List<String> bodies(String chain) {
        return new ArrayList<>(jdbc.sql("select body from journal_entry where chain = ? order by seq")
                .param(chain)
                .query(String.class)
                .list());
    }

    private List<String> found() {
        return checkpoints().verify().orElseThrow().differences().stream()
                .map(d -> d.kind() + " " + d.chain() + " " + d.seq())
                .toList();
    }

    @Test
    void anHonestJournalAgreesAndMayGrow() {
        acts("SYT", 3);
        acts("SCT", 1);
        var result = checkpoints().verify().orElseThrow();
        assertThat(result.agrees()).isTrue();
        assertThat(result.heads()).isEqualTo(2);
    }

    @Test
    void anEditWithFittingHashesIsFound() {
        var bodies = bodies("SYT");
        bodies.set(2, bodies.get(2).replace("đã làm", "chưa làm"));
        forge("SYT", bodies);
        assertThat(found()).containsExactly("REWRITTEN SYT 6");
    }

    @Test
    void aDeletionWithFittingHashesIsFound() {
        var bodies = bodies("SYT");
        bodies.remove(2);
        forge("SYT", bodies);
        assertThat(found()).containsExactly("CUT SYT 6");
        acts("SYT", 4);
        assertThat(found()).containsExactly("REWRITTEN SYT 6");
    }

    @Test
    void anInsertionWithFittingHashesIsFound() {
        var bodies = bodies("SYT");
        bodies.add(2, bodies.get(1));
        forge("SYT", bodies);
        assertThat(found()).containsExactly("REWRITTEN SYT 6");
    }

    @Test
    void twoEntriesThatChangedPlacesWithFittingHashesAreFound() {
        var bodies = bodies("SYT");
        java.util.Collections.swap(bodies, 1, 3);
        forge("SYT", bodies);
        assertThat(found()).containsExactly("REWRITTEN SYT 6");
    }

    @Test
    void anEndCutOffTogetherWithItsHeadIsFound() {
        forge("SYT", bodies("SYT").subList(0, 4));
        assertThat(found()).containsExactly("CUT SYT 6");
    }

    @Test
    void aChainThatVanishedWithItsHeadIsFound() {
        jdbc.sql("delete from journal_entry where chain = 'H891'").update();
        jdbc.sql("delete from journal_chain where chain = 'H891'").update();
        assertThat(verifier.verifyAll().untouched()).isTrue();
        assertThat(found()).containsExactly("CUT H891 4");
    }

    @Test
    void oneCheckpointIsWrittenADay() {
        checkpoints().write(false);
        assertThat(new CheckpointFile(folder).lines()).hasSize(1);
        now = now.plusSeconds(86_400);
        acts("SYT", 1);
        checkpoints().write(false);
        checkpoints().write(false);
        assertThat(new CheckpointFile(folder).lines()).hasSize(2);
        assertThat(checkpoints().verify().orElseThrow().agrees()).isTrue();
    }

    @Test
    void aCheckpointTakenOutOrAlteredOrSignedWithAnotherKeyIsFound() throws Exception {
        var path = folder.resolve("journal-checkpoints.jsonl");
        for (int day = 0; day < 3; day++) {
            now = now.plusSeconds(86_400);
            acts("SYT", 1);
            checkpoints().write(false);
        }
        var lines = Files.readAllLines(path);
        Files.write(path, List.of(lines.get(0), lines.get(2), lines.get(3)));
        assertThat(found()).contains("GAP  0");
        Files.write(path, List.of(lines.get(0), lines.get(1).replace("\"seq\":7", "\"seq\":6"), lines.get(2)));
        assertThat(found()).contains("SIGNATURE  0", "GAP  0");
        Files.write(path, List.of(lines.get(0), "{\"heads\":", lines.get(2)));
        assertThat(found()).contains("SIGNATURE  0");
        Files.write(path, lines);
        String ours = key;
        var other = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        publicKey = Base64.getEncoder().encodeToString(other.getPublic().getEncoded());
        key = "";
        assertThat(found()).hasSize(4).allMatch(d -> d.startsWith("SIGNATURE"));
        key = ours;
        assertThatThrownBy(this::checkpoints).hasMessageContaining("do not belong together");
    }

    @Test
    void answersChangedAfterTheyWereSealedAreFound() {
        var snapshots = new FormSnapshots(jdbc, clock());
        transaction.executeWithoutResult(tx -> {
            var sealed = snapshots.seal(
                    new FormSnapshots.AnsweredTask("NV-2017-000001", "t-1", "UserTask_x", "Nộp"),
                    new FormSnapshots.FormVersion("d", "f", "0"),
                    Map.of("amount", 72),
                    Actor.SYSTEM,
                    null);
            journal.record(Act.of(
                    "SYT",
                    "task.completed",
                    "NV-2017-000001",
                    Actor.SYSTEM,
                    Map.of("snapshot", sealed.id(), "sha256", sealed.sha256())));
        });
        assertThat(verifier.verifyAll().untouched()).isTrue();
        String forged = "{\"amount\":27}";
        jdbc.sql("update form_snapshot set answers = ?, sha256 = ?")
                .params(forged, CanonicalJson.sha256(forged))
                .update();
        assertThat(verifier.verifyAll().breaks()).containsExactly(new JournalVerifier.Break("SYT", 7, "FORM"));
        jdbc.sql("delete from form_snapshot").update();
        assertThat(verifier.verifyAll().breaks()).containsExactly(new JournalVerifier.Break("SYT", 7, "FORM"));
    }
}
