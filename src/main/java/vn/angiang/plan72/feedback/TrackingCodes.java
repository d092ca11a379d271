package vn.angiang.plan72.feedback;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The sender's only key to an opinion: 80 random bits, written so that they can be read aloud. Kept as SHA-256, which is
 * enough for a secret nobody can guess.
 */
final class TrackingCodes {

    /** Without I, L, O and U, which are misread. */
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int LENGTH = 16;
    private static final Pattern CODE = Pattern.compile("[" + LETTERS + "]{" + LENGTH + "}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private TrackingCodes() {}

    /** A new code, e.g. {@code 7K3M-9QXA-…}. */
    static String make() {
        var code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(i > 0 && i % 4 == 0 ? "-" : "").append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return code.toString();
    }

    /** What is kept of a code as typed: small letters, blanks and misread letters are forgiven; empty when it is none. */
    static Optional<String> hash(String typed) {
        String plain = typed.length() > 100
                ? ""
                : typed.toUpperCase(Locale.ROOT)
                        .replaceAll("[\\s\\-–—.]", "")
                        .replace('O', '0')
                        .replace('I', '1')
                        .replace('L', '1');
        return CODE.matcher(plain).matches() ? Optional.of(sha256(plain)) : Optional.empty();
    }

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
