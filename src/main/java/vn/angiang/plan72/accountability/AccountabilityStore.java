package vn.angiang.plan72.accountability;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.angiang.plan72.shared.Refusal;

/** Reads and writes {@code accountability_case} and its evidence. */
@Repository
class AccountabilityStore {

    private final JdbcClient jdbc;

    AccountabilityStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws org.springframework.dao.DuplicateKeyException when one is open for the same unit, trigger and subject */
    void insert(
            String number,
            String unit,
            String trigger,
            String subject,
            String reason,
            @Nullable String source,
            String assessor) {
        jdbc.sql(
                        "insert into accountability_case(case_number, unit_code, trigger_kind, subject, open_key, reason,"
                                + " source_case, assessor, silent, force_majeure) values (?, ?, ?, ?, ?, ?, ?, ?, false, false)")
                .param(number)
                .param(unit)
                .param(trigger)
                .param(subject)
                .param(key(unit, trigger, subject))
                .param(reason)
                .param(source)
                .param(assessor)
                .update();
    }

    static String key(String unit, String trigger, String subject) {
        return unit + "/" + trigger + "/" + subject;
    }

    /** Number of the open case about the same. */
    Optional<String> open(String unit, String trigger, String subject) {
        return jdbc.sql("select case_number from accountability_case where open_key = ?")
                .param(key(unit, trigger, subject))
                .query(String.class)
                .optional();
    }

    void closed(String number) {
        set(number, Map.of("open_key", Optional.empty()));
    }

    /** Sets columns; an empty Optional sets null. Column names come from code only. */
    void set(String number, Map<String, ?> values) {
        String columns = values.keySet().stream().map(c -> c + " = :" + c).collect(Collectors.joining(", "));
        var statement = jdbc.sql("update accountability_case set " + columns + " where case_number = :caseNumber")
                .param("caseNumber", number);
        for (var value : values.entrySet()) {
            Object plain = value.getValue() instanceof Optional<?> o ? o.orElse(null) : value.getValue();
            statement = statement.param(value.getKey(), plain);
        }
        statement.update();
    }

    /** @throws Refusal.NotFound when the case is none of accountability */
    AccountabilityCase of(String number) {
        return jdbc.sql("select * from accountability_case where case_number = ?")
                .param(number)
                .query(AccountabilityStore::map)
                .optional()
                .orElseThrow(() -> new Refusal.NotFound("case.notFound", number));
    }

    void addEvidence(Evidence e) {
        jdbc.sql(
                        "insert into accountability_evidence(case_number, kind, ref_case, on_day, text, added_by, added_by_name,"
                                + " added_at) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .param(e.caseNumber())
                .param(e.kind())
                .param(e.refCase())
                .param(e.onDay())
                .param(e.text())
                .param(e.addedBy())
                .param(e.addedByName())
                .param(OffsetDateTime.ofInstant(e.addedAt(), ZoneOffset.UTC))
                .update();
    }

    List<Evidence> evidence(String number) {
        return jdbc.sql("select * from accountability_evidence where case_number = ? order by id")
                .param(number)
                .query((rs, n) -> new Evidence(
                        rs.getString("case_number"),
                        rs.getString("kind"),
                        rs.getString("ref_case"),
                        rs.getObject("on_day", LocalDate.class),
                        rs.getString("text"),
                        rs.getString("added_by"),
                        rs.getString("added_by_name"),
                        rs.getObject("added_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /**
     * One piece of evidence.
     *
     * @param kind {@code ASSIGNMENT}, {@code REPORT}, {@code REMINDERS}, {@code NOTE} or {@code STATEMENT}
     * @param refCase case it is found in, if any
     */
    record Evidence(
            String caseNumber,
            String kind,
            @Nullable String refCase,
            @Nullable LocalDate onDay,
            String text,
            String addedBy,
            String addedByName,
            Instant addedAt) {}

    private static AccountabilityCase map(ResultSet rs, int row) throws SQLException {
        return new AccountabilityCase(
                rs.getString("case_number"),
                rs.getString("unit_code"),
                rs.getString("trigger_kind"),
                rs.getString("subject"),
                rs.getString("reason"),
                rs.getString("source_case"),
                rs.getString("assessor"),
                rs.getString("grounds"),
                rs.getString("grounds_text"),
                rs.getString("request_no"),
                rs.getObject("requested_on", LocalDate.class),
                rs.getString("questions"),
                rs.getObject("explain_due_on", LocalDate.class),
                rs.getObject("explained_on", LocalDate.class),
                rs.getBoolean("silent"),
                rs.getString("explanation"),
                rs.getBoolean("force_majeure"),
                rs.getString("assessment"),
                rs.getString("assessment_text"),
                rs.getString("conclusion"),
                rs.getString("conclusion_no"),
                rs.getObject("concluded_on", LocalDate.class),
                rs.getString("conclusion_text"),
                rs.getString("corrective"),
                rs.getObject("corrective_due_on", LocalDate.class),
                rs.getString("transferred_to"),
                rs.getString("more_time_reason"),
                rs.getString("more_time_state"));
    }
}
