package vn.angiang.plan72.journal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The answers that entries of a chain say they sealed: still there, word for word? Asked in portions. */
final class SealedForms {

    private static final int PORTION = 500;

    private final JdbcClient jdbc;
    private final String chain;
    private final List<JournalVerifier.Break> breaks;
    private final Map<String, Seal> waiting = new HashMap<>();

    private record Seal(long seq, String sha256) {}

    SealedForms(JdbcClient jdbc, String chain, List<JournalVerifier.Break> breaks) {
        this.jdbc = jdbc;
        this.chain = chain;
        this.breaks = breaks;
    }

    void sealedBy(long seq, Map<String, Object> entry) {
        if (entry.get("data") instanceof Map<?, ?> data
                && data.get("snapshot") instanceof String id
                && data.get("sha256") instanceof String sha256) {
            waiting.put(id, new Seal(seq, sha256));
            if (waiting.size() == PORTION) {
                compare();
            }
        }
    }

    /** Compares what is still waiting. */
    void compare() {
        if (waiting.isEmpty()) {
            return;
        }
        var whole = new HashSet<String>();
        jdbc.sql("select id, answers from form_snapshot where id in (:ids)")
                .param("ids", waiting.keySet())
                .query(rs -> {
                    String id = rs.getString(1);
                    if (CanonicalJson.sha256(rs.getString(2))
                            .equals(waiting.get(id).sha256())) {
                        whole.add(id);
                    }
                });
        waiting.forEach((id, seal) -> {
            if (!whole.contains(id)) {
                breaks.add(new JournalVerifier.Break(chain, seal.seq(), "FORM"));
            }
        });
        waiting.clear();
    }
}
