package vn.angiang.plan72.casefile;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.shared.Actor;

/** How the obligations of the plan stand, in the four official buckets, within what a person may see. One query. */
@Service
public class PlanStatus {

    private final JdbcClient jdbc;
    private final CaseAccess access;

    PlanStatus(JdbcClient jdbc, CaseAccess access) {
        this.jdbc = jdbc;
        this.access = access;
    }

    /**
     * Cases of one obligation. The official buckets are {@code doneOnTime}, {@code doneLate}, {@code openInTime} and
     * {@code openOverdue}; {@code near} is the part of {@code openInTime} that falls due soon.
     */
    public record Status(int doneOnTime, int doneLate, int failed, int openInTime, int near, int openOverdue) {

        /** No case at all. */
        public static final Status NONE = new Status(0, 0, 0, 0, 0, 0);

        public int total() {
            return doneOnTime + doneLate + failed + openInTime + openOverdue;
        }

        public int open() {
            return openInTime + openOverdue;
        }

        /** All given out, all done. */
        public boolean fulfilled() {
            return total() > 0 && open() == 0 && failed == 0;
        }

        /** Both together. */
        public Status plus(Status o) {
            return new Status(
                    doneOnTime + o.doneOnTime,
                    doneLate + o.doneLate,
                    failed + o.failed,
                    openInTime + o.openInTime,
                    near + o.near,
                    openOverdue + o.openOverdue);
        }
    }

    /**
     * Status by obligation id; obligations without cases are missing. Withdrawn cases do not count.
     *
     * @param year one year, or null for all
     * @param nearUntil last day that counts as near due
     */
    @Transactional(readOnly = true)
    public Map<String, Status> byObligation(Actor actor, @Nullable Integer year, LocalDate today, LocalDate nearUntil) {
        var scope = access.scopeOf(actor);
        if (!scope.everything() && scope.units().isEmpty()) {
            return Map.of();
        }
        var values = new HashMap<String, Object>();
        values.put("today", today);
        values.put("near", nearUntil);
        String where = "c.obligation_id is not null and c.state <> 'HUY'";
        if (year != null) {
            where += " and c.plan_year = :year";
            values.put("year", year);
        }
        if (!scope.everything()) {
            where +=
                    " and exists (select 1 from case_unit u where u.case_number = c.number and u.unit_code in (:units))";
            values.put("units", scope.units());
        }
        var found = new HashMap<String, Status>();
        jdbc.sql(
                        """
                        select obligation_id,
                               sum(case when bucket = 1 then 1 else 0 end), sum(case when bucket = 2 then 1 else 0 end),
                               sum(case when bucket = 3 then 1 else 0 end), sum(case when bucket in (4, 5) then 1 else 0 end),
                               sum(case when bucket = 5 then 1 else 0 end), sum(case when bucket = 6 then 1 else 0 end)
                        from (select c.obligation_id, case
                                when c.closed_at is not null and c.state = 'KHONG_HOAN_THANH' then 3
                                when c.closed_at is not null and c.submitted_on > c.due_on then 2
                                when c.closed_at is not null then 1
                                when c.state = 'CHO_DUYET' and c.submitted_on <= c.due_on then 4
                                when c.state = 'CHO_DUYET' and c.submitted_on > c.due_on then 6
                                when c.due_on < :today then 6
                                when c.due_on <= :near then 5
                                else 4 end as bucket
                              from case_file c where %s) b
                        group by obligation_id
                        """
                                .formatted(where))
                .params(values)
                .query((rs, i) -> found.put(
                        rs.getString(1),
                        new Status(rs.getInt(2), rs.getInt(3), rs.getInt(4), rs.getInt(5), rs.getInt(6), rs.getInt(7))))
                .list();
        return found;
    }
}
