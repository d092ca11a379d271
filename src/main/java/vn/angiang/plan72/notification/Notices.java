package vn.angiang.plan72.notification;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.shared.Refusal;

/** A person's own notices. */
@Service
public class Notices {

    /** The count stops here, so that it stays one short index range. */
    public static final int COUNT_LIMIT = 100;

    private final JdbcClient jdbc;
    private final NoticeTexts texts;
    private final Clock clock;

    Notices(JdbcClient jdbc, NoticeTexts texts, Clock clock) {
        this.jdbc = jdbc;
        this.texts = texts;
        this.clock = clock;
    }

    /** A page; {@code next} is the cursor of the following one, or null. */
    public record Page(List<Notice> notices, @Nullable Long next) {}

    /**
     * Newest first.
     *
     * @param before cursor of the page before, or null for the first
     * @param size rows wanted, 1 to 100
     */
    @Transactional(readOnly = true)
    public Page page(String username, @Nullable Long before, int size) {
        int rows = Math.max(1, Math.min(100, size));
        var found = jdbc.sql("select id, at, case_number, message_key, arguments, href, read_at from notice"
                        + " where username = :username and id < :before order by id desc fetch first " + (rows + 1)
                        + " rows only")
                .param("username", username)
                .param("before", before == null ? Long.MAX_VALUE : before)
                .query((rs, i) -> new Notice(
                        rs.getLong("id"),
                        rs.getObject("at", OffsetDateTime.class).toInstant(),
                        rs.getString("case_number"),
                        rs.getString("message_key"),
                        texts.read(rs.getString("arguments")),
                        rs.getString("href"),
                        rs.getObject("read_at") != null))
                .list();
        boolean more = found.size() > rows;
        var shown = more ? found.subList(0, rows) : found;
        return new Page(List.copyOf(shown), more ? shown.get(rows - 1).id() : null);
    }

    /** How many are unread, at most {@link #COUNT_LIMIT}. */
    @Transactional(readOnly = true)
    public int unread(String username) {
        return jdbc.sql("select count(*) from (select id from notice where username = :username and read_at is null"
                        + " fetch first " + COUNT_LIMIT + " rows only) n")
                .param("username", username)
                .query(Integer.class)
                .single();
    }

    /**
     * Marks one as read and says which page it is about; no effect when it was read before.
     *
     * @throws Refusal.NotFound when the person has no such notice
     */
    @Transactional
    public String open(long id, String username) {
        String href = jdbc.sql("select href from notice where id = ? and username = ?")
                .params(id, username)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new Refusal.NotFound("notification.notFound"));
        jdbc.sql("update notice set read_at = ? where id = ? and username = ? and read_at is null")
                .params(now(), id, username)
                .update();
        return href;
    }

    /** Marks all as read that the person could have seen: up to and including this one. Returns how many. */
    @Transactional
    public int readAll(String username, long upTo) {
        return jdbc.sql("update notice set read_at = ? where username = ? and read_at is null and id <= ?")
                .params(now(), username, upTo)
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
