package vn.angiang.plan72.household;

import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes households, their survey and complaints. Callers have checked that the reader is of the commune. */
@Repository
class HouseholdStore {

    private static final int BATCH = 1000;

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;

    HouseholdStore(JdbcClient jdbc, JdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    /**
     * What is known of a household from earlier reviews.
     *
     * @param lastClass official result of the last one, or null
     * @param yearClass what a request made of it since then, or null
     */
    record Known(long id, @Nullable String lastClass, boolean wasPoor, @Nullable String yearClass) {

        /** Poor or near-poor by the last review or by a request since: the next review must look at it. */
        boolean counted() {
            return isCounted(lastClass) || isCounted(yearClass);
        }

        private static boolean isCounted(@Nullable String rated) {
            return "POOR".equals(rated) || "NEAR_POOR".equals(rated);
        }
    }

    /** Households of a commune by code. */
    Map<String, Known> known(String commune) {
        var found = new HashMap<String, Known>();
        jdbc.sql("select code, id, last_class, was_poor, year_class from household where commune_code = ?")
                .param(commune)
                .query((rs, n) -> found.put(
                        rs.getString(1), new Known(rs.getLong(2), rs.getString(3), rs.getBoolean(4), rs.getString(5))))
                .list();
        return found;
    }

    /** Replaces the list of a commune by another one. */
    void replace(String caseNumber, String commune, List<HouseholdRow> rows) {
        jdbc.sql("delete from household_survey where case_number = ?")
                .param(caseNumber)
                .update();
        var before = known(commune);
        var fresh = rows.stream().filter(r -> !before.containsKey(r.code())).toList();
        batch.batchUpdate(
                "insert into household(commune_code, code, head_name, hamlet, was_poor) values (?, ?, ?, ?, false)",
                fresh,
                BATCH,
                (s, r) -> {
                    s.setString(1, commune);
                    s.setString(2, r.code());
                    s.setString(3, r.headName());
                    s.setString(4, r.hamlet());
                });
        batch.batchUpdate(
                "update household set head_name = ?, hamlet = ?, erased_on = null where commune_code = ? and code = ?",
                rows.stream().filter(r -> before.containsKey(r.code())).toList(),
                BATCH,
                (s, r) -> {
                    s.setString(1, r.headName());
                    s.setString(2, r.hamlet());
                    s.setString(3, commune);
                    s.setString(4, r.code());
                });
        insert(caseNumber, commune, rows, fresh.isEmpty() ? before : known(commune));
    }

    private void insert(String caseNumber, String commune, List<HouseholdRow> rows, Map<String, Known> known) {
        var lines = new ArrayList<Object[]>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            HouseholdRow r = rows.get(i);
            lines.add(new Object[] {
                caseNumber,
                known.get(r.code()).id(),
                commune,
                i,
                r.members(),
                r.area(),
                r.previous(),
                r.wasPoor(),
                r.present(),
                r.needed(),
                r.assetPoints(),
                r.deprivations(),
                r.result()
            });
        }
        for (int from = 0; from < lines.size(); from += BATCH) {
            batch.batchUpdate(
                    "insert into household_survey(case_number, household_id, commune_code, sort, members, area, previous,"
                            + " was_poor, present, needed, asset_points, deprivations, result)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    lines.subList(from, Math.min(lines.size(), from + BATCH)),
                    new int[] {
                        Types.VARCHAR,
                        Types.BIGINT,
                        Types.VARCHAR,
                        Types.INTEGER,
                        Types.INTEGER,
                        Types.VARCHAR,
                        Types.VARCHAR,
                        Types.BOOLEAN,
                        Types.BOOLEAN,
                        Types.BOOLEAN,
                        Types.INTEGER,
                        Types.VARCHAR,
                        Types.VARCHAR
                    });
        }
    }

    /** A page of a commune's list. */
    List<HouseholdRow> rows(String caseNumber, int from, int size) {
        return jdbc.sql("select h.code, h.head_name, h.hamlet, s.* from household_survey s"
                        + " join household h on h.id = s.household_id where s.case_number = ?"
                        + " order by s.sort offset " + from + " rows fetch next " + size + " rows only")
                .param(caseNumber)
                .query((rs, n) -> new HouseholdRow(
                        rs.getString("code"),
                        rs.getString("head_name"),
                        rs.getString("hamlet"),
                        rs.getInt("members"),
                        rs.getString("area"),
                        rs.getString("previous"),
                        rs.getBoolean("was_poor"),
                        rs.getBoolean("present"),
                        rs.getBoolean("needed"),
                        rs.getObject("asset_points", Integer.class),
                        rs.getString("deprivations"),
                        rs.getString("result")))
                .list();
    }

    int count(String caseNumber) {
        return jdbc.sql("select count(*) from household_survey where case_number = ?")
                .param(caseNumber)
                .query(Integer.class)
                .single();
    }

    int unrated(String caseNumber) {
        return jdbc.sql("select count(*) from household_survey where case_number = ? and present and needed"
                        + " and result is null")
                .param(caseNumber)
                .query(Integer.class)
                .single();
    }

