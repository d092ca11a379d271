package vn.angiang.plan72.supervision;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import vn.angiang.plan72.process.ProcessIncidents;

/** Reads and writes {@code incident_retry} and its items. */
@Repository
class IncidentStore {

    private final JdbcClient jdbc;

    IncidentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long create(String reason, String username, OffsetDateTime at, List<ProcessIncidents.Failed> chosen) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("insert into incident_retry(reason, requested_by, requested_at, state) values (?, ?, ?, 'PREVIEW')")
                .params(reason, username, at)
                .update(key, "id");
        long id = Objects.requireNonNull(key.getKey()).longValue();
        for (int i = 0; i < chosen.size(); i++) {
            var one = chosen.get(i);
            jdbc.sql("insert into incident_retry_item(retry_id, seq, job_id, case_number, process_name, element_name,"
                            + " result) values (?, ?, ?, ?, ?, ?, 'PLANNED')")
                    .params(id, i, one.jobId(), one.caseNumber(), one.processName(), one.elementName())
                    .update();
        }
        return id;
    }

    Optional<IncidentRetry> find(long id) {
        var items = jdbc.sql("select * from incident_retry_item where retry_id = ? order by seq")
                .param(id)
                .query((rs, i) -> new IncidentRetry.Item(
                        rs.getInt("seq"),
                        rs.getString("job_id"),
                        rs.getString("case_number"),
                        rs.getString("process_name"),
                        rs.getString("element_name"),
                        rs.getString("result")))
                .list();
        return jdbc.sql("select * from incident_retry where id = ?")
                .param(id)
                .query((rs, i) -> new IncidentRetry(
                        id,
                        rs.getString("reason"),
                        rs.getString("requested_by"),
                        rs.getObject("requested_at", OffsetDateTime.class).toInstant(),
                        rs.getString("state").equals("DONE"),
                        items))
                .optional();
    }

    /** Whether it was still to be confirmed and now is. */
    boolean confirm(long id) {
        return jdbc.sql("update incident_retry set state = 'DONE' where id = ? and state = 'PREVIEW'")
                        .param(id)
                        .update()
                == 1;
    }

    void result(long id, int seq, String result) {
        jdbc.sql("update incident_retry_item set result = ? where retry_id = ? and seq = ?")
                .params(result, id, seq)
                .update();
    }
}
