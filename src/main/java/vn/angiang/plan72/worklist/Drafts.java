package vn.angiang.plan72.worklist;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.shared.Refusal;

/** What a person has typed but not handed in: kept on the server, raw, one per task and person. */
@Service
public class Drafts {

    /** Longest draft, in characters of its JSON. */
    static final int MAX_LENGTH = 900_000;

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    Drafts(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /**
     * A kept draft.
     *
     * @param revision of the case when the form was opened
     */
    public record Draft(Map<String, List<String>> raw, long revision, Instant savedAt) {}

    /** The draft of a person for a task. */
    @Transactional(readOnly = true)
    public Optional<Draft> find(String taskId, String username) {
        return jdbc.sql("select answers, revision, saved_at from task_draft where task_id = ? and username = ?")
                .params(taskId, username)
                .query((rs, i) -> new Draft(
                        read(rs.getString(1)),
                        rs.getLong(2),
                        rs.getObject(3, OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** Keeps the draft, replacing an earlier one. Survives the failure of whatever comes after. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void save(String taskId, String username, Map<String, List<String>> raw, long revision) {
        String answers = write(raw);
        if (answers.length() > MAX_LENGTH) {
            throw new Refusal.TooLarge("worklist.draft.tooLarge");
        }
        OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        int rows = jdbc.sql(
                        "update task_draft set answers = ?, revision = ?, saved_at = ? where task_id = ? and username = ?")
                .params(answers, revision, now, taskId, username)
                .update();
        if (rows == 0) {
            jdbc.sql("insert into task_draft(answers, revision, saved_at, task_id, username) values (?, ?, ?, ?, ?)")
                    .params(answers, revision, now, taskId, username)
                    .update();
        }
    }

    private Map<String, List<String>> read(String text) {
        try {
            return json.readValue(text, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String write(Map<String, List<String>> raw) {
        try {
            return json.writeValueAsString(raw);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