    /** Keeps the present results as those of a version. */
    void freeze(String reviewCase, boolean official) {
        jdbc.sql("update household_survey set " + (official ? "official" : "provisional")
                        + " = result where case_number"
                        + " in (select commune_case from household_scope where review_case = ?)")
                .param(reviewCase)
                .update();
    }

    /** What the next review will find as the last result. */
    void remember(String reviewCase) {
        String surveyed =
                "(select s.%s from household_survey s join household_scope c on c.commune_case = s.case_number"
                        + " where c.review_case = ? and s.household_id = household.id)";
        String inReview = "exists (select 1 from household_survey s join household_scope c on"
                + " c.commune_case = s.case_number where c.review_case = ? and s.household_id = household.id)";
        jdbc.sql("update household set last_class = coalesce(" + surveyed.formatted("official") + ", 'NONE') where "
                        + inReview)
                .params(reviewCase, reviewCase)
                .update();
        jdbc.sql(
                        "update household set was_poor = true where was_poor = false and exists (select 1 from household_survey s"
                                + " join household_scope c on c.commune_case = s.case_number where c.review_case = ?"
                                + " and s.household_id = household.id and (s.official = 'POOR' or s.previous = 'POOR' or s.was_poor))")
                .param(reviewCase)
                .update();
        forgetRequests(reviewCase, inReview);
    }

    /** What requests changed within the year is part of the review now, but for those decided after the commune signed. */
    private void forgetRequests(String reviewCase, String inReview) {
        jdbc.sql(
                        "update household set was_poor = true where was_poor = false and exists (select 1 from household_request q"
                                + " where q.household_id = household.id and q.decision = 'GRANTED' and q.result = 'POOR') and "
                                + inReview)
                .param(reviewCase)
                .update();
        jdbc.sql("update household set year_class = null where year_class is not null and exists (select 1"
                        + " from household_survey s join household_scope c on c.commune_case = s.case_number"
                        + " join household_commune k on k.case_number = s.case_number"
                        + " where c.review_case = ? and s.household_id = household.id and not exists (select 1"
                        + " from household_request q where q.household_id = household.id and q.decision = 'GRANTED'"
                        + " and q.closed_on > k.signed_on))")
                .param(reviewCase)
                .update();
    }

    /** A complaint about a result. Personal: for the commune alone. */
    record Complaint(
            long id,
            @Nullable String household,
            String text,
            LocalDate receivedOn,
            @Nullable String outcome,
            @Nullable LocalDate resolvedOn) {}

    void complain(String caseNumber, @Nullable String household, String text, LocalDate on) {
        jdbc.sql("insert into household_complaint(case_number, household, text, received_on) values (?, ?, ?, ?)")
                .param(caseNumber)
                .param(household)
                .param(text)
                .param(on)
                .update();
    }

    boolean resolve(String caseNumber, long id, String outcome, LocalDate on) {
        return jdbc.sql("update household_complaint set outcome = ?, resolved_on = ? where id = ? and case_number = ?")
                        .params(outcome, on, id, caseNumber)
                        .update()
                > 0;
    }

    List<Complaint> complaints(String caseNumber) {
        return jdbc.sql("select * from household_complaint where case_number = ? order by id")
                .param(caseNumber)
                .query((rs, n) -> new Complaint(
                        rs.getLong("id"),
                        rs.getString("household"),
                        rs.getString("text"),
                        rs.getObject("received_on", LocalDate.class),
                        rs.getString("outcome"),
                        rs.getObject("resolved_on", LocalDate.class)))
                .list();
    }

    int openComplaints(String caseNumber) {
        return jdbc.sql("select count(*) from household_complaint where case_number = ? and outcome is null")
                .param(caseNumber)
                .query(Integer.class)
                .single();
    }

    /**
     * Takes names and hamlets away from households whose every review was approved, and every request answered, before a
     * day, and what was complained.
     *
     * @return how many by commune
     */
    Map<String, Integer> erase(LocalDate approvedBefore, LocalDate today) {
        String old =
                " erased_on is null and (exists (select 1 from household_survey s where s.household_id = household.id)"
                        + " or exists (select 1 from household_request q where q.household_id = household.id))"
                        + " and not exists (select 1 from household_survey s join household_commune c on c.case_number = s.case_number"
                        + " join household_review r on r.case_number = c.review_case where s.household_id = household.id"
                        + " and (r.official_on is null or r.official_on >= ?))"
                        + " and not exists (select 1 from household_request q where q.household_id = household.id"
                        + " and (q.closed_on is null or q.closed_on >= ?))";
        var counted = new HashMap<String, Integer>();
        jdbc.sql("select commune_code, count(*) from household where" + old + " group by commune_code")
                .params(approvedBefore, approvedBefore)
                .query((rs, n) -> counted.put(rs.getString(1), rs.getInt(2)))
                .list();
        if (!counted.isEmpty()) {
            jdbc.sql("update household set head_name = null, hamlet = null, erased_on = ? where" + old)
                    .params(today, approvedBefore, approvedBefore)
                    .update();
        }
        jdbc.sql("delete from household_complaint where case_number in (select c.case_number from household_commune c"
                        + " join household_review r on r.case_number = c.review_case where r.official_on < ?)")
                .param(approvedBefore)
                .update();
        return counted;
    }
}
