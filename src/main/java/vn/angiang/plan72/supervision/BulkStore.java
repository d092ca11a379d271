package vn.angiang.plan72.supervision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import vn.angiang.plan72.casefile.CaseFile;

/** Reads and writes {@code bulk_job} and {@code bulk_item}. */
@Repository
class BulkStore {

    private static final String JOB =
            "select j.*, (select count(*) from bulk_item i where i.job_id = j.id and i.result ="
                    + " 'PLANNED') planned, (select count(*) from bulk_item i where i.job_id = j.id and i.result = 'DONE') done,"
                    + " (select count(*) from bulk_item i where i.job_id = j.id and i.result = 'LEFT') passed_over,"
                    + " (select count(*) from bulk_item i where i.job_id = j.id and i.result = 'FAILED') failed from bulk_job j";

    private final JdbcClient jdbc;

    BulkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long create(SupervisionActs.Order order, String username, OffsetDateTime at) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("insert into bulk_job(act, reason, new_due_on, requested_by, requested_at, state)"
                        + " values (?, ?, ?, ?, ?, 'PREVIEW')")
                .param(order.act().name())
                .param(order.reason())
                .param(order.due())
                .param(username)
                .param(at)
                .update(key, "id");
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    void add(long job, int seq, CaseFile file, String result, @Nullable String message) {
        jdbc.sql("insert into bulk_item(job_id, seq, case_number, revision, result, message) values (?, ?, ?, ?, ?, ?)")
                .param(job)
                .param(seq)
                .param(file.number())
                .param(file.revision())
                .param(result)
                .param(message)
                .update();
    }

    Optional<BulkJob> find(long id) {
        return jdbc.sql(JOB + " where j.id = ?").param(id).query(BulkStore::job).optional();
    }

    List<BulkJob> running() {
        return jdbc.sql(JOB + " where j.state = 'RUNNING' order by j.id")
                .query(BulkStore::job)
                .list();
    }

    List<BulkJob.Item> items(long id) {
        return jdbc.sql("select i.*, c.title, c.lead_unit, c.due_on from bulk_item i join case_file c"
                        + " on c.number = i.case_number where i.job_id = ? order by i.seq")
                .param(id)
                .query((rs, n) -> new BulkJob.Item(
                        rs.getInt("seq"),
                        rs.getString("case_number"),
                        rs.getString("title"),
                        rs.getString("lead_unit"),
                        rs.getObject("due_on", LocalDate.class),
                        rs.getString("result"),
                        rs.getString("message")))
                .list();
    }

    /** A case whose turn it is, held until the transaction ends; the revision it had when looked at. */
    Optional<Turn> next(long job) {
        return jdbc.sql("select seq, case_number, revision from bulk_item where job_id = ? and result = 'PLANNED'"
                        + " order by seq fetch first 1 rows only for update")
                .param(job)
                .query((rs, n) -> new Turn(rs.getInt(1), rs.getString(2), rs.getLong(3)))
                .optional();
    }

    record Turn(int seq, String caseNumber, long revision) {}

    void result(long job, int seq, String result, @Nullable String message) {
        jdbc.sql("update bulk_item set result = ?, message = ? where job_id = ? and seq = ?")
                .param(result)
                .param(message)
                .param(job)
                .param(seq)
                .update();
    }

    /** Ends a running job of which no case is planned any more; whether none is. */
    boolean endIfNothingIsPlanned(long job, OffsetDateTime at) {
        int planned = jdbc.sql("select count(*) from bulk_item where job_id = ? and result = 'PLANNED'")
                .param(job)
                .query(Integer.class)
                .single();
        if (planned == 0) {
            move(job, "RUNNING", "DONE", at);
        }
        return planned == 0;
    }

    /** Whether the job was in the first state and now is in the second. */
    boolean move(long id, String from, String to, @Nullable OffsetDateTime endedAt) {
        return jdbc.sql("update bulk_job set state = ?, ended_at = ? where id = ? and state = ?")
                        .param(to)
                        .param(endedAt)
                        .param(id)
                        .param(from)
                        .update()
                == 1;
    }

    private static BulkJob job(ResultSet rs, int row) throws SQLException {
        return new BulkJob(
                rs.getLong("id"),
                new SupervisionActs.Order(
                        BulkAct.valueOf(rs.getString("act")),
                        rs.getString("reason"),
                        rs.getObject("new_due_on", LocalDate.class)),
                rs.getString("requested_by"),
                rs.getObject("requested_at", OffsetDateTime.class).toInstant(),
                rs.getString("state"),
                rs.getInt("planned"),
                rs.getInt("done"),
                rs.getInt("passed_over"),
                rs.getInt("failed"));
    }
}
