package vn.angiang.plan72.shared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Supplier;

/** A secret made up once and kept beside the data, readable by the owner only. For demonstrations. */
public final class KeptFile {

    private KeptFile() {}

    /**
     * What the file holds; made up when it is not there or empty.
     *
     * @param what for the message when that fails
     * @throws UncheckedIOException when it can be neither read nor written
     */
    public static String read(Path file, String what, Supplier<String> madeUp) {
        try {
            if (Files.exists(file)) {
                String kept = Files.readString(file).strip();
                if (!kept.isEmpty()) {
                    return kept;
                }
                Files.delete(file);
            }
            Files.createDirectories(file.toAbsolutePath().getParent());
            try {
                create(file, madeUp.get());
            } catch (FileAlreadyExistsException e) {
                // another node was faster: its secret counts
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep the " + what + " in " + file, e);
        }
    }

    /** Appears with its content at once: whoever looks meanwhile sees no file or a whole one. */
    private static void create(Path file, String content) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        boolean posix = Files.getFileStore(folder).supportsFileAttributeView("posix");
        Path temporary = posix
                ? Files.createTempFile(
                        folder,
                        "moi-",
                        ".tmp",
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                : Files.createTempFile(folder, "moi-", ".tmp");
        try {
            Files.writeString(temporary, content + System.lineSeparator());
            Files.move(temporary, file);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
