package vn.angiang.plan72.modelling;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.angiang.plan72.process.ModelReleaser;

/** Reads and writes {@code model_release}. */
@Repository
class ReleaseStore {

    private static final String SELECT =
            "select definition_id, version, draft_id, case_number, author, approver, reason, sha256, released_at"
                    + " from model_release ";

    private final JdbcClient jdbc;
    private final Clock clock;

    ReleaseStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(ModelReleaser.Released released, Draft draft, String approver) {
        jdbc.sql(
                        """
                        insert into model_release(definition_id, process_key, version, deployment_id, draft_id, case_number,
                            author, approver, reason, sha256, released_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(released.definitionId())
                .param(released.processKey())
                .param(released.version())
                .param(released.deploymentId())
                .param(draft.id())
                .param(draft.caseNumber())
                .param(draft.submittedBy())
                .param(approver)
                .param(draft.reason())
                .param(draft.sealedHash())
                .param(OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    /** Releases of a process by definition. */
    Map<String, Release> of(String processKey) {
        return jdbc.sql(SELECT + "where process_key = ?").param(processKey).query(ReleaseStore::release).list().stream()
                .collect(Collectors.toMap(Release::definitionId, r -> r));
    }

    /** The last release of each process, by definition. */
    List<Release> all() {
        return jdbc.sql(SELECT + "order by released_at desc")
                .query(ReleaseStore::release)
                .list();
    }

    private static Release release(ResultSet rs, int row) throws SQLException {
        return new Release(
                rs.getString("definition_id"),
                rs.getInt("version"),
                rs.getLong("draft_id"),
                rs.getString("case_number"),
                rs.getString("author"),
                rs.getString("approver"),
                rs.getString("reason"),
                rs.getString("sha256"),
                rs.getObject("released_at", OffsetDateTime.class).toInstant());
    }
}
