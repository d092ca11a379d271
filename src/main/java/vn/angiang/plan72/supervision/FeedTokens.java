package vn.angiang.plan72.supervision;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Secret addresses of calendars of due dates: one per person, shown once, kept as a digest, revocable. */
@Service
public class FeedTokens {

    private static final int BYTES = 32;

    private final JdbcClient jdbc;
    private final SecureRandom random = new SecureRandom();
    private final Clock clock;

    FeedTokens(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A person's address as far as it is known afterwards. */
    public record Feed(OffsetDateTime createdAt, @Nullable LocalDate lastReadOn) {}

    /** Makes a new secret; the one before, if any, admits no longer. */
    @Transactional
    public String create(String username) {
        revoke(username);
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        jdbc.sql("insert into calendar_feed(token_hash, username, created_at) values (?, ?, ?)")
                .params(digest(token), username, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        return token;
    }

    /** The address no longer admits anybody. */
    @Transactional
    public void revoke(String username) {
        jdbc.sql("delete from calendar_feed where username = ?").param(username).update();
    }

    /** Whether the person has one, and since when. */
    @Transactional(readOnly = true)
    public Optional<Feed> of(String username) {
        return jdbc.sql("select created_at, last_read_on from calendar_feed where username = ?")
                .param(username)
                .query((rs, i) -> new Feed(rs.getObject(1, OffsetDateTime.class), rs.getObject(2, LocalDate.class)))
                .optional();
    }

    /** Whose it is; notes the day of the reading. */
    @Transactional
    public Optional<String> owner(String token) {
        String digest = digest(token);
        var owner = jdbc.sql("select username from calendar_feed where token_hash = ?")
                .param(digest)
                .query(String.class)
                .optional();
        LocalDate today = LocalDate.now(clock);
        owner.ifPresent(o -> jdbc.sql("update calendar_feed set last_read_on = ? where token_hash = ?"
                        + " and (last_read_on is null or last_read_on <> ?)")
                .params(today, digest, today)
                .update());
        return owner;
    }

    private static String digest(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
