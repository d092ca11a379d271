package vn.angiang.plan72.secrecy;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys data is sealed with, by name.
 *
 * @param current name of the one that seals; the others only open
 */
public record DataKeys(String current, Map<String, SecretKey> byName) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]{1,20}");
    private static final int BYTES = 32;

    /**
     * Reads keys as they are configured: {@code name:key[,name:key…]}, each key 32 bytes in Base64, the current one first.
     *
     * @throws IllegalArgumentException when there is none, a name occurs twice, or a key is not what it must be; the
     *     message does not contain any key
     */
    public static DataKeys parse(String configured) {
        var keys = new LinkedHashMap<String, SecretKey>();
        for (String part : configured.strip().split("\\s*,\\s*")) {
            int colon = part.indexOf(':');
            String name = colon < 0 ? "" : part.substring(0, colon);
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException("a data key is written name:key, the name in letters and digits");
            }
            if (keys.put(name, key(name, part.substring(colon + 1))) != null) {
                throw new IllegalArgumentException("data key " + name + " occurs twice");
            }
        }
        return new DataKeys(keys.keySet().iterator().next(), Map.copyOf(keys));
    }

    private static SecretKey key(String name, String base64) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("data key " + name + " is not Base64");
        }
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("data key " + name + " must have " + BYTES + " bytes");
        }
        return new SecretKeySpec(bytes, "AES");
    }
}
