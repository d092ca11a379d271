package vn.angiang.plan72.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of {@code document} and {@code document_chunk}. */
@Component
class DocumentRows {

    /** Size of a chunk, in bytes. */
    static final int CHUNK = 256 * 1024;

    private final JdbcClient jdbc;

    DocumentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(DocumentRef d, Path content) {
        jdbc.sql(
                        """
                        insert into document(id, case_number, task_id, field_key, file_name, media_type, size_bytes, sha256,
                            state, uploaded_by, uploaded_by_name, unit_code, uploaded_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(d.id())
                .param(d.caseNumber())
                .param(d.taskId())
                .param(d.fieldKey())
                .param(d.fileName())
                .param(d.mediaType())
                .param(d.sizeBytes())
                .param(d.sha256())
                .param(d.state().name())
                .param(d.uploadedBy())
                .param(d.uploadedByName())
                .param(d.unitCode())
                .param(OffsetDateTime.ofInstant(d.uploadedAt(), ZoneOffset.UTC))
                .update();
        try (InputStream in = Files.newInputStream(content)) {
            int seq = 0;
            for (byte[] chunk = in.readNBytes(CHUNK); chunk.length > 0; chunk = in.readNBytes(CHUNK)) {
                jdbc.sql("insert into document_chunk(document_id, seq, content) values (?, ?, ?)")
                        .params(d.id(), seq++, chunk)
                        .update();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Chunk by chunk, each in a query of its own: a slow reader holds no connection. */
    void write(String id, OutputStream out) throws IOException {
        for (int seq = 0; ; seq++) {
            Optional<byte[]> chunk = jdbc.sql("select content from document_chunk where document_id = ? and seq = ?")
                    .params(id, seq)
                    .query((rs, i) -> rs.getBytes(1))
                    .optional();
            if (chunk.isEmpty()) {
                return;
            }
            out.write(chunk.get());
        }
    }

    Optional<DocumentRef> find(String id) {
        return jdbc.sql("select * from document where id = ?")
                .param(id)
                .query(DocumentRows::map)
                .optional();
    }

    /** The rows, locked in one order against a second hand-in or a removal at the same moment. */
    List<DocumentRef> lock(Collection<String> ids) {
        return jdbc.sql("select * from document where id in (:ids) order by id for update")
                .param("ids", ids)
                .query(DocumentRows::map)
                .list();
    }

    List<DocumentRef> pending(@Nullable String taskId, @Nullable String caseNumber) {
        String place = taskId == null ? "task_id is null and case_number = ?" : "task_id = ?";
        return jdbc.sql("select * from document where " + place + " and state = 'PENDING' order by uploaded_at, id")
                .param(taskId == null ? caseNumber : taskId)
                .query(DocumentRows::map)
                .list();
    }

    List<DocumentRef> pendingBefore(Instant moment, int limit) {
        return jdbc.sql("select * from document where state = 'PENDING' and uploaded_at < ? order by id"
                        + " fetch first " + limit + " rows only for update")
                .param(OffsetDateTime.ofInstant(moment, ZoneOffset.UTC))
                .query(DocumentRows::map)
                .list();
    }

    List<DocumentRef> sealedOf(String caseNumber) {
        return jdbc.sql("select * from document where case_number = ? and state = 'SEALED' order by uploaded_at, id")
                .param(caseNumber)
                .query(DocumentRows::map)
                .list();
    }

    int pendingBy(String username) {
        return jdbc.sql("select count(*) from document where uploaded_by = ? and state = 'PENDING'")
                .param(username)
                .query(Integer.class)
                .single();
    }

    void seal(String id) {
        jdbc.sql("update document set state = 'SEALED' where id = ?").param(id).update();
    }

    void remove(String id) {
        jdbc.sql("update document set state = 'REMOVED' where id = ?").param(id).update();
        jdbc.sql("delete from document_chunk where document_id = ?").param(id).update();
    }

    private static DocumentRef map(ResultSet rs, int row) throws SQLException {
        return new DocumentRef(
                rs.getString("id"),
                rs.getString("case_number"),
                rs.getString("task_id"),
                rs.getString("field_key"),
                rs.getString("file_name"),
                rs.getString("media_type"),
                rs.getLong("size_bytes"),
                rs.getString("sha256"),
                DocumentState.valueOf(rs.getString("state")),
                rs.getString("uploaded_by"),
                rs.getString("uploaded_by_name"),
                rs.getString("unit_code"),
                rs.getObject("uploaded_at", OffsetDateTime.class).toInstant());
    }
}
