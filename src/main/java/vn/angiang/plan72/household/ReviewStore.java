package vn.angiang.plan72.household;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.angiang.plan72.shared.Refusal;

/** Reads and writes reviews, the communes in them, and sums. */
@Repository
class ReviewStore {

    private final JdbcClient jdbc;

    ReviewStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(String caseNumber, String leadUnit, int year) {
        jdbc.sql("insert into household_review(case_number, lead_unit, review_year) values (?, ?, ?)")
                .params(caseNumber, leadUnit, year)
                .update();
    }

    Optional<Review> find(String caseNumber) {
        return jdbc.sql("select * from household_review where case_number = ?")
                .param(caseNumber)
                .query(ReviewStore::review)
                .optional();
    }

    /** @throws Refusal.NotFound when there is none */
    Review of(String caseNumber) {
        return find(caseNumber).orElseThrow(() -> new Refusal.NotFound("case.notFound", caseNumber));
    }

    /** Reviews in which these units take part, or all; latest first. */
    List<Review> list(boolean everything, Set<String> units) {
        if (!everything && units.isEmpty()) {
            return List.of();
        }
        String mine = everything
                ? ""
                : " where exists (select 1 from case_unit u where u.case_number = r.case_number and u.unit_code in (:units))";
        var statement = jdbc.sql("select r.* from household_review r" + mine
                + " order by r.review_year desc, r.case_number desc fetch first 100 rows only");
        return (everything ? statement : statement.param("units", units))
                .query(ReviewStore::review)
                .list();
    }

    void set(String table, String caseNumber, Map<String, ?> values) {
        String columns = values.keySet().stream().map(c -> c + " = :" + c).collect(Collectors.joining(", "));
        var statement = jdbc.sql("update " + table + " set " + columns + " where case_number = :caseNumber")
                .param("caseNumber", caseNumber);
        for (var value : values.entrySet()) {
            statement = statement.param(
                    value.getKey(), value.getValue() instanceof Optional<?> o ? o.orElse(null) : value.getValue());
        }
        statement.update();
    }

    /** Sets columns of a review; an empty Optional sets null. Column names come from code only. */
    void review(String caseNumber, Map<String, ?> values) {
        set("household_review", caseNumber, values);
    }

    /** Sets columns of a commune's review. */
    void commune(String caseNumber, Map<String, ?> values) {
        set("household_commune", caseNumber, values);
    }

    void insertCommune(String caseNumber, String reviewCase, String commune, String district) {
        jdbc.sql("insert into household_commune(case_number, review_case, commune_code, district_code, state, rework)"
                        + " values (?, ?, ?, ?, 'LISTING', false)")
                .params(caseNumber, reviewCase, commune, district)
                .update();
        link(reviewCase, caseNumber);
    }

    /** Lets a review hold the sums of a commune, its own or another review's. */
    void link(String reviewCase, String communeCase) {
        jdbc.sql("insert into household_scope(review_case, commune_case) values (?, ?)")
                .params(reviewCase, communeCase)
                .update();
    }

    /** The case in which a commune reviews in a year, withdrawn ones aside. */
    Optional<String> ofYear(String commune, int year) {
        return jdbc.sql("select c.case_number from household_commune c"
                        + " join household_review r on r.case_number = c.review_case"
                        + " join case_file f on f.number = c.case_number"
                        + " where c.commune_code = ? and r.review_year = ? and f.state <> 'HUY'"
                        + " order by c.case_number fetch first 1 rows only")
                .params(commune, year)
                .query(String.class)
                .optional();
    }

    Optional<CommuneReview> findCommune(String caseNumber) {
        return jdbc.sql("select * from household_commune where case_number = ?")
                .param(caseNumber)
                .query(ReviewStore::commune)
                .optional();
    }

    /** @throws Refusal.NotFound when there is none */
    CommuneReview ofCommune(String caseNumber) {
        return findCommune(caseNumber).orElseThrow(() -> new Refusal.NotFound("case.notFound", caseNumber));
    }

    /** Communes whose sums a review holds, by code. */
    List<CommuneReview> communes(String reviewCase) {
        return jdbc.sql("select c.* from household_commune c join household_scope s on s.commune_case = c.case_number"
                        + " where s.review_case = ? order by c.commune_code")
                .param(reviewCase)
                .query(ReviewStore::commune)
                .list();
    }

