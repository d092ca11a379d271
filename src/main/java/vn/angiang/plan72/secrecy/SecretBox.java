package vn.angiang.plan72.secrecy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.angiang.plan72.shared.KeptFile;

/**
 * Seals text with AES-256-GCM: {@code {key}} then nonce and ciphertext in Base64. A sealed text opens only where it was
 * sealed for, so it cannot be moved to another row. Without configured keys, as in a demonstration, one is made up and kept
 * beside the data; profile {@code prod} does not start without.
 */
@Component
public class SecretBox {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final Pattern SEALED = Pattern.compile("\\{(\\w{1,20})\\}([A-Za-z0-9+/=]+)");

    private final DataKeys keys;
    private final SecureRandom random = new SecureRandom();

    @Autowired
    SecretBox(@Value("${plan72.data-keys:}") String configured, @Value("${plan72.data-dir:./data}") Path dataDir) {
        this(DataKeys.parse(
                configured.isBlank()
                        ? KeptFile.read(dataDir.resolve("data-key.txt"), "data key", SecretBox::madeUp)
                        : configured));
    }

    SecretBox(DataKeys keys) {
        this.keys = keys;
    }

    private static String madeUp() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return "demo:" + Base64.getEncoder().encodeToString(key);
    }

    /**
     * What stood in a place cannot be read: its key is not known, it was changed, or it was sealed for another place. An
     * error of the installation or a sign of tampering, never of the person at the screen.
     */
    public static final class CannotOpen extends IllegalStateException {
        CannotOpen(String place, String why) {
            super("What is sealed at " + place + " does not open: " + why);
        }
    }

    /**
     * Seals a text with the current key.
     *
     * @param place where it will stand, e.g. table, row and column
     */
    public String seal(String text, String place) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, key(keys.current(), place), nonce, place, bytes(text));
        byte[] all = ByteBuffer.allocate(NONCE + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
        return "{" + keys.current() + "}" + Base64.getEncoder().encodeToString(all);
    }

    /**
     * Opens a text; one from before it was sealed is given back as it stands.
     *
     * @throws CannotOpen key unknown, changed, or of another place
     */
    public String open(String sealed, String place) {
        var parts = SEALED.matcher(sealed);
        if (!parts.matches()) {
            return sealed;
        }
        byte[] all = Base64.getDecoder().decode(parts.group(2));
        if (all.length < NONCE) {
            throw new CannotOpen(place, "too short");
        }
        byte[] nonce = java.util.Arrays.copyOf(all, NONCE);
        byte[] content = java.util.Arrays.copyOfRange(all, NONCE, all.length);
        return new String(
                run(Cipher.DECRYPT_MODE, key(parts.group(1), place), nonce, place, content), StandardCharsets.UTF_8);
    }

    /** How every text begins that is sealed with the current key. */
    public String current() {
        return "{" + keys.current() + "}";
    }

    private SecretKey key(String name, String place) {
        SecretKey key = keys.byName().get(name);
        if (key == null) {
            throw new CannotOpen(place, "key " + name + " is not configured");
        }
        return key;
    }

    private static byte[] run(int mode, SecretKey key, byte[] nonce, String place, byte[] content) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(bytes(place));
            return cipher.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new CannotOpen(place, "changed, or sealed for another place");
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
