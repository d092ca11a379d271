package vn.angiang.plan72.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFilesTests {

    @TempDir
    Path folder;

    private String content(String text) throws Exception {
        Path file = Files.writeString(folder.resolve("secret"), text);
        return SecretFiles.content("PLAN72_DB_PASSWORD_FILE", file.toString());
    }

    @Test
    void theLineEndOfAFileIsNotPartOfTheSecret() throws Exception {
        assertThat(content("mùa nước nổi\n")).isEqualTo("mùa nước nổi");
    }

    @Test
    void aMissingOrEmptyFileStopsTheStartAndIsNamed() {
        assertThatThrownBy(() -> content(" \n")).hasMessageContaining("PLAN72_DB_PASSWORD_FILE names an empty file");
        assertThatThrownBy(() -> SecretFiles.content(
                        "PLAN72_X_FILE", folder.resolve("none").toString()))
                .hasMessageContaining("PLAN72_X_FILE names a file that cannot be read");
    }
}
