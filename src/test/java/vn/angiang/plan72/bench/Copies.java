package vn.angiang.plan72.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Multiplies cases that were really started: every row of theirs, in the engine's tables and in ours, with new ids.
 * The journal is left out: its entries are chained and cannot be copied.
 */
final class Copies {

    /** Columns that name things of one case. */
    private static final Set<String> IDS = Set.of(
            "id_",
            "execution_id_",
            "proc_inst_id_",
            "process_instance_id_",
            "root_proc_inst_id_",
            "parent_id_",
            "parent_task_id_",
            "task_id_",
            "act_inst_id_",
            "parent_act_inst_id_",
            "var_inst_id_",
            "var_scope_",
            "operation_id_",
            "job_id_",
            "super_exec_",
            "process_instance_id",
            "task_id",
            "id");

    private static final Set<String> NUMBERS = Set.of("business_key_", "number", "case_number");
    private static final Set<String> DAYS = Set.of("due_date_", "due_on", "original_due_on");

    /** Cases to copy: all, or those that stand at the first step. */
    static final String SCHEMA =
            """
            create table bench_template (instance varchar(64) primary key, number varchar(40) not null, step integer not null);
            create table bench_choice (step integer not null);
            create view bench_chosen as select t.* from bench_template t join bench_choice c on t.step <= c.step;
            """;

    private static final String BY_INSTANCE = "%s in (select instance from bench_chosen)";
    private static final String BY_NUMBER = "%s in (select number from bench_chosen)";

    /** Tables and how a case's rows are found in them; parents before children. */
    private static final List<Map.Entry<String, String>> TABLES = List.of(
            Map.entry("act_ru_execution", BY_INSTANCE.formatted("proc_inst_id_")),
            Map.entry("act_ru_task", BY_INSTANCE.formatted("proc_inst_id_")),
            Map.entry(
                    "act_ru_identitylink",
                    "task_id_ in (select id_ from act_ru_task t join bench_chosen b on t.proc_inst_id_ = b.instance)"),
            Map.entry("act_ru_variable", BY_INSTANCE.formatted("proc_inst_id_")),
            Map.entry("act_ru_job", BY_INSTANCE.formatted("process_instance_id_")),
            Map.entry("act_ru_event_subscr", BY_INSTANCE.formatted("proc_inst_id_")),
            Map.entry("act_hi_procinst", BY_INSTANCE.formatted("proc_inst_id_")),
            Map.entry("act_hi_actinst", BY_INSTANCE.formatted("proc_inst_id_")),
            Map.entry("act_hi_taskinst", BY_INSTANCE.formatted("proc_inst_id_")),
            Map.entry("act_hi_varinst", BY_INSTANCE.formatted("proc_inst_id_")),
            Map.entry("act_hi_detail", BY_INSTANCE.formatted("proc_inst_id_")),
            Map.entry("act_hi_identitylink", BY_INSTANCE.formatted("root_proc_inst_id_")),
            Map.entry("act_hi_op_log", BY_INSTANCE.formatted("proc_inst_id_")),
            Map.entry("act_hi_job_log", BY_INSTANCE.formatted("process_instance_id_")),
            Map.entry("case_file", BY_NUMBER.formatted("number")),
            Map.entry("case_unit", BY_NUMBER.formatted("case_number")),
            Map.entry("work_item", BY_NUMBER.formatted("case_number")),
            Map.entry("assignment_fact", BY_NUMBER.formatted("case_number")),
            Map.entry("form_snapshot", BY_NUMBER.formatted("case_number")));

    private final DataSource dataSource;
    private final boolean postgres;

    Copies(DataSource dataSource, boolean postgres) {
        this.dataSource = dataSource;
        this.postgres = postgres;
    }

    /**
     * Copies template cases that are no further than a step once for each n from first to last, 1 to 9999. Returns the
     * number of rows written.
     */
    long make(int first, int last, int furthestStep) throws SQLException {
        long rows = 0;
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                trust(connection, true);
                choose(connection, furthestStep);
                for (int from = first; from <= last; from += 50) {
                    for (var table : TABLES) {
                        rows += copy(connection, table.getKey(), table.getValue(), from, Math.min(last, from + 49));
                    }
                    connection.commit();
                }
            } finally {
                connection.rollback();
                trust(connection, false);
                connection.commit();
                connection.setAutoCommit(true);
            }
        }
        return rows;
    }

    private static void choose(Connection connection, int furthestStep) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("delete from bench_choice");
            statement.execute("insert into bench_choice(step) values (" + furthestStep + ")");
        }
    }

    /** The rows are consistent as they stand: no need to look each reference up. */
    private void trust(Connection connection, boolean on) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(
                    postgres
                            ? "set session_replication_role = " + (on ? "replica" : "default")
                            : "set referential_integrity " + (on ? "false" : "true"));
        }
    }

    private int copy(Connection connection, String table, String condition, int from, int to) throws SQLException {
        var columns = columns(connection, table);
        var values = columns.stream().map(this::copied).toList();
        String numbers = postgres ? "generate_series(?, ?) g(x)" : "system_range(?, ?) g";
        String sql = "insert into " + table + "(" + String.join(", ", columns) + ") select "
                + String.join(", ", values) + " from " + table + " s, " + numbers + " where s."
                + condition;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setInt(1, from);
            statement.setInt(2, to);
            return statement.executeUpdate();
        }
    }

    /**
     * How a column of the copy is made. Ids are UUIDs of one generator, equal in their last digits: those become c0
     * and the number of the copy, so the length stays. A case number is lengthened.
     */
    private String copied(String column) {
        String number = "lpad(cast(g.x as varchar(10)), 4, '0')";
        if (NUMBERS.contains(column)) {
            return "s." + column + " || " + number;
        }
        if (IDS.contains(column)) {
            return "case when s.%1$s is null then null else substring(s.%1$s, 1, length(s.%1$s) - 6) || 'c0' || %2$s end"
                    .formatted(column, number);
        }
        if (DAYS.contains(column)) {
            String moved = "s." + column + " + mod(g.x, 90) * interval '1' day";
            return column.endsWith("_") ? moved : "cast(" + moved + " as date)";
        }
        if (column.equals("text_")) {
            return "case when s.name_ = 'caseNumber' then s.text_ || " + number + " else s.text_ end";
        }
        return "s." + column;
    }

    private static List<String> columns(Connection connection, String table) throws SQLException {
        var columns = new ArrayList<String>();
        try (var statement = connection.prepareStatement("select * from " + table + " where 1 = 0");
                ResultSet rows = statement.executeQuery()) {
            var data = rows.getMetaData();
            for (int i = 1; i <= data.getColumnCount(); i++) {
                columns.add(data.getColumnName(i).toLowerCase(java.util.Locale.ROOT));
            }
        }
        return columns;
    }
}