    /** Reviews of these communes, latest first. */
    List<CommuneReview> ofUnits(Set<String> units) {
        return units.isEmpty()
                ? List.of()
                : jdbc.sql("select * from household_commune where commune_code in (:units) or district_code in (:units)"
                                + " order by case_number desc fetch first 100 rows only")
                        .param("units", units)
                        .query(ReviewStore::commune)
                        .list();
    }

    /** Sums of today by commune, from the households themselves. */
    Map<String, Movement> movements(String reviewCase) {
        var found = new LinkedHashMap<String, Movement>();
        jdbc.sql(
                        """
                        select s.commune_code, count(*),
                          sum(case when s.present and s.needed and s.result is null then 1 else 0 end),
                          sum(case when s.previous = 'POOR' then 1 else 0 end),
                          sum(case when s.previous <> 'POOR' and s.result = 'POOR' and not s.was_poor then 1 else 0 end),
                          sum(case when s.previous <> 'POOR' and s.result = 'POOR' and s.was_poor then 1 else 0 end),
                          sum(case when s.previous = 'POOR' and s.present and coalesce(s.result, '-') <> 'POOR' then 1 else 0 end),
                          sum(case when s.previous = 'POOR' and not s.present then 1 else 0 end),
                          sum(case when s.result = 'POOR' then 1 else 0 end),
                          sum(case when s.result = 'NEAR_POOR' then 1 else 0 end)
                        from household_survey s join household_scope c on c.commune_case = s.case_number
                        where c.review_case = ? group by s.commune_code order by s.commune_code
                        """)
                .param(reviewCase)
                .query((rs, n) -> found.put(
                        rs.getString(1),
                        new Movement(
                                rs.getInt(2),
                                rs.getInt(3),
                                rs.getInt(4),
                                rs.getInt(5),
                                rs.getInt(6),
                                rs.getInt(7),
                                rs.getInt(8),
                                rs.getInt(9),
                                rs.getInt(10))))
                .list();
        return found;
    }

    /** Keeps sums as a version; what was kept of it before is replaced. */
    void keep(String reviewCase, String version, Map<String, Movement> sums) {
        jdbc.sql("delete from household_count where review_case = ? and version = ?")
                .params(reviewCase, version)
                .update();
        sums.forEach((commune, m) -> jdbc.sql(
                        "insert into household_count(review_case, version, commune_code, households, poor_before, fresh,"
                                + " relapsed, escaped, moved_away, poor, near_poor) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        reviewCase,
                        version,
                        commune,
                        m.households(),
                        m.poorBefore(),
                        m.fresh(),
                        m.relapsed(),
                        m.escaped(),
                        m.movedAway(),
                        m.poor(),
                        m.nearPoor())
                .update());
    }

    /** Sums as they were kept; empty when that version was not given yet. */
    Map<String, Movement> kept(String reviewCase, String version) {
        var found = new HashMap<String, Movement>();
        jdbc.sql("select * from household_count where review_case = ? and version = ?")
                .params(reviewCase, version)
                .query((rs, n) -> found.put(
                        rs.getString("commune_code"),
                        new Movement(
                                rs.getInt("households"),
                                0,
                                rs.getInt("poor_before"),
                                rs.getInt("fresh"),
                                rs.getInt("relapsed"),
                                rs.getInt("escaped"),
                                rs.getInt("moved_away"),
                                rs.getInt("poor"),
                                rs.getInt("near_poor"))))
                .list();
        return found;
    }

    private static Review review(ResultSet rs, int row) throws SQLException {
        return new Review(
                rs.getString("case_number"),
                rs.getString("lead_unit"),
                rs.getInt("review_year"),
                rs.getObject("provisional_on", LocalDate.class),
                rs.getString("official_no"),
                rs.getObject("official_on", LocalDate.class));
    }

    private static CommuneReview commune(ResultSet rs, int row) throws SQLException {
        return new CommuneReview(
                rs.getString("case_number"),
                rs.getString("review_case"),
                rs.getString("commune_code"),
                rs.getString("district_code"),
                rs.getString("state"),
                rs.getBoolean("rework"),
                rs.getObject("met_on", LocalDate.class),
                rs.getObject("attended", Integer.class),
                rs.getObject("agreed", Integer.class),
                rs.getObject("posting_ends_on", LocalDate.class),
                rs.getString("document_no"),
                rs.getObject("signed_on", LocalDate.class),
                rs.getString("remark"));
    }
}
