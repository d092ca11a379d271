package vn.angiang.plan72.casefile;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where all cases stand, from the tally and not from the cases. Kept in memory until the tally changes. Does not ask who
 * may: callers keep to {@link CaseAccess#scopeOf}. Restricted cases are not in it.
 */
@Service
public class CaseBoard {

    private final JdbcClient jdbc;
    private final NearDue near;
    private volatile @Nullable Loaded loaded;

    CaseBoard(JdbcClient jdbc, NearDue near) {
        this.jdbc = jdbc;
        this.near = near;
    }

    /**
     * Cases of one flow, year, obligation and lead unit.
     *
     * @param obligation empty for cases of no obligation
     * @param clause clause of the case, or empty
     */
    public record Row(String processKey, int year, String obligation, String clause, String unit, CaseStatus status) {}

    /** Cases of one flow, year and lead unit that ended in a month; {@code month} is its first day. */
    public record Month(LocalDate month, String processKey, int year, String unit, int onTime, int late, int failed) {}

    private record Loaded(long stamp, NearDue.Days days, long begunAt, List<Row> rows, List<Month> months) {}

    /** All rows, as of today. */
    @Transactional(readOnly = true)
    public List<Row> rows() {
        return current().rows;
    }

    /** What ended, by month; order is that of the months. */
    @Transactional(readOnly = true)
    public List<Month> months() {
        return current().months;
    }

    /** What was loaded after this was asked is good enough: many who ask at once wait for one load. */
    private Loaded current() {
        var days = near.now();
        long askedAt = System.nanoTime();
        long stamp = stamp();
        Loaded now = loaded;
        if (now != null && now.stamp == stamp && now.days.equals(days)) {
            return now;
        }
        synchronized (this) {
            now = loaded;
            if (now != null && now.begunAt - askedAt > 0 && now.days.equals(days)) {
                return now;
            }
            long begunAt = System.nanoTime();
            long seen = stamp();
            now = new Loaded(seen, days, begunAt, load(days), loadMonths());
            loaded = now;
            return now;
        }
    }

    /** Changes whenever the tally does. */
    private long stamp() {
        return jdbc.sql("select coalesce(max(id), 0) from case_tally")
                .query(Long.class)
                .single();
    }

    private List<Row> load(NearDue.Days days) {
        return jdbc
                .sql(
                        """
                        select process_key, plan_year, obligation_id, clause, lead_unit,
                               sum(case when standing = 'DONE' then n else 0 end),
                               sum(case when standing = 'DONE_LATE' then n else 0 end),
                               sum(case when standing = 'FAILED' then n else 0 end),
                               sum(case when standing = 'HANDED_IN' or standing = 'OPEN'
                                         and (due_on is null or due_on >= :today) then n else 0 end),
                               sum(case when standing = 'OPEN' and due_on >= :today and due_on <= :near then n else 0 end),
                               sum(case when standing = 'HANDED_IN_LATE' or standing = 'OPEN' and due_on < :today
                                        then n else 0 end),
                               sum(case when extended then n else 0 end)
                        from case_tally group by process_key, plan_year, obligation_id, clause, lead_unit
                        """)
                .param("today", days.today())
                .param("near", days.nearUntil())
                .query((rs, i) -> new Row(
                        rs.getString(1),
                        rs.getInt(2),
                        rs.getString(3),
                        rs.getString(4),
                        rs.getString(5),
                        new CaseStatus(
                                rs.getInt(6),
                                rs.getInt(7),
                                rs.getInt(8),
                                rs.getInt(9),
                                rs.getInt(10),
                                rs.getInt(11),
                                rs.getInt(12))))
                .stream()
                .filter(r -> r.status().total() > 0)
                .toList();
    }

    private List<Month> loadMonths() {
        return jdbc.sql(
                        """
                        select ended_month, process_key, plan_year, lead_unit,
                               sum(case when standing = 'DONE' then n else 0 end),
                               sum(case when standing = 'DONE_LATE' then n else 0 end),
                               sum(case when standing = 'FAILED' then n else 0 end)
                        from case_tally where ended_month is not null
                        group by ended_month, process_key, plan_year, lead_unit order by ended_month
                        """)
                .query((rs, i) -> new Month(
                        rs.getObject(1, LocalDate.class),
                        rs.getString(2),
                        rs.getInt(3),
                        rs.getString(4),
                        rs.getInt(5),
                        rs.getInt(6),
                        rs.getInt(7)))
                .list();
    }
}
