package vn.angiang.plan72.modelling;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.shared.Refusal;

/** Table {@code model_trial}: the acts of the one trial a person may have. */
@Repository
class TrialStore {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 900_000;

    private final JdbcClient jdbc;
    private final Clock clock;

    TrialStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The acts so far; {@code revision} grows with each. */
    record Script(long draftId, String filesHash, List<TrialAct> acts, long revision) {}

    @Transactional(readOnly = true)
    public Optional<Script> find(String username) {
        return jdbc.sql("select draft_id, files_hash, acts, revision from model_trial where username = ?")
                .param(username)
                .query((rs, row) -> new Script(rs.getLong(1), rs.getString(2), read(rs.getString(3)), rs.getLong(4)))
                .optional();
    }

    /**
     * Begins anew; what the person tried before is forgotten. The revision goes on, so that old pages are told apart.
     *
     * @throws Refusal.Conflict when the person begins elsewhere at the same moment
     */
    @Transactional
    public void begin(String username, long draftId, String filesHash, TrialAct start) {
        long last = jdbc.sql("select revision from model_trial where username = ? for update")
                .param(username)
                .query(Long.class)
                .optional()
                .orElse(0L);
        forget(username);
        try {
            jdbc.sql("insert into model_trial(username, draft_id, files_hash, acts, revision, begun_at)"
                            + " values (?, ?, ?, ?, ?, ?)")
                    .params(username, draftId, filesHash, write(List.of(start)), last + 1, now())
                    .update();
        } catch (DuplicateKeyException e) {
            throw new Refusal.Conflict("modelling.trial.changed");
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    /**
     * Writes down what was done after the revision.
     *
     * @throws Refusal.Conflict when something else was done meanwhile, or too much already
     */
    @Transactional
    public void append(String username, long revision, List<TrialAct> acts) {
        int changed = jdbc.sql("update model_trial set acts = ?, revision = revision + 1"
                        + " where username = ? and revision = ?")
                .params(write(acts), username, revision)
                .update();
        if (changed == 0) {
            throw new Refusal.Conflict("modelling.trial.changed");
        }
    }

    @Transactional
    public void forget(String username) {
        jdbc.sql("delete from model_trial where username = ?").param(username).update();
    }

    private static String write(List<TrialAct> acts) {
        try {
            String text = JSON.writeValueAsString(acts);
            if (text.length() > LONGEST) {
                throw new Refusal.TooLarge("modelling.trial.tooLong");
            }
            return text;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<TrialAct> read(String text) {
        try {
            return JSON.readValue(text, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
