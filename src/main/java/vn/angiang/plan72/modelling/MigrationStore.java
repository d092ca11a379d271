package vn.angiang.plan72.modelling;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import vn.angiang.plan72.process.InstanceMigration;

/** Reads and writes {@code model_migration} and its items. */
@Repository
class MigrationStore {

    private static final String SELECT = "select m.*,"
            + " (select count(*) from model_migration_item i where i.migration_id = m.id and i.result = 'PLANNED') planned,"
            + " (select count(*) from model_migration_item i where i.migration_id = m.id and i.result = 'DONE') done,"
            + " (select count(*) from model_migration_item i where i.migration_id = m.id and i.result = 'LEFT') passed_over,"
            + " (select count(*) from model_migration_item i where i.migration_id = m.id and i.result = 'FAILED') failed"
            + " from model_migration m ";

    private final JdbcClient jdbc;
    private final Clock clock;

    MigrationStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    long create(
            String folder,
            ReleasedModels.Version from,
            ReleasedModels.Version to,
            Map<String, String> byHand,
            String reason,
            String username) {
        var key = new GeneratedKeyHolder();
        jdbc.sql(
                        """
                        insert into model_migration(folder, from_definition, to_definition, from_version, to_version, by_hand,
                            reason, requested_by, requested_at, state)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'PREVIEW')
                        """)
                .params(
                        folder,
                        from.definitionId(),
                        to.definitionId(),
                        from.number(),
                        to.number(),
                        write(byHand),
                        reason,
                        username,
                        now())
                .update(key, "id");
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    void add(long id, int seq, InstanceMigration.Waiting w, String steps, @Nullable String obstacle) {
        jdbc.sql("insert into model_migration_item(migration_id, seq, instance_id, case_number, steps, result, message)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .param(id)
                .param(seq)
                .param(w.instanceId())
                .param(w.caseNumber())
                .param(steps)
                .param(obstacle == null ? "PLANNED" : "LEFT")
                .param(obstacle)
                .update();
    }

    Optional<Migration> find(long id) {
        return jdbc.sql(SELECT + "where m.id = ?")
                .param(id)
                .query(MigrationStore::migration)
                .optional();
    }

    List<Migration> running() {
        return jdbc.sql(SELECT + "where m.state = 'RUNNING' order by m.id")
                .query(MigrationStore::migration)
                .list();
    }

    List<Migration> ofFolder(String folder) {
        return jdbc.sql(SELECT + "where m.folder = ? and m.state <> 'PREVIEW' order by m.id desc")
                .param(folder)
                .query(MigrationStore::migration)
                .list();
    }

    List<Migration.Item> items(long id) {
        return jdbc.sql("select * from model_migration_item where migration_id = ? order by seq")
                .param(id)
                .query(MigrationStore::item)
                .list();
    }

    /** A case whose turn it is, held until the transaction ends. */
    Optional<Migration.Item> next(long id) {
        return jdbc.sql("select * from model_migration_item where migration_id = ? and result = 'PLANNED'"
                        + " order by seq fetch first 1 rows only for update")
                .param(id)
                .query(MigrationStore::item)
                .optional();
    }

    void result(long id, int seq, String result, @Nullable String message) {
        String cut = message == null || message.length() <= 2000 ? message : message.substring(0, 2000);
        jdbc.sql("update model_migration_item set result = ?, message = ? where migration_id = ? and seq = ?")
                .param(result)
                .param(cut)
                .param(id)
                .param(seq)
                .update();
    }

    boolean endIfNothingIsPlanned(long id) {
        int planned = jdbc.sql(
                        "select count(*) from model_migration_item where migration_id = ? and result = 'PLANNED'")
                .param(id)
                .query(Integer.class)
                .single();
        if (planned == 0) {
            move(id, "RUNNING", "DONE");
        }
        return planned == 0;
    }

    /** Whether it was in the first state and now is in the second. */
    boolean move(long id, String from, String to) {
        return jdbc.sql("update model_migration set state = ?, ended_at = ? where id = ? and state = ?")
                        .param(to)
                        .param(to.equals("RUNNING") ? null : now())
                        .param(id)
                        .param(from)
                        .update()
                == 1;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static String write(Map<String, String> byHand) {
        return new TreeMap<>(byHand)
                .entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).collect(Collectors.joining("\n"));
    }

    private static Map<String, String> read(String written) {
        var byHand = new TreeMap<String, String>();
        written.lines().map(l -> l.split("=", 2)).filter(p -> p.length == 2).forEach(p -> byHand.put(p[0], p[1]));
        return byHand;
    }

    private static Migration.Item item(ResultSet rs, int row) throws SQLException {
        return new Migration.Item(
                rs.getInt("seq"),
                rs.getString("instance_id"),
                rs.getString("case_number"),
                rs.getString("steps"),
                rs.getString("result"),
                rs.getString("message"));
    }

    private static Migration migration(ResultSet rs, int row) throws SQLException {
        return new Migration(
                rs.getLong("id"),
                rs.getString("folder"),
                rs.getString("from_definition"),
                rs.getString("to_definition"),
                rs.getInt("from_version"),
                rs.getInt("to_version"),
                read(rs.getString("by_hand")),
                rs.getString("reason"),
                rs.getString("requested_by"),
                rs.getObject("requested_at", OffsetDateTime.class).toInstant(),
                rs.getString("state"),
                rs.getInt("planned"),
                rs.getInt("done"),
                rs.getInt("passed_over"),
                rs.getInt("failed"));
    }
}
