package vn.angiang.plan72.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import vn.angiang.plan72.shared.Refusal;

/** An upload on its way: a temporary file under a name of our own, deleted when done. */
final class Spool implements AutoCloseable {

    private Path file;
    private long size;
    private String sha256 = "";

    private Spool(Path file) {
        this.file = file;
    }

    /** @throws Refusal.TooLarge as soon as more than {@code maxBytes} have come in */
    static Spool of(InputStream in, long maxBytes) throws IOException {
        var spool = new Spool(Files.createTempFile("plan72-", ".upload"));
        try {
            spool.fill(in, maxBytes);
            return spool;
        } catch (IOException | RuntimeException e) {
            spool.close();
            throw e;
        }
    }

    private void fill(InputStream in, long maxBytes) throws IOException {
        var digest = sha256();
        var buffer = new byte[64 * 1024];
        try (var out = Files.newOutputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                size += n;
                if (size > maxBytes) {
                    throw new Refusal.TooLarge("document.refused.tooLarge", maxBytes / (1024 * 1024));
                }
                digest.update(buffer, 0, n);
                out.write(buffer, 0, n);
            }
        }
        sha256 = HexFormat.of().formatHex(digest.digest());
    }

    Path file() {
        return file;
    }

    /**
     * Goes on with the photo without the place it was taken at.
     *
     * @throws FileRefused when it is not built as a photo should be
     */
    void withoutPlace(FileKind kind) throws IOException, FileRefused {
        Path taken = file;
        file = Files.createTempFile("plan72-", ".upload");
        try {
            PhotoMetadata.strip(taken, file, kind);
        } finally {
            Files.delete(taken);
        }
        var digest = sha256();
        try (var in = new DigestInputStream(Files.newInputStream(file), digest)) {
            size = in.transferTo(OutputStream.nullOutputStream());
        }
        sha256 = HexFormat.of().formatHex(digest.digest());
    }

    long size() {
        return size;
    }

    String sha256Hex() {
        return sha256;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
