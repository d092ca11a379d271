package vn.angiang.plan72.secrecy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is sealed opens only with its key, unchanged and in its place. */
class SecretBoxTest {

    private static final String PLACE = "opinion_sender/YK-2017-000001/full_name";
    private static final String NAME = "Nguyễn Thị Ẩn Danh";

    private static String key(String name, int fill) {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) fill;
        return name + ":" + Base64.getEncoder().encodeToString(bytes);
    }

    private final SecretBox box = new SecretBox(DataKeys.parse(key("k1", 1)));

    @Test
    void whatIsSealedOpensAgainAndSaysNothing() {
        String sealed = box.seal(NAME, PLACE);
        assertThat(sealed).startsWith("{k1}").doesNotContain("Nguy").isNotEqualTo(box.seal(NAME, PLACE));
        assertThat(box.open(sealed, PLACE)).isEqualTo(NAME);
        assertThat(box.open(box.seal("", PLACE), PLACE)).isEmpty();
    }

    @Test
    void itOpensInNoOtherPlaceAndNotWhenChanged() {
        String sealed = box.seal(NAME, PLACE);
        assertThatThrownBy(() -> box.open(sealed, PLACE.replace("000001", "000002")))
                .isInstanceOf(SecretBox.CannotOpen.class)
                .hasMessageNotContaining(NAME);
        char last = sealed.charAt(10);
        String changed = sealed.substring(0, 10) + (last == 'A' ? 'B' : 'A') + sealed.substring(11);
        assertThatThrownBy(() -> box.open(changed, PLACE)).isInstanceOf(SecretBox.CannotOpen.class);
        assertThatThrownBy(() -> box.open("{k1}AAAA", PLACE)).isInstanceOf(SecretBox.CannotOpen.class);
    }

    @Test
    void anOldKeyOpensAndTheNewOneSeals() {
        String old = box.seal(NAME, PLACE);
        var both = new SecretBox(DataKeys.parse(key("k2", 2) + "," + key("k1", 1)));
        assertThat(both.open(old, PLACE)).isEqualTo(NAME);
        assertThat(both.seal(NAME, PLACE)).startsWith(both.current()).startsWith("{k2}");
        assertThatThrownBy(() -> box.open(both.seal(NAME, PLACE), PLACE)).hasMessageContaining("k2");
    }

    @Test
    void whatWasWrittenBeforeIsReadAsItStands() {
        assertThat(box.open("Trần {văn} A", PLACE)).isEqualTo("Trần {văn} A");
    }

    @Test
    void keysThatAreNoneAreRefusedWithoutSayingThem() {
        assertThatThrownBy(() -> DataKeys.parse("")).hasMessageContaining("name:key");
        assertThatThrownBy(() -> DataKeys.parse("k1:bim-mat")).hasMessageNotContaining("bim-mat");
        assertThatThrownBy(() -> DataKeys.parse(key("k1", 1) + "," + key("k1", 2)))
                .hasMessageContaining("twice");
    }

    @Test
    void aDemonstrationKeepsTheKeyItMadeUpForItsOwnerOnly(@TempDir Path folder) throws Exception {
        var first = new SecretBox("", folder);
        assertThat(new SecretBox("", folder).open(first.seal(NAME, PLACE), PLACE))
                .isEqualTo(NAME);
        assertThat(Files.getPosixFilePermissions(folder.resolve("data-key.txt")))
                .hasSize(2);
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }
}
