package vn.angiang.plan72.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads every chain from its start and says where it was altered. */
@Service
public class JournalVerifier {

    private final JdbcClient jdbc;
    private final JdbcTemplate stream;

    JournalVerifier(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.stream = new JdbcTemplate(Objects.requireNonNull(template.getDataSource()));
        this.stream.setFetchSize(500);
    }

    /**
     * A place where a chain does not hold.
     *
     * @param seq number of the entry, or of the first missing one
     * @param kind {@code ALTERED}, {@code MISSING}, {@code HEAD} (the chain's end was cut or its head changed) or {@code
     *     FORM} (the answers sealed by this entry are gone or changed)
     */
    public record Break(String chain, long seq, String kind) {}

    /** Result of a run: what was read and every break found; no breaks means untouched. */
    public record Verification(int chains, long entries, List<Break> breaks) {
        public boolean untouched() {
            return breaks.isEmpty();
        }
    }

    private record Head(String chain, long seq, String hash) {}

    /** Verifies all chains, row by row: memory does not grow with the journal. */
    @Transactional(readOnly = true)
    public Verification verifyAll() {
        var breaks = new ArrayList<Break>();
        var heads = jdbc.sql("select chain, last_seq, last_hash from journal_chain order by chain")
                .query((rs, i) -> new Head(rs.getString(1), rs.getLong(2), rs.getString(3)))
                .list();
        long entries = 0;
        for (Head head : heads) {
            entries += verify(head, breaks);
        }
        jdbc.sql("select distinct chain from journal_entry e"
                        + " where not exists (select 1 from journal_chain c where c.chain = e.chain)")
                .query(String.class)
                .list()
                .forEach(chain -> breaks.add(new Break(chain, 1, "HEAD")));
        return new Verification(heads.size(), entries, List.copyOf(breaks));
    }

    private long verify(Head head, List<Break> breaks) {
        var walk = new Walk(head.chain(), breaks, new SealedForms(jdbc, head.chain(), breaks));
        stream.query(
                "select seq, at, actor, on_behalf_of, action, case_number, body, prev_hash, hash"
                        + " from journal_entry where chain = ? order by seq",
                walk::step,
                head.chain());
        walk.forms.compare();
        if (walk.expected != head.seq() + 1 || !walk.previous.equals(head.hash())) {
            breaks.add(new Break(head.chain(), walk.expected, "HEAD"));
        }
        return walk.count;
    }

    private static final class Walk {
        private final String chain;
        private final List<Break> breaks;
        private final SealedForms forms;
        private long count;
        private long expected = 1;
        private String previous = ChainStore.GENESIS;

        Walk(String chain, List<Break> breaks, SealedForms forms) {
            this.chain = chain;
            this.breaks = breaks;
            this.forms = forms;
        }

        void step(ResultSet rs) throws SQLException {
            long seq = rs.getLong("seq");
            if (seq != expected) {
                breaks.add(new Break(chain, expected, "MISSING"));
            } else if (!holds(rs, seq)) {
                breaks.add(new Break(chain, seq, "ALTERED"));
            }
            expected = seq + 1;
            previous = rs.getString("hash");
            count++;
        }

        private boolean holds(ResultSet rs, long seq) throws SQLException {
            String body = rs.getString("body");
            String expectedHash = CanonicalJson.sha256(previous + body);
            if (!previous.equals(rs.getString("prev_hash")) || !expectedHash.equals(rs.getString("hash"))) {
                return false;
            }
            var content = CanonicalJson.read(body);
            forms.sealedBy(seq, content);
            return chain.equals(content.get("chain"))
                    && String.valueOf(seq).equals(String.valueOf(content.get("seq")))
                    && Objects.equals(rs.getString("actor"), content.get("actor"))
                    && Objects.equals(rs.getString("on_behalf_of"), content.get("onBehalfOf"))
                    && Objects.equals(rs.getString("action"), content.get("action"))
                    && Objects.equals(rs.getString("case_number"), content.get("case"))
                    && rs.getObject("at", OffsetDateTime.class)
                            .toInstant()
                            .toString()
                            .equals(content.get("at"));
        }
    }
}
