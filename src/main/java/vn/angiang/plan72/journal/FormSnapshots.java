package vn.angiang.plan72.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.shared.Actor;

/** Seals what a person answered together with the version of the form that was shown. */
@Service
public class FormSnapshots {

    private final JdbcClient jdbc;
    private final Clock clock;

    FormSnapshots(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The form that was shown: where it was released, its id, the SHA-256 of its text. */
    public record FormVersion(String deploymentId, String formId, String sha256) {}

    /** The task that was answered. */
    public record AnsweredTask(String caseNumber, String taskId, String taskKey, String taskName) {}

    /** A sealed answer. {@code sha256} is that of the canonical JSON of {@code answers}. */
    public record FormSnapshot(
            String id,
            AnsweredTask task,
            FormVersion form,
            Map<String, Object> answers,
            String sha256,
            String sealedBy,
            String sealedByName,
            @Nullable String onBehalfOf,
            Instant sealedAt) {}

    /** Seals answers; they cannot be changed afterwards. */
    @Transactional(propagation = Propagation.MANDATORY)
    public FormSnapshot seal(
            AnsweredTask task, FormVersion form, Map<String, ?> answers, Actor by, @Nullable String onBehalfOf) {
        String json = CanonicalJson.of(answers);
        var snapshot = new FormSnapshot(
                UUID.randomUUID().toString(),
                task,
                form,
                CanonicalJson.read(json),
                CanonicalJson.sha256(json),
                by.username(),
                by.fullName(),
                onBehalfOf,
                clock.instant());
        jdbc.sql(
                        """
                        insert into form_snapshot(id, case_number, task_id, task_key, task_name, deployment_id, form_id,
                            form_sha256, answers, sha256, sealed_by, sealed_by_name, on_behalf_of, sealed_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(snapshot.id())
                .param(task.caseNumber())
                .param(task.taskId())
                .param(task.taskKey())
                .param(task.taskName())
                .param(form.deploymentId())
                .param(form.formId())
                .param(form.sha256())
                .param(json)
                .param(snapshot.sha256())
                .param(by.username())
                .param(by.fullName())
                .param(onBehalfOf)
                .param(OffsetDateTime.ofInstant(snapshot.sealedAt(), ZoneOffset.UTC))
                .update();
        return snapshot;
    }

    /** Sealed answers of a case, newest first. */
    @Transactional(readOnly = true)
    public List<FormSnapshot> ofCase(String caseNumber) {
        return jdbc.sql("select * from form_snapshot where case_number = :number order by sealed_at desc, id")
                .param("number", caseNumber)
                .query(FormSnapshots::snapshot)
                .list();
    }

    /** The newest sealed answer of a task key in a case. */
    @Transactional(readOnly = true)
    public Optional<FormSnapshot> latest(String caseNumber, String taskKey) {
        return ofCase(caseNumber).stream()
                .filter(s -> s.task().taskKey().equals(taskKey))
                .findFirst();
    }

    /** The sealed answer of a task, once it was done. */
    @Transactional(readOnly = true)
    public Optional<FormSnapshot> ofTask(String taskId) {
        return jdbc.sql("select * from form_snapshot where task_id = :id")
                .param("id", taskId)
                .query(FormSnapshots::snapshot)
                .optional();
    }

    /** One sealed answer. */
    @Transactional(readOnly = true)
    public Optional<FormSnapshot> find(String id) {
        return jdbc.sql("select * from form_snapshot where id = :id")
                .param("id", id)
                .query(FormSnapshots::snapshot)
                .optional();
    }

    private static FormSnapshot snapshot(ResultSet rs, int row) throws SQLException {
        return new FormSnapshot(
                rs.getString("id"),
                new AnsweredTask(
                        rs.getString("case_number"),
                        rs.getString("task_id"),
                        rs.getString("task_key"),
                        rs.getString("task_name")),
                new FormVersion(rs.getString("deployment_id"), rs.getString("form_id"), rs.getString("form_sha256")),
                CanonicalJson.read(rs.getString("answers")),
                rs.getString("sha256"),
                rs.getString("sealed_by"),
                rs.getString("sealed_by_name"),
                rs.getString("on_behalf_of"),
                rs.getObject("sealed_at", OffsetDateTime.class).toInstant());
    }
}
