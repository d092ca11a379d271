package vn.angiang.plan72.journal;

import java.nio.file.Path;
import java.security.PrivateKey;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * Writes once a day how far every chain has come, signed, to a folder outside the database. Whoever owns the database can
 * rewrite a chain with matching hashes or cut off its end; against a checkpoint kept elsewhere either shows.
 */
@Service
public class Checkpoints {

    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);

    private final CheckpointSettings settings;
    private final CheckpointFile file;
    private final @Nullable PrivateKey key;
    private final JdbcClient jdbc;
    private final Clock clock;

    Checkpoints(CheckpointSettings settings, JdbcClient jdbc, Clock clock) {
        this.settings = settings;
        this.file = new CheckpointFile(Path.of(settings.folder()));
        this.key = settings.key().isBlank() ? null : CheckpointKeys.privateKey(settings.key());
        this.jdbc = jdbc;
        this.clock = clock;
        if (settings.isOn() && key == null && settings.publicKey().isBlank()) {
            throw new IllegalStateException("plan72.checkpoint.folder needs plan72.checkpoint.key or .public-key");
        }
        requirePair();
    }

    private void requirePair() {
        if (key != null
                && !settings.publicKey().isBlank()
                && !CheckpointKeys.verifies(
                        CheckpointKeys.publicKey(settings.publicKey()), "plan72", CheckpointKeys.sign(key, "plan72"))) {
            throw new IllegalStateException("plan72.checkpoint.key and .public-key do not belong together");
        }
    }

    /** Looks every hour, so that a node that was down at midnight catches up; every node looks, one writes. */
    @Scheduled(initialDelay = 60_000, fixedDelay = 3_600_000)
    void daily() {
        if (settings.isOn() && key != null) {
            try {
                write(false);
            } catch (RuntimeException e) {
                LOG.error("No checkpoint of the journal could be written; tried again in an hour", e);
            }
        }
    }

    /**
     * Writes a checkpoint.
     *
     * @param evenIfDoneToday otherwise nothing is done when there is one of today
     */
    void write(boolean evenIfDoneToday) {
        file.append(lines -> {
            var last = lines.isEmpty() ? null : lines.get(lines.size() - 1);
            if (!evenIfDoneToday && last != null && isOfToday(last)) {
                return Optional.empty();
            }
            String previous = last == null ? ChainStore.GENESIS : CanonicalJson.sha256(last);
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            var checkpoint = Checkpoint.signed(lines.size() + 1L, now, previous, heads(), required());
            LOG.info(
                    "Checkpoint {} of the journal: {} chains",
                    checkpoint.number(),
                    checkpoint.heads().size());
            return Optional.of(checkpoint.line());
        });
    }

    private PrivateKey required() {
        if (key == null) {
            throw new IllegalStateException("plan72.checkpoint.key is not set");
        }
        return key;
    }

    private boolean isOfToday(String line) {
        try {
            var day = LocalDate.ofInstant(Checkpoint.read(line).at(), clock.getZone());
            return !day.isBefore(LocalDate.now(clock));
        } catch (IllegalArgumentException damaged) {
            return false;
        }
    }

    private TreeMap<String, Checkpoint.Head> heads() {
        var heads = new TreeMap<String, Checkpoint.Head>();
        jdbc.sql("select chain, last_seq, last_hash from journal_chain where last_seq > 0")
                .query(rs -> {
                    heads.put(rs.getString(1), new Checkpoint.Head(rs.getLong(2), rs.getString(3)));
                });
        return heads;
    }

    /** Compares the database with all checkpoints; empty when none are kept or there is no key to check them with. */
    public Optional<CheckpointVerification> verify() {
        if (!settings.isOn() || settings.publicKey().isBlank()) {
            return Optional.empty();
        }
        List<String> lines = file.lines();
        return Optional.of(new CheckpointVerifier(jdbc, CheckpointKeys.publicKey(settings.publicKey())).verify(lines));
    }
}
