package vn.angiang.plan72.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * bcrypt, strength 10, over a digest of the NFC form. The digest lets long Vietnamese passphrases count in full: bcrypt
 * itself reads 72 bytes only. NFC because keyboards differ in how they compose accents.
 */
final class PasswordHashing implements PasswordEncoder {

    private static final String PREFIX = "{bcrypt-hmac}";
    private static final SecretKeySpec DOMAIN =
            new SecretKeySpec("plan72 account password".getBytes(StandardCharsets.US_ASCII), "HmacSHA256");

    private final BCryptPasswordEncoder bcrypt = new BCryptPasswordEncoder(10);

    @Override
    public String encode(@Nullable CharSequence password) {
        return PREFIX + bcrypt.encode(digest(password == null ? "" : password));
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
        return password != null
                && hash != null
                && hash.startsWith(PREFIX)
                && bcrypt.matches(digest(password), hash.substring(PREFIX.length()));
    }

    private static String digest(CharSequence password) {
        String text = Normalizer.normalize(password, Normalizer.Form.NFC);
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(DOMAIN);
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
