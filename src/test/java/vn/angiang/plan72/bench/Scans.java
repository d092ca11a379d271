package vn.angiang.plan72.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Where PostgreSQL spends a series: tables read from end to end, and, where {@code pg_stat_statements} is installed, the
 * dearest statements. Switched on by {@code -Dbench.explain=true}.
 */
final class Scans {

    private final JdbcClient jdbc;
    private final boolean statements;
    private Map<String, long[]> before = Map.of();

    Scans(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.statements = jdbc.sql("select count(*) from pg_extension where extname = 'pg_stat_statements'")
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void begin() throws InterruptedException {
        before = read();
        if (statements) {
            jdbc.sql("select pg_stat_statements_reset()").query((rs, n) -> n).list();
        }
    }

    /** What happened since, per act. */
    List<String> end(int acts) throws InterruptedException {
        var found = new ArrayList<String>();
        if (statements) {
            found.add("statements per act: "
                    + jdbc.sql("select round(sum(calls) / cast(? as numeric), 1) from pg_stat_statements")
                            .param(acts)
                            .query(String.class)
                            .single());
            jdbc.sql(
                            """
                            select round(calls / cast(? as numeric), 2) per_act,
                                round(cast(total_exec_time / ? as numeric), 3) ms_per_act,
                                regexp_replace(left(query, 250), '\\s+', ' ', 'g') q
                            from pg_stat_statements order by total_exec_time desc fetch first 45 rows only
                            """)
                    .params(acts, acts)
                    .query((rs, n) -> rs.getString(1) + " times, " + rs.getString(2) + " ms: " + rs.getString(3))
                    .list()
                    .forEach(found::add);
        }
        read().forEach((table, now) -> {
            long[] then = before.getOrDefault(table, new long[2]);
            double scans = (now[0] - then[0]) / (double) acts;
            long rows = now[1] - then[1];
            if (scans > 0.2 && rows / acts > 200) {
                found.add("%s read whole %.1f times per act, %,d rows".formatted(table, scans, rows / acts));
            }
        });
        return found;
    }

    private Map<String, long[]> read() throws InterruptedException {
        Thread.sleep(1500); // the server gathers its statistics with a delay
        var tables = new HashMap<String, long[]>();
        jdbc.sql("select relname, seq_scan, seq_tup_read from pg_stat_user_tables")
                .query((rs, n) -> tables.put(rs.getString(1), new long[] {rs.getLong(2), rs.getLong(3)}))
                .list();
        return tables;
    }
}
