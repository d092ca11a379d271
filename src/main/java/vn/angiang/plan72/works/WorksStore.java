package vn.angiang.plan72.works;

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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.angiang.plan72.shared.Refusal;

/** Reads and writes {@code works_list}, {@code works_item} and the log. */
@Repository
class WorksStore {

    private final JdbcClient jdbc;

    WorksStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A list as kept: year, lead unit and approval. */
    record ListRow(String caseNumber, int year, String leadUnit) {}

    /** Notes a case of the flow; a case that runs the flow again keeps what it has. */
    void begin(String caseNumber, int year, String leadUnit) {
        if (list(caseNumber).isEmpty()) {
            jdbc.sql("insert into works_list(case_number, plan_year, lead_unit) values (?, ?, ?)")
                    .params(caseNumber, year, leadUnit)
                    .update();
        }
    }

    Optional<ListRow> list(String caseNumber) {
        return jdbc.sql("select * from works_list where case_number = ?")
                .param(caseNumber)
                .query((rs, n) ->
                        new ListRow(rs.getString("case_number"), rs.getInt("plan_year"), rs.getString("lead_unit")))
                .optional();
    }

    void opinion(String caseNumber, String text) {
        jdbc.sql("update works_list set opinion = ? where case_number = ?")
                .params(text, caseNumber)
                .update();
    }

    void approved(String caseNumber, String number, LocalDate on) {
        jdbc.sql("update works_list set document_no = ?, approved_on = ? where case_number = ?")
                .params(number, on, caseNumber)
                .update();
    }

    void add(String caseNumber, String district, Proposal p) {
        jdbc.sql("insert into works_item(case_number, district_code, started, delayed, workers, work_days, revision,"
                        + " commune_code, hamlet, name, communes, typical_design, on_list, commune_owns, state_amount,"
                        + " people_amount, meeting_on, attended, agreed)"
                        + " values (?, ?, false, false, 0, 0, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        caseNumber,
                        district,
                        p.commune(),
                        p.hamlet(),
                        p.name(),
                        p.communes(),
                        p.typicalDesign(),
                        p.onList(),
                        p.communeOwns(),
                        p.state(),
                        p.people(),
                        p.meetingOn(),
                        p.attended(),
                        p.agreed())
                .update();
    }

    void remove(long id) {
        jdbc.sql("delete from works_item where id = ?").param(id).update();
    }

    /** Sets columns; an empty Optional sets null. Column names come from code only. */
    void set(long id, Map<String, ?> values) {
        String columns = values.keySet().stream().map(c -> c + " = :" + c).collect(Collectors.joining(", "));
        var statement = jdbc.sql("update works_item set " + columns + ", revision = revision + 1 where id = :id")
                .param("id", id);
        for (var value : values.entrySet()) {
            statement = statement.param(
                    value.getKey(), value.getValue() instanceof Optional<?> o ? o.orElse(null) : value.getValue());
        }
        statement.update();
    }

    void log(long id, LocalDate seenOn, String finding, String text, String name, Instant at) {
        jdbc.sql("insert into works_supervision(work_id, seen_on, finding, text, added_by_name, added_at)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(id, seenOn, finding, text, name, OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .update();
    }

    List<Work> ofCase(String caseNumber) {
        return jdbc.sql("select * from works_item where case_number = ? order by id")
                .param(caseNumber)
                .query(this::map)
                .list();
    }

    List<Work> ofYear(int year) {
        return jdbc.sql("select i.* from works_item i join works_list l on l.case_number = i.case_number"
                        + " where l.plan_year = ? order by i.district_code, i.commune_code, i.id")
                .param(year)
                .query(this::map)
                .list();
    }

    List<Integer> years() {
        return jdbc.sql("select distinct plan_year from works_list order by plan_year desc")
                .query(Integer.class)
                .list();
    }

    /** @throws Refusal.NotFound when the case has no such work */
    Work of(String caseNumber, long id) {
        return jdbc.sql("select * from works_item where case_number = ? and id = ?")
                .params(caseNumber, id)
                .query(this::map)
                .optional()
                .orElseThrow(() -> new Refusal.NotFound("works.unknown"));
    }

    private Work map(ResultSet rs, int row) throws SQLException {
        long id = rs.getLong("id");
        Long settledState = rs.getObject("settled_state", Long.class);
        return new Work(
                id,
                rs.getString("case_number"),
                rs.getString("commune_code"),
                rs.getString("district_code"),
                rs.getString("hamlet"),
                rs.getString("name"),
                rs.getInt("communes"),
                rs.getBoolean("typical_design"),
                rs.getBoolean("on_list"),
                rs.getBoolean("commune_owns"),
                rs.getLong("state_amount"),
                rs.getLong("people_amount"),
                rs.getObject("meeting_on", LocalDate.class),
                rs.getInt("attended"),
                rs.getInt("agreed"),
                rs.getString("eligibility"),
                rs.getBoolean("started"),
                rs.getString("dossier"),
                rs.getString("builder"),
                rs.getObject("starts_on", LocalDate.class),
                rs.getObject("finish_on", LocalDate.class),
                rs.getBoolean("delayed"),
                rs.getObject("built_on", LocalDate.class),
                rs.getInt("workers"),
                rs.getInt("work_days"),
                rs.getObject("accepted_on", LocalDate.class),
                settledState == null
                        ? null
                        : new Work.Settlement(
                                settledState,
                                rs.getLong("settled_cash"),
                                rs.getLong("settled_kind"),
                                rs.getLong("settled_labour"),
                                rs.getString("settlement_reason")),
                rs.getObject("settled_on", LocalDate.class),
                rs.getObject("published_on", LocalDate.class),
                rs.getLong("revision"),
                jdbc.sql("select * from works_supervision where work_id = ? order by id")
                        .param(id)
                        .query((e, n) -> new Work.Entry(
                                e.getObject("seen_on", LocalDate.class),
                                e.getString("finding"),
                                e.getString("text"),
                                e.getString("added_by_name"),
                                e.getObject("added_at", OffsetDateTime.class).toInstant()))
                        .list());
    }
}
