package vn.angiang.plan72.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The file of checkpoints, one JSON line each; only ever appended to, by one node at a time. */
final class CheckpointFile {

    private final Path path;

    CheckpointFile(Path folder) {
        this.path = folder.resolve("journal-checkpoints.jsonl");
    }

    List<String> lines() {
        try {
            return Files.exists(path) ? Files.readAllLines(path) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read checkpoints in " + path, e);
        }
    }

    /**
     * Appends the line made from all lines so far, forced to the disk; nothing when there is none to add.
     *
     * @throws UncheckedIOException when the folder cannot be written
     */
    void append(Function<List<String>, Optional<String>> next) {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            try (var channel = FileChannel.open(
                            path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                    var lock = channel.lock()) {
                // Not closed: that would close the channel and give the lock away
                var soFar = new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
                var line = next.apply(soFar.lines().toList());
                if (line.isPresent() && lock.isValid()) {
                    // A line cut off by a full disk stays, as a fault to be found, and does not swallow the next
                    String gap = soFar.isEmpty() || soFar.endsWith("\n") ? "" : "\n";
                    channel.position(channel.size());
                    var bytes = ByteBuffer.wrap((gap + line.get() + "\n").getBytes(StandardCharsets.UTF_8));
                    while (bytes.hasRemaining()) {
                        channel.write(bytes);
                    }
                    channel.force(true);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write checkpoints to " + path, e);
        }
    }
}
