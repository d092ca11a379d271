package vn.angiang.plan72.supervision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads {@code step_tally}: a few thousand rows at most, however many steps were done. */
@Repository
@Transactional(readOnly = true)
class ProcessFigures {

    private final JdbcClient jdbc;

    ProcessFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Runs and steps of a version. */
    record Totals(long running, long ended, long open, long overdue) {

        static final Totals NONE = new Totals(0, 0, 0, 0);

        Totals plus(Totals o) {
            return new Totals(running + o.running, ended + o.ended, open + o.open, overdue + o.overdue);
        }
    }

    /** Open steps by last day. */
    record Waiting(String step, LocalDate dueOn, long n) {}

    /**
     * What is over, by working days it took, in ascending order.
     *
     * @param byDays number by working days
     * @param real working days of those with a target
     */
    record Finished(TreeMap<Integer, Long> byDays, long n, long withTarget, long planned, long real, long late) {

        /** Working days within which this share was done; null when nothing was. */
        @Nullable
        Integer within(double share) {
            long wanted = (long) Math.ceil(n * share);
            long seen = 0;
            for (Map.Entry<Integer, Long> e : byDays.entrySet()) {
                seen += e.getValue();
                if (seen >= wanted && seen > 0) {
                    return e.getKey();
                }
            }
            return null;
        }
    }

    /** Where a reader's figures come from: all units, or these. */
    record Scope(List<String> units) {

        static final Scope ALL = new Scope(List.of());

        String condition() {
            return units.isEmpty() ? "(unit_code = '' or summed_up = false)" : "unit_code in (:units)";
        }
    }

    /** Totals of every version. */
    Map<String, Totals> totals(Scope scope, LocalDate today) {
        var found = new HashMap<String, Totals>();
        jdbc.sql(
                        """
                        select definition_id,
                            sum(case when kind = 'R' and ended_year = 0 then n else 0 end),
                            sum(case when kind = 'R' and ended_year > 0 then n else 0 end),
                            sum(case when kind = 'S' and ended_year = 0 then n else 0 end),
                            sum(case when kind = 'S' and ended_year = 0 and due_on < :today then n else 0 end)
                        from step_tally where
                        """
                                + " " + scope.condition() + " group by definition_id")
                .param("today", today)
                .params(values(scope))
                .query((rs, i) -> found.put(
                        rs.getString(1), new Totals(rs.getLong(2), rs.getLong(3), rs.getLong(4), rs.getLong(5))))
                .list();
        return found;
    }

    /** Steps of a version that wait. */
    List<Waiting> waiting(String definitionId, Scope scope) {
        return jdbc.sql(
                        "select subject, due_on, sum(n) from step_tally where definition_id = :definition and kind = 'S'"
                                + " and ended_year = 0 and " + scope.condition()
                                + " group by subject, due_on having sum(n) <> 0")
                .param("definition", definitionId)
                .params(values(scope))
                .query((rs, i) -> new Waiting(rs.getString(1), rs.getObject(2, LocalDate.class), rs.getLong(3)))
                .list();
    }

    /** What is over of a version: by step, or by path for runs. */
    Map<String, Finished> finished(String definitionId, String kind, @Nullable Integer year, Scope scope) {
        record Row(String subject, int days, long n, long withTarget, long planned, long late) {}
        var rows = jdbc.sql(
                        "select subject, days, sum(n), sum(with_target), sum(planned_days), sum(late) from step_tally"
                                + " where definition_id = :definition and kind = :kind and ended_year between :from and :to"
                                + " and " + scope.condition() + " group by subject, days having sum(n) <> 0")
                .param("definition", definitionId)
                .param("kind", kind)
                .param("from", year == null ? 1 : year)
                .param("to", year == null ? 9999 : year)
                .params(values(scope))
                .query((rs, i) -> new Row(
                        rs.getString(1), rs.getInt(2), rs.getLong(3), rs.getLong(4), rs.getLong(5), rs.getLong(6)))
                .list();
        var found = new HashMap<String, Finished>();
        for (Row r : rows) {
            var one = new Finished(
                    new TreeMap<>(Map.of(r.days, r.n)), r.n, r.withTarget, r.planned, r.days * r.withTarget, r.late);
            found.merge(r.subject, one, ProcessFigures::plus);
        }
        return found;
    }

    private static Finished plus(Finished a, Finished b) {
        b.byDays.forEach((days, n) -> a.byDays.merge(days, n, Long::sum));
        return new Finished(
                a.byDays,
                a.n + b.n,
                a.withTarget + b.withTarget,
                a.planned + b.planned,
                a.real + b.real,
                a.late + b.late);
    }

    /** Steps of a path, in order. */
    List<String> steps(String definitionId, String path) {
        return jdbc.sql("select steps from process_run where definition_id = ? and path = ?"
                        + " fetch first 1 rows only")
                .params(definitionId, path)
                .query(String.class)
                .optional()
                .map(s -> s.isEmpty() ? List.<String>of() : List.of(s.split(" ")))
                .orElse(List.of());
    }

    /** Years in which something of a version ended. */
    List<Integer> years(String definitionId, Scope scope) {
        return new ArrayList<>(jdbc.sql("select distinct ended_year from step_tally where definition_id = :definition"
                        + " and ended_year > 0 and " + scope.condition() + " order by ended_year")
                .param("definition", definitionId)
                .params(values(scope))
                .query(Integer.class)
                .list());
    }

    private static Map<String, Object> values(Scope scope) {
        return scope.units.isEmpty() ? Map.of() : Map.of("units", scope.units);
    }
}
