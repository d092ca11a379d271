package vn.angiang.plan72.assignment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.angiang.plan72.shared.Refusal;

/** Reads and writes {@code programme_year} and {@code programme_item}. */
@Repository
class ProgrammeStore {

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;

    ProgrammeStore(JdbcClient jdbc, JdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    void openYear(int year, String caseNumber) {
        jdbc.sql("insert into programme_year(plan_year, case_number, state) values (?, ?, ?)")
                .params(year, caseNumber, ProgrammeYear.State.EDITING.name())
                .update();
    }

    void reopenYear(int year, String caseNumber) {
        jdbc.sql("update programme_year set case_number = ?, state = ? where plan_year = ?")
                .params(caseNumber, ProgrammeYear.State.EDITING.name(), year)
                .update();
    }

    Optional<ProgrammeYear> year(int year) {
        return jdbc.sql("select * from programme_year where plan_year = :year")
                .param("year", year)
                .query(ProgrammeStore::mapYear)
                .optional();
    }

    Optional<ProgrammeYear> ofCase(String caseNumber) {
        return jdbc.sql("select * from programme_year where case_number = :number")
                .param("number", caseNumber)
                .query(ProgrammeStore::mapYear)
                .optional();
    }

    List<ProgrammeYear> years() {
        return jdbc.sql("select * from programme_year order by plan_year")
                .query(ProgrammeStore::mapYear)
                .list();
    }

    void state(int year, ProgrammeYear.State state) {
        jdbc.sql("update programme_year set state = ? where plan_year = ?")
                .params(state.name(), year)
                .update();
    }

    void signed(int year, String documentNo, LocalDate on, String signedFor) {
        jdbc.sql("update programme_year set document_no = ?, signed_on = ?, signed_for = ? where plan_year = ?")
                .params(documentNo, on, signedFor, year)
                .update();
    }

    /** A proposed row before it has an id. */
    record Proposal(
            int sort,
            String obligationId,
            String unitCode,
            String deliverable,
            @Nullable LocalDate dueOn,
            @Nullable String dueBasis,
            boolean leadDerived,
            boolean datedConfirmed) {}

    void add(int year, List<Proposal> proposals) {
        batch.batchUpdate(
                """
                insert into programme_item(plan_year, sort, obligation_id, unit_code, deliverable, due_on, due_basis,
                    lead_derived, lead_confirmed, dated_confirmed, included, revision)
                values (?, ?, ?, ?, ?, ?, ?, ?, false, ?, true, 1)
                """,
                proposals.stream()
                        .map(p -> new Object[] {
                            year,
                            p.sort(),
                            p.obligationId(),
                            p.unitCode(),
                            p.deliverable(),
                            p.dueOn(),
                            p.dueBasis(),
                            p.leadDerived(),
                            p.datedConfirmed()
                        })
                        .toList());
    }

    List<ProgrammeItem> items(int year) {
        return jdbc.sql("select * from programme_item where plan_year = :year order by sort, unit_code")
                .param("year", year)
                .query(ProgrammeStore::mapItem)
                .list();
    }

    ProgrammeItem item(long id) {
        return jdbc.sql("select * from programme_item where id = :id")
                .param("id", id)
                .query(ProgrammeStore::mapItem)
                .optional()
                .orElseThrow(() -> new Refusal.NotFound("programme.item.notFound"));
    }

    /** @return whether the row still had the revision that was edited */
    boolean update(ProgrammeItem item) {
        return jdbc.sql(
                                """
                                update programme_item set deliverable = ?, due_on = ?, lead_confirmed = ?, dated_confirmed = ?,
                                    included = ?, revision = revision + 1 where id = ? and revision = ?
                                """)
                        .param(item.deliverable())
                        .param(item.dueOn())
                        .param(item.leadConfirmed())
                        .param(item.datedConfirmed())
                        .param(item.included())
                        .param(item.id())
                        .param(item.revision())
                        .update()
                == 1;
    }

    /** Rows to give out next, locked so that two runs never take the same. */
    List<ProgrammeItem> nextToStart(int year, int size) {
        return jdbc.sql("select * from programme_item where plan_year = :year and included = true"
                        + " and case_number is null order by sort, unit_code fetch first " + size
                        + " rows only for update")
                .param("year", year)
                .query(ProgrammeStore::mapItem)
                .list();
    }

    void started(long id, String caseNumber) {
        jdbc.sql("update programme_item set case_number = ?, revision = revision + 1 where id = ?")
                .params(caseNumber, id)
                .update();
    }

    long waiting(int year) {
        return jdbc.sql("select count(*) from programme_item where plan_year = :year and included = true"
                        + " and case_number is null")
                .param("year", year)
                .query(Long.class)
                .single();
    }

    long included(int year) {
        return jdbc.sql("select count(*) from programme_item where plan_year = :year and included = true")
                .param("year", year)
                .query(Long.class)
                .single();
    }

    private static ProgrammeYear mapYear(ResultSet rs, int row) throws SQLException {
        return new ProgrammeYear(
                rs.getInt("plan_year"),
                rs.getString("case_number"),
                ProgrammeYear.State.valueOf(rs.getString("state")),
                rs.getString("document_no"),
                rs.getObject("signed_on", LocalDate.class),
                rs.getString("signed_for"));
    }

    private static ProgrammeItem mapItem(ResultSet rs, int row) throws SQLException {
        return new ProgrammeItem(
                rs.getLong("id"),
                rs.getInt("plan_year"),
                rs.getString("obligation_id"),
                rs.getString("unit_code"),
                rs.getString("deliverable"),
                rs.getObject("due_on", LocalDate.class),
                rs.getString("due_basis"),
                rs.getBoolean("lead_derived"),
                rs.getBoolean("lead_confirmed"),
                rs.getBoolean("dated_confirmed"),
                rs.getBoolean("included"),
                rs.getString("case_number"),
                rs.getLong("revision"));
    }
}
