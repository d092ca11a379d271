package vn.angiang.plan72.cluster;

import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The program with a new version of a model and a column more: what a rolling update brings. */
final class NextRelease {

    private NextRelease() {}

    static Path in(Path folder) throws Exception {
        Path jar = folder.resolve("plan72-next.jar");
        Files.copy(Node.JAR, jar, StandardCopyOption.REPLACE_EXISTING);
        try (var files = FileSystems.newFileSystem(jar)) {
            Path classes = files.getPath("/BOOT-INF/classes");
            Path model = classes.resolve("bpmn/assignment/assignment.bpmn");
            String text = Files.readString(model);
            Files.writeString(model, text.stripTrailing() + "\n<!-- next release -->\n", StandardCharsets.UTF_8);
            Files.writeString(
                    classes.resolve("db/migration/V9999__next_release.sql"),
                    "alter table case_file add column next_release varchar(10);\n");
        }
        return jar;
    }
}
