package vn.angiang.plan72.household;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.angiang.plan72.shared.Refusal;

/** Reads and writes requests of households. Callers have checked that the reader is of the commune. */
@Repository
class RequestStore {

    private static final String ALL =
            "select q.*, h.code, h.head_name, h.hamlet from household_request q join household h on h.id = q.household_id";

    private final JdbcClient jdbc;
    private final ReviewStore reviews;

    RequestStore(JdbcClient jdbc, ReviewStore reviews) {
        this.jdbc = jdbc;
        this.reviews = reviews;
    }

    /** A household as it stands before a request; its row is locked until the transaction ends. */
    record Standing(
            long id,
            @Nullable String headName,
            @Nullable String hamlet,
            @Nullable String lastClass,
            @Nullable String yearClass,
            boolean wasPoor) {}

    Optional<Standing> lock(String commune, String code) {
        return jdbc.sql("select id, head_name, hamlet, last_class, year_class, was_poor from household"
                        + " where commune_code = ? and code = ? for update")
                .params(commune, code)
                .query((rs, n) -> new Standing(
                        rs.getLong(1),
                        rs.getString(2),
                        rs.getString(3),
                        rs.getString(4),
                        rs.getString(5),
                        rs.getBoolean(6)))
                .optional();
    }

    /** @throws org.springframework.dao.DuplicateKeyException when somebody was faster */
    void insertHousehold(String commune, String code) {
        jdbc.sql("insert into household(commune_code, code, was_poor) values (?, ?, false)")
                .params(commune, code)
                .update();
    }

    void name(long household, String headName, String hamlet) {
        jdbc.sql("update household set head_name = ?, hamlet = ?, erased_on = null where id = ?")
                .params(headName, hamlet, household)
                .update();
    }

    void yearClass(long household, String rated) {
        jdbc.sql("update household set year_class = ? where id = ?")
                .params(rated, household)
                .update();
    }

    boolean hasOpen(long household) {
        return count("household_id = ? and closed_on is null", household) > 0;
    }

    /** Whether a request made the household poor before, in this year or another. */
    boolean oncePoor(long household) {
        return count("household_id = ? and decision = 'GRANTED' and (result = 'POOR' or previous = 'POOR')", household)
                > 0;
    }

    private int count(String condition, long household) {
        return jdbc.sql("select count(*) from household_request where " + condition)
                .param(household)
                .query(Integer.class)
                .single();
    }

    void insert(
            String caseNumber,
            String commune,
            long household,
            String kind,
            LocalDate receivedOn,
            LocalDate dueOn,
            String previous,
            boolean wasPoor) {
        jdbc.sql(
                        "insert into household_request(case_number, commune_code, household_id, kind, received_on, due_on, state,"
                                + " previous, was_poor) values (?, ?, ?, ?, ?, ?, 'CHECKING', ?, ?)")
                .params(caseNumber, commune, household, kind, receivedOn, dueOn, previous, wasPoor)
                .update();
    }

    /** Sets columns; an empty Optional sets null. Column names come from code only. */
    void set(String caseNumber, Map<String, ?> values) {
        reviews.set("household_request", caseNumber, values);
    }

    Optional<HouseholdRequest> find(String caseNumber) {
        return jdbc.sql(ALL + " where q.case_number = ?")
                .param(caseNumber)
                .query(RequestStore::row)
                .optional();
    }

    /** @throws Refusal.NotFound when there is none */
    HouseholdRequest of(String caseNumber) {
        return find(caseNumber).orElseThrow(() -> new Refusal.NotFound("case.notFound", caseNumber));
    }

    /** Requests of communes, open ones first, then latest first. */
    List<HouseholdRequest> ofCommunes(Set<String> communes) {
        return communes.isEmpty()
                ? List.of()
                : jdbc.sql(ALL
                                + " where q.commune_code in (:communes) order by case when q.closed_on is null then 0 else 1"
                                + " end, q.case_number desc fetch first 200 rows only")
                        .param("communes", communes)
                        .query(RequestStore::row)
                        .list();
    }

    /** Numbers by commune of the requests received between two days. */
    List<RequestCounts> counts(LocalDate from, LocalDate to, LocalDate today) {
        return jdbc.sql(
                        """
                        select commune_code, count(*),
                          sum(case when closed_on is null then 1 else 0 end),
                          sum(case when decision = 'REFUSED' then 1 else 0 end),
                          sum(case when decision = 'NOT_GRANTED' then 1 else 0 end),
                          sum(case when decision = 'GRANTED' then 1 else 0 end),
                          sum(case when coalesce(closed_on, cast(:today as date)) > due_on then 1 else 0 end),
                          sum(case when decision = 'GRANTED' and result = 'POOR' and not was_poor then 1 else 0 end),
                          sum(case when decision = 'GRANTED' and result = 'POOR' and was_poor then 1 else 0 end),
                          sum(case when decision = 'GRANTED' and previous = 'POOR' and result <> 'POOR' then 1 else 0 end),
                          sum(case when decision = 'GRANTED' and result = 'NEAR_POOR' then 1 else 0 end)
                        from household_request
                        where received_on between :from and :to and coalesce(decision, '-') <> 'WITHDRAWN'
                        group by commune_code order by commune_code
                        """)
                .param("today", today)
                .param("from", from)
                .param("to", to)
                .query((rs, n) -> new RequestCounts(
                        rs.getString(1),
                        rs.getInt(2),
                        rs.getInt(3),
                        rs.getInt(4),
                        rs.getInt(5),
                        rs.getInt(6),
                        rs.getInt(7),
                        rs.getInt(8),
                        rs.getInt(9),
                        rs.getInt(10),
                        rs.getInt(11)))
                .list();
    }

    private static HouseholdRequest row(ResultSet rs, int n) throws SQLException {
        return new HouseholdRequest(
                rs.getString("case_number"),
                rs.getString("commune_code"),
                rs.getLong("household_id"),
                rs.getString("code"),
                rs.getString("head_name"),
                rs.getString("hamlet"),
                rs.getString("kind"),
                rs.getObject("received_on", LocalDate.class),
                rs.getObject("due_on", LocalDate.class),
                rs.getString("state"),
                rs.getString("previous"),
                rs.getBoolean("was_poor"),
                rs.getObject("members", Integer.class),
                rs.getString("area"),
                rs.getObject("needed", Boolean.class),
                rs.getObject("asset_points", Integer.class),
                rs.getString("deprivations"),
                rs.getString("result"),
                rs.getObject("attended", Integer.class),
                rs.getObject("agreed", Integer.class),
                rs.getObject("posting_ends_on", LocalDate.class),
                rs.getObject("objections", Integer.class),
                rs.getString("decision"),
                rs.getString("document_no"),
                rs.getObject("signed_on", LocalDate.class),
                rs.getString("answer"),
                rs.getObject("closed_on", LocalDate.class));
    }
}
