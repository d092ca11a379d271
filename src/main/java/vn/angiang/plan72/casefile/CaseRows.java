package vn.angiang.plan72.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;

final class CaseRows {

    private CaseRows() {}

    static CaseFile map(ResultSet rs, int row) throws SQLException {
        var closedAt = rs.getObject("closed_at", OffsetDateTime.class);
        return new CaseFile(
                rs.getString("number"),
                rs.getString("process_key"),
                rs.getString("process_instance_id"),
                rs.getString("definition_id"),
                rs.getString("title"),
                rs.getString("obligation_id"),
                rs.getString("clause"),
                rs.getString("lead_unit"),
                rs.getString("assigner_unit"),
                rs.getInt("plan_year"),
                rs.getString("modality"),
                CaseState.valueOf(rs.getString("state")),
                rs.getObject("due_on", LocalDate.class),
                rs.getObject("original_due_on", LocalDate.class),
                rs.getInt("extensions"),
                rs.getObject("submitted_on", LocalDate.class),
                rs.getString("rating"),
                rs.getBoolean("suspended"),
                rs.getString("opened_by"),
                rs.getObject("opened_at", OffsetDateTime.class).toInstant(),
                closedAt == null ? null : closedAt.toInstant(),
                rs.getLong("revision"));
    }
}
