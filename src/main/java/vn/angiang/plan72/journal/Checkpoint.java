package vn.angiang.plan72.journal;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far every chain had come at a moment, signed. One line of JSON; each names the hash of the line before, so that
 * none can be taken out of the middle.
 *
 * @param number 1, 2, 3 … in its file
 * @param previous SHA-256 of the line before, zeros for the first
 * @param heads newest entry of each chain
 */
record Checkpoint(long number, Instant at, String previous, Map<String, Head> heads, String signature) {

    /** Newest entry of a chain. */
    record Head(long seq, String hash) {}

    /** A new checkpoint, signed. */
    static Checkpoint signed(long number, Instant at, String previous, Map<String, Head> heads, PrivateKey key) {
        var unsigned = new Checkpoint(number, at, previous, heads, "");
        return new Checkpoint(number, at, previous, heads, CheckpointKeys.sign(key, unsigned.text()));
    }

    /** @throws IllegalArgumentException when the line is damaged */
    static Checkpoint read(String line) {
        try {
            var json = CanonicalJson.read(line);
            var heads = new TreeMap<String, Head>();
            ((Map<?, ?>) json.get("heads")).forEach((chain, head) -> {
                var fields = (Map<?, ?>) head;
                heads.put((String) chain, new Head(((Number) fields.get("seq")).longValue(), (String)
                        fields.get("hash")));
            });
            return new Checkpoint(
                    ((Number) json.get("number")).longValue(),
                    Instant.parse((String) json.get("at")),
                    (String) json.get("previous"),
                    heads,
                    (String) json.get("signature"));
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("Not a checkpoint", e);
        }
    }

    boolean isSignedBy(PublicKey key) {
        return CheckpointKeys.verifies(key, text(), signature);
    }

    /** The line as it stands in the file. */
    String line() {
        var fields = fields();
        fields.put("signature", signature);
        return CanonicalJson.of(fields);
    }

    /** What is signed. */
    private String text() {
        return CanonicalJson.of(fields());
    }

    private Map<String, Object> fields() {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("number", number);
        fields.put("at", at.toString());
        fields.put("previous", previous);
        var all = new TreeMap<String, Object>();
        heads.forEach((chain, head) -> all.put(chain, Map.of("seq", head.seq(), "hash", head.hash())));
        fields.put("heads", all);
        return fields;
    }
}
