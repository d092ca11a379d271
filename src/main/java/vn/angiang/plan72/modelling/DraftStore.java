package vn.angiang.plan72.modelling;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import vn.angiang.plan72.shared.Refusal;

/** Reads and writes {@code model_draft}, {@code model_draft_file} and {@code model_draft_author}. */
@Repository
class DraftStore {

    private static final String DRAFT =
            "select id, folder, title, state, source, base_definition, base_version, created_by,"
                    + " created_at, case_number, reason, submitted_by, submitted_at, sealed_hash, refusal from model_draft ";

    private final JdbcClient jdbc;
    private final Clock clock;

    DraftStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<Draft> open() {
        return jdbc.sql(DRAFT + "where state in ('EDITING', 'IN_REVIEW') order by id desc")
                .query(DraftStore::draft)
                .list();
    }

    List<Draft> ofFolder(String folder) {
        return jdbc.sql(DRAFT + "where folder = ? order by id desc fetch first 100 rows only")
                .param(folder)
                .query(DraftStore::draft)
                .list();
    }

    Draft get(long id) {
        return jdbc.sql(DRAFT + "where id = ?")
                .param(id)
                .query(DraftStore::draft)
                .optional()
                .orElseThrow(() -> new Refusal.NotFound("modelling.draft.unknown", String.valueOf(id)));
    }

    /** The draft, kept from others until the transaction ends. */
    Draft lock(long id) {
        return jdbc.sql(DRAFT + "where id = ? for update")
                .param(id)
                .query(DraftStore::draft)
                .optional()
                .orElseThrow(() -> new Refusal.NotFound("modelling.draft.unknown", String.valueOf(id)));
    }

    Optional<Draft> ofCase(String caseNumber) {
        return jdbc.sql(DRAFT + "where case_number = ?")
                .param(caseNumber)
                .query(DraftStore::draft)
                .optional();
    }

    long create(
            String folder,
            String title,
            DraftSource source,
            ReleasedModels.@Nullable Version base,
            String intakeHash,
            String username) {
        var key = new GeneratedKeyHolder();
        jdbc.sql(
                        """
                        insert into model_draft(folder, title, state, source, base_definition, base_version, intake_hash,
                            created_by, created_at)
                        values (?, ?, 'EDITING', ?, ?, ?, ?, ?, ?)
                        """)
                .param(folder)
                .param(title)
                .param(source.name())
                .param(base == null ? null : base.definitionId())
                .param(base == null ? 0 : base.number())
                .param(intakeHash)
                .param(username)
                .param(now())
                .update(key, "id");
        Number id = key.getKey();
        if (id == null) {
            throw new IllegalStateException("No key for a new draft");
        }
        return id.longValue();
    }

    void base(long id, ReleasedModels.Version base) {
        jdbc.sql("update model_draft set base_definition = ?, base_version = ? where id = ?")
                .params(base.definitionId(), base.number(), id)
                .update();
    }

    /** @throws Refusal.Conflict when the draft is in another state */
    void state(long id, DraftState from, DraftState to) {
        int changed = jdbc.sql("update model_draft set state = ? where id = ? and state = ?")
                .params(to.name(), id, from.name())
                .update();
        if (changed == 0) {
            throw new Refusal.Conflict("modelling.draft.sealed");
        }
    }

    void submitted(long id, String caseNumber, String reason, String username, String hash) {
        jdbc.sql("update model_draft set state = 'IN_REVIEW', case_number = ?, reason = ?, submitted_by = ?,"
                        + " submitted_at = ?, sealed_hash = ?, refusal = null where id = ?")
                .params(caseNumber, reason, username, now(), hash, id)
                .update();
    }

    /** Approved and yet not released: it may be changed again. */
    void refused(long id, String why) {
        state(id, DraftState.IN_REVIEW, DraftState.EDITING);
        jdbc.sql("update model_draft set refusal = ? where id = ?")
                .params(why, id)
                .update();
    }

    /** Whether a draft of this source began with exactly these files. */
    boolean began(String folder, DraftSource source, String intakeHash) {
        return jdbc.sql("select count(*) from model_draft where folder = ? and source = ? and intake_hash = ?")
                        .params(folder, source.name(), intakeHash)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    List<DraftFile> files(long id) {
        return jdbc
                .sql("select name, content, revision, saved_by, saved_at from model_draft_file where draft_id = ?")
                .param(id)
                .query(DraftStore::file)
                .list()
                .stream()
                .sorted(Comparator.comparing(DraftFile::kind).thenComparing(DraftFile::name))
                .toList();
    }

    Optional<DraftFile> file(long id, String name) {
        return jdbc.sql("select name, content, revision, saved_by, saved_at from model_draft_file"
                        + " where draft_id = ? and name = ?")
                .params(id, name)
                .query(DraftStore::file)
                .optional();
    }

    void put(long id, String name, String content, String username) {
        jdbc.sql("insert into model_draft_file(draft_id, name, content, revision, saved_by, saved_at)"
                        + " values (?, ?, ?, 1, ?, ?)")
                .params(id, name, content, username, now())
                .update();
        wrote(id, username);
    }

    /** Whether the file still had this revision and is written now. */
    boolean update(long id, String name, String content, long revision, String username) {
        int changed = jdbc.sql("update model_draft_file set content = ?, revision = revision + 1, saved_by = ?,"
                        + " saved_at = ? where draft_id = ? and name = ? and revision = ?")
                .params(content, username, now(), id, name, revision)
                .update();
        if (changed > 0) {
            wrote(id, username);
        }
        return changed > 0;
    }

    void remove(long id, String name, String username) {
        jdbc.sql("delete from model_draft_file where draft_id = ? and name = ?")
                .params(id, name)
                .update();
        wrote(id, username);
    }

    private void wrote(long id, String username) {
        if (!authors(id).contains(username)) {
            jdbc.sql("insert into model_draft_author(draft_id, username) values (?, ?)")
                    .params(id, username)
                    .update();
        }
    }

    /** Everybody who wrote in the draft. */
    Set<String> authors(long id) {
        return new TreeSet<>(jdbc.sql("select username from model_draft_author where draft_id = ?")
                .param(id)
                .query(String.class)
                .list());
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static DraftFile file(ResultSet rs, int row) throws SQLException {
        return new DraftFile(
                rs.getString("name"),
                rs.getString("content"),
                rs.getLong("revision"),
                rs.getString("saved_by"),
                at(rs, "saved_at"));
    }

    private static Draft draft(ResultSet rs, int row) throws SQLException {
        return new Draft(
                rs.getLong("id"),
                rs.getString("folder"),
                rs.getString("title"),
                DraftState.valueOf(rs.getString("state")),
                DraftSource.valueOf(rs.getString("source")),
                rs.getString("base_definition"),
                rs.getInt("base_version"),
                rs.getString("created_by"),
                at(rs, "created_at"),
                rs.getString("case_number"),
                rs.getString("reason"),
                rs.getString("submitted_by"),
                rs.getObject("submitted_at") == null ? null : at(rs, "submitted_at"),
                rs.getString("sealed_hash"),
                rs.getString("refusal"));
    }

    private static Instant at(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, OffsetDateTime.class).toInstant();
    }
}
