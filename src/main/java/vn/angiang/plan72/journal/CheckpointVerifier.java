package vn.angiang.plan72.journal;

import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Goes through the checkpoints from the first and asks for each entry they name whether it is still there, unchanged. */
final class CheckpointVerifier {

    private final JdbcClient jdbc;
    private final PublicKey key;
    private final List<CheckpointVerification.Difference> differences = new ArrayList<>();
    private final Map<String, Checkpoint.Head> known = new HashMap<>();
    private long heads;

    CheckpointVerifier(JdbcClient jdbc, PublicKey key) {
        this.jdbc = jdbc;
        this.key = key;
    }

    CheckpointVerification verify(List<String> lines) {
        String previous = ChainStore.GENESIS;
        Instant newest = null;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            newest = verify(line, i + 1L, previous, newest);
            previous = CanonicalJson.sha256(line);
        }
        return new CheckpointVerification(lines.size(), heads, newest, List.copyOf(differences));
    }

    private @Nullable Instant verify(String line, long number, String previous, @Nullable Instant newest) {
        Checkpoint checkpoint;
        try {
            checkpoint = Checkpoint.read(line);
        } catch (IllegalArgumentException damaged) {
            differs("SIGNATURE", number, "", 0);
            return newest;
        }
        if (!checkpoint.isSignedBy(key)) {
            differs("SIGNATURE", number, "", 0);
            return newest;
        }
        if (checkpoint.number() != number || !checkpoint.previous().equals(previous)) {
            differs("GAP", number, "", 0);
        }
        checkpoint.heads().forEach((chain, head) -> {
            if (!head.equals(known.put(chain, head))) {
                compare(number, chain, head);
            }
        });
        return checkpoint.at();
    }

    private void compare(long number, String chain, Checkpoint.Head head) {
        heads++;
        var hash = jdbc.sql("select hash from journal_entry where chain = :chain and seq = :seq")
                .param("chain", chain)
                .param("seq", head.seq())
                .query(String.class)
                .optional();
        if (hash.isEmpty()) {
            differs("CUT", number, chain, head.seq());
        } else if (!hash.get().equals(head.hash())) {
            differs("REWRITTEN", number, chain, head.seq());
        }
    }

    private void differs(String kind, long number, String chain, long seq) {
        differences.add(new CheckpointVerification.Difference(kind, number, chain, seq));
    }
}
