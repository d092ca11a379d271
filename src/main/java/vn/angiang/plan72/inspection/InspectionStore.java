package vn.angiang.plan72.inspection;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import vn.angiang.plan72.shared.Refusal;

/** Reads and writes {@code inspection} and what belongs to it. */
@Repository
class InspectionStore {

    private final JdbcClient jdbc;

    InspectionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(String number, String unit, String kind, String scope) {
        jdbc.sql("insert into inspection(case_number, unit_code, kind, scope, silent) values (?, ?, ?, ?, false)")
                .params(number, unit, kind, scope)
                .update();
    }

    /** Sets columns; an empty Optional sets null. Column names come from code only. */
    void set(String number, Map<String, ?> values) {
        String columns = values.keySet().stream().map(c -> c + " = :" + c).collect(Collectors.joining(", "));
        var statement = jdbc.sql("update inspection set " + columns + " where case_number = :caseNumber")
                .param("caseNumber", number);
        for (var value : values.entrySet()) {
            statement = statement.param(
                    value.getKey(), value.getValue() instanceof Optional<?> o ? o.orElse(null) : value.getValue());
        }
        statement.update();
    }

    /** Number of the unit's open inspection whose decision is not signed yet: its scope may still grow. */
    Optional<String> undecided(String unit) {
        return jdbc.sql("select i.case_number from inspection i join case_file c on c.number = i.case_number"
                        + " where i.unit_code = ? and i.decision_no is null and c.closed_at is null"
                        + " and length(i.scope) < 8000 order by i.case_number fetch first 1 rows only")
                .param(unit)
                .query(String.class)
                .optional();
    }

    void members(String number, List<String> usernames) {
        jdbc.sql("delete from inspection_member where case_number = ?")
                .param(number)
                .update();
        usernames.stream().distinct().forEach(u -> jdbc.sql(
                        "insert into inspection_member(case_number, username) values (?, ?)")
                .params(number, u)
                .update());
    }

    void addFinding(String number, Inspection.Finding f) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("insert into inspection_finding(case_number, kind, place, text, amount, repeated, added_by_name)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .param(number)
                .param(f.kind())
                .param(f.place())
                .param(f.text())
                .param(f.amount())
                .param(f.repeated())
                .param(f.addedByName())
                .update(key, "id");
        f.evidence().forEach(document -> jdbc.sql(
                        "insert into inspection_finding_file(finding_id, document_id) values (?, ?)")
                .params(Objects.requireNonNull(key.getKey()).longValue(), document)
                .update());
    }

    void rate(long finding, @Nullable String severity) {
        jdbc.sql("update inspection_finding set severity = ? where id = ?")
                .param(severity)
                .param(finding)
                .update();
    }

    void addRecommendation(String number, long finding, String text) {
        jdbc.sql("insert into inspection_recommendation(case_number, finding_id, text) values (?, ?, ?)")
                .params(number, finding, text)
                .update();
    }

    /** @throws Refusal.NotFound when the case is no inspection */
    Inspection of(String number) {
        return jdbc.sql("select * from inspection where case_number = ?")
                .param(number)
                .query(this::map)
                .optional()
                .orElseThrow(() -> new Refusal.NotFound("case.notFound", number));
    }

    private List<Inspection.Finding> findings(String number) {
        return jdbc.sql("select * from inspection_finding where case_number = ? order by id")
                .param(number)
                .query((rs, n) -> new Inspection.Finding(
                        rs.getLong("id"),
                        rs.getString("kind"),
                        rs.getString("place"),
                        rs.getString("text"),
                        rs.getObject("amount", BigDecimal.class),
                        rs.getBoolean("repeated"),
                        evidence(rs.getLong("id")),
                        rs.getString("severity"),
                        rs.getString("added_by_name")))
                .list();
    }

    private List<String> evidence(long finding) {
        return jdbc.sql("select document_id from inspection_finding_file where finding_id = ? order by document_id")
                .param(finding)
                .query(String.class)
                .list();
    }

    private List<Inspection.Recommendation> recommendations(String number) {
        return jdbc.sql("select id, finding_id, text from inspection_recommendation where case_number = ? order by id")
                .param(number)
                .query((rs, n) -> new Inspection.Recommendation(rs.getLong(1), rs.getLong(2), rs.getString(3)))
                .list();
    }

    private static List<String> codes(@Nullable String joined) {
        return joined == null || joined.isEmpty() ? List.of() : Arrays.asList(joined.split(","));
    }

    private Inspection map(ResultSet rs, int row) throws SQLException {
        String number = rs.getString("case_number");
        return new Inspection(
                number,
                rs.getString("unit_code"),
                rs.getString("kind"),
                rs.getString("scope"),
                rs.getString("decision_no"),
                rs.getObject("decided_on", LocalDate.class),
                rs.getObject("starts_on", LocalDate.class),
                rs.getObject("ends_on", LocalDate.class),
                rs.getString("unit_report"),
                rs.getObject("draw_seed", Long.class),
                codes(rs.getString("draw_from")),
                codes(rs.getString("drawn")),
                rs.getObject("interviewed", Integer.class),
                rs.getString("site_summary"),
                rs.getString("unit_signs"),
                rs.getString("unit_remark"),
                rs.getString("result_report"),
                rs.getString("draft"),
                rs.getObject("draft_due_on", LocalDate.class),
                rs.getString("explanation"),
                rs.getBoolean("silent"),
                rs.getString("conclusion_no"),
                rs.getObject("concluded_on", LocalDate.class),
                rs.getString("conclusion_text"),
                rs.getObject("remedy_due_on", LocalDate.class),
                rs.getObject("published_on", LocalDate.class),
                jdbc.sql("select username from inspection_member where case_number = ? order by username")
                        .param(number)
                        .query(String.class)
                        .list(),
                findings(number),
                recommendations(number));
    }
}
