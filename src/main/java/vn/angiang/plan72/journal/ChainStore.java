package vn.angiang.plan72.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Appends to and reads from the chains. */
@Repository
class ChainStore {

    static final String GENESIS = "0".repeat(64);

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final TransactionTemplate ownTransaction;

    ChainStore(JdbcClient jdbc, JdbcTemplate batch, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    private record Head(long seq, String hash) {}

    void append(List<Journal.Stamped> acts) {
        var byChain = new TreeMap<String, List<Journal.Stamped>>();
        acts.forEach(a ->
                byChain.computeIfAbsent(a.act().chain(), c -> new ArrayList<>()).add(a));
        byChain.forEach(this::appendTo);
    }

    private void appendTo(String chain, List<Journal.Stamped> acts) {
        Head head = lock(chain);
        var rows = new ArrayList<Object[]>();
        for (var stamped : acts) {
            var act = stamped.act();
            long seq = head.seq() + 1;
            String body = CanonicalJson.of(bodyOf(stamped, seq));
            String hash = CanonicalJson.sha256(head.hash() + body);
            rows.add(new Object[] {
                chain,
                seq,
                OffsetDateTime.ofInstant(stamped.at(), ZoneOffset.UTC),
                act.actor().username(),
                act.onBehalfOf(),
                act.action(),
                act.caseNumber(),
                body,
                head.hash(),
                hash
            });
            head = new Head(seq, hash);
        }
        batch.batchUpdate(
                """
                insert into journal_entry(chain, seq, at, actor, on_behalf_of, action, case_number, body, prev_hash, hash)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                rows);
        jdbc.sql("update journal_chain set last_seq = :seq, last_hash = :hash where chain = :chain")
                .param("seq", head.seq())
                .param("hash", head.hash())
                .param("chain", chain)
                .update();
    }

    private Head lock(String chain) {
        return select(chain).orElseGet(() -> {
            begin(chain);
            return select(chain).orElseThrow();
        });
    }

    private void begin(String chain) {
        try {
            ownTransaction.executeWithoutResult(
                    tx -> jdbc.sql("insert into journal_chain(chain, last_seq, last_hash) values (:chain, 0, :hash)")
                            .param("chain", chain)
                            .param("hash", GENESIS)
                            .update());
        } catch (DuplicateKeyException e) {
            // another transaction began the chain first
        }
    }

    private Optional<Head> select(String chain) {
        return jdbc.sql("select last_seq, last_hash from journal_chain where chain = :chain for update")
                .param("chain", chain)
                .query((rs, i) -> new Head(rs.getLong(1), rs.getString(2)))
                .optional();
    }

    private static Map<String, Object> bodyOf(Journal.Stamped stamped, long seq) {
        var act = stamped.act();
        var body = new LinkedHashMap<String, Object>();
        body.put("chain", act.chain());
        body.put("seq", seq);
        body.put("at", stamped.at().toString());
        body.put("actor", act.actor().username());
        body.put("actorName", act.actor().fullName());
        body.put("onBehalfOf", act.onBehalfOf());
        body.put("ip", act.actor().ip());
        body.put("action", act.action());
        body.put("case", act.caseNumber());
        body.put("data", act.data());
        return body;
    }

    List<String> chains() {
        return jdbc.sql("select chain from journal_chain order by chain")
                .query(String.class)
                .list();
    }

    List<JournalEntry> ofCase(String caseNumber, int limit) {
        return jdbc.sql("select * from journal_entry where case_number = :number"
                        + " order by at desc, chain, seq desc fetch first " + limit + " rows only")
                .param("number", caseNumber)
                .query(ChainStore::entry)
                .list();
    }

    List<JournalEntry> ofChain(String chain, long before, int limit) {
        return jdbc.sql("select * from journal_entry where chain = :chain and seq < :before order by seq desc"
                        + " fetch first " + limit + " rows only")
                .param("chain", chain)
                .param("before", before)
                .query(ChainStore::entry)
                .list();
    }

    @SuppressWarnings("unchecked")
    private static JournalEntry entry(ResultSet rs, int row) throws SQLException {
        var body = CanonicalJson.read(rs.getString("body"));
        return new JournalEntry(
                rs.getString("chain"),
                rs.getLong("seq"),
                rs.getObject("at", OffsetDateTime.class).toInstant(),
                rs.getString("actor"),
                String.valueOf(body.get("actorName")),
                rs.getString("on_behalf_of"),
                rs.getString("action"),
                rs.getString("case_number"),
                (Map<String, Object>) body.getOrDefault("data", Map.of()),
                rs.getString("hash"));
    }
}
