package vn.angiang.plan72.journal;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Signed checkpoints of the journal; none while {@code folder} is empty.
 *
 * @param folder where they are appended; should lie on, or be copied to, a machine the owner of the database cannot write
 * @param key private Ed25519 key, PKCS #8, PEM or Base64; needed where checkpoints are written
 * @param publicKey public Ed25519 key, X.509, PEM or Base64; needed where they are verified
 */
@ConfigurationProperties("plan72.checkpoint")
record CheckpointSettings(
        @DefaultValue("") String folder, @DefaultValue("") String key, @DefaultValue("") String publicKey) {

    boolean isOn() {
        return !folder.isBlank();
    }
}
