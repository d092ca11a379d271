package vn.angiang.plan72.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The tables in {@code docs/generated/} say what the models and the gate say. */
class ModelDocsTests {

    private static final Path FOLDER = Path.of("docs", "generated");
    private static final String NOTE = "Sinh bởi `ModelDocsTests`; không sửa tay.\n\n";

    @Test
    void theTablesOfTheModelsAreUpToDate() throws IOException {
        upToDate(
                "models.md",
                "# Các mô hình\n\n" + NOTE
                        + ModelFiles.all()
                                .map(m -> new ModelTables(m).markdown())
                                .collect(Collectors.joining("\n")));
    }

    @Test
    void theTablesOfTheGateAreUpToDate() throws IOException {
        String rules = Arrays.stream(GateRule.values())
                .map(r -> "| `" + r + "` | " + r.words("…", "…") + " |\n")
                .collect(Collectors.joining());
        upToDate(
                "model-gate.md",
                "# Cổng kiểm tra mô hình\n\n" + NOTE
                        + allowed("Phần tử BPMN", "Phần tử", "Thuộc tính", GateVocabulary.ELEMENTS)
                        + allowed("Phần tử DMN", "Phần tử", "Thuộc tính", DmnGate.ELEMENTS)
                        + allowed("Ô của biểu mẫu", "Loại ô", "Thuộc tính riêng", FormGate.COMPONENTS)
                        + "## Mã lỗi\n\n| Mã | Người lập mô hình đọc thấy |\n| --- | --- |\n" + rules);
    }

    private static String allowed(String title, String first, String second, Map<String, Set<String>> entries) {
        return "## " + title + "\n\n| " + first + " | " + second + " |\n| --- | --- |\n"
                + new TreeMap<>(entries)
                        .entrySet().stream()
                                .map(e -> "| `" + e.getKey() + "` | " + String.join(", ", new TreeSet<>(e.getValue()))
                                        + " |\n")
                                .collect(Collectors.joining())
                + "\n";
    }

    private static void upToDate(String file, String now) throws IOException {
        Path path = FOLDER.resolve(file);
        if (Boolean.getBoolean("plan72.docs.write")) {
            Files.createDirectories(FOLDER);
            Files.writeString(path, now);
        }
        assertThat(path)
                .as("to write it anew: mvn test -Dtest=ModelDocsTests -Dplan72.docs.write=true")
                .exists()
                .content()
                .isEqualToNormalizingNewlines(now);
    }
}
