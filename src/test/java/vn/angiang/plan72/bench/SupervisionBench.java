package vn.angiang.plan72.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.angiang.plan72.process.ProcessVersions;
import vn.angiang.plan72.supervision.StepRebuild;
import vn.angiang.plan72.worklist.WorklistRebuild;

/**
 * Pages of supervision with 1,000 and with 100,000 open tasks (the latter beside a million finished ones), PostgreSQL. The
 * engine's history is written by statement, one row per run and task; everything the pages read is then built from it by
 * the rebuild commands, whose time is told too. Properties as for {@link Bench}.
 */
public final class SupervisionBench {

    private static final String SUPERVISOR = "officer.sldtbxh";
    private static final List<String> STEPS = List.of(
            "UserTask_acceptAssignment",
            "UserTask_planExecution",
            "UserTask_approvePlan",
            "UserTask_execute",
            "UserTask_approveResult");

    /** {from} to {to}: cases; those from {open} on are open, with one open task; the others ended, after five tasks. */
    private static final String CASES =
            """
            insert into case_file(number, process_key, process_instance_id, definition_id, title, obligation_id, clause,
                lead_unit, assigner_unit, plan_year, modality, state, due_on, original_due_on, extensions, suspended,
                opened_by, opened_at, closed_at, revision, search_key, restricted)
            select 'BM-2017-' || lpad(cast(g as varchar), 7, '0'), 'assignment', 'bench-' || g, :definition,
                'Nhiệm vụ ' || g, 'IV.3.a', 'IV.3', (cast(:units as varchar[]))[1 + g % :unitCount], 'SLDTBXH', 2017, 'mandatory',
                case when g >= :open then 'DANG_THUC_HIEN' else 'HOAN_THANH' end,
                date '2017-02-20' + cast(g % 300 - 60 as integer), date '2017-02-20' + cast(g % 300 - 60 as integer),
                0, false, 'bench', timestamp with time zone '2016-01-04 08:00:00+07' + (g % 300) * interval '1 day',
                case when g >= :open then null else timestamp with time zone '2016-06-01 08:00:00+07'
                    + (g % 900) * interval '1 day' end,
                1, 'bm-2017-' || lpad(cast(g as varchar), 7, '0') || ' nhiem vu', false
            from generate_series(:from, :to) g
            """;

    private static final String UNITS =
            """
            insert into case_unit(case_number, unit_code, role)
            select number, lead_unit, 'LEAD' from case_file where opened_by = 'bench' and revision = 1
                and not exists (select 1 from case_unit u where u.case_number = number)
            """;

    private static final String RUNS =
            """
            insert into ACT_HI_PROCINST(ID_, PROC_INST_ID_, BUSINESS_KEY_, PROC_DEF_KEY_, PROC_DEF_ID_, START_TIME_, END_TIME_)
            select 'bench-' || g, 'bench-' || g, 'BM-2017-' || lpad(cast(g as varchar), 7, '0'), 'assignment', :definition,
                timestamp '2016-01-04 08:00:00' + (g % 300) * interval '1 day',
                case when g >= :open then null else timestamp '2016-02-01 08:00:00'
                    + (g % 300 + g % 97) * interval '1 day' end
            from generate_series(:from, :to) g
            """;

    private static final String TASKS =
            """
            insert into ACT_HI_TASKINST(ID_, TASK_DEF_KEY_, PROC_DEF_ID_, PROC_INST_ID_, NAME_, START_TIME_, END_TIME_,
                DUE_DATE_, DELETE_REASON_)
            select 'bench-' || g || '-' || s, (cast(:steps as varchar[]))[case when g % 11 = s then s - 1 else s end],
                :definition, 'bench-' || g, 'Việc',
                timestamp '2016-01-04 08:00:00' + (g % 300 + (s - 2) * 5) * interval '1 day',
                timestamp '2016-01-04 08:00:00' + (g % 300 + (s - 2) * 5 + g * s % 23) * interval '1 day',
                timestamp '2016-01-04 08:00:00' + (g % 300 + s * 5) * interval '1 day', 'completed'
            from generate_series(:from, :open - 1) g, generate_series(2, 6) s
            union all
            select 'bench-' || g, (cast(:steps as varchar[]))[2 + g % 5], :definition, 'bench-' || g, 'Việc',
                timestamp '2016-12-01 08:00:00' + (g % 80) * interval '1 day', null,
                timestamp '2016-12-20 08:00:00' + (g % 200) * interval '1 day', null
            from generate_series(:open, :to) g
            """;

    /** What the engine holds of the open ones: one execution, one task, its group. */
    private static final String EXECUTIONS =
            """
            insert into ACT_RU_EXECUTION(ID_, REV_, ROOT_PROC_INST_ID_, PROC_INST_ID_, BUSINESS_KEY_, PROC_DEF_ID_, ACT_ID_,
                IS_ACTIVE_, IS_CONCURRENT_, IS_SCOPE_, IS_EVENT_SCOPE_, SUSPENSION_STATE_, CACHED_ENT_STATE_, SEQUENCE_COUNTER_)
            select 'bench-' || g, 1, 'bench-' || g, 'bench-' || g, 'BM-2017-' || lpad(cast(g as varchar), 7, '0'),
                :definition, (cast(:steps as varchar[]))[2 + g % 5], true, false, true, false, 1, 2, 1
            from generate_series(greatest(:from, :open), :to) g
            """;

    private static final String OPEN_TASKS =
            """
            insert into ACT_RU_TASK(ID_, REV_, EXECUTION_ID_, PROC_INST_ID_, PROC_DEF_ID_, NAME_, TASK_DEF_KEY_, PRIORITY_,
                CREATE_TIME_, DUE_DATE_, SUSPENSION_STATE_)
            select 'bench-' || g, 1, 'bench-' || g, 'bench-' || g, :definition, 'Việc',
                (cast(:steps as varchar[]))[2 + g % 5], 50, timestamp '2016-12-01 08:00:00' + (g % 80) * interval '1 day',
                timestamp '2016-12-20 08:00:00' + (g % 200) * interval '1 day', 1
            from generate_series(greatest(:from, :open), :to) g
            """;

    private static final String GROUPS =
            """
            insert into ACT_RU_IDENTITYLINK(ID_, REV_, GROUP_ID_, TYPE_, TASK_ID_)
            select 'bench-' || g, 1, 'officer.' || (cast(:units as varchar[]))[1 + g % :unitCount], 'candidate', 'bench-' || g
            from generate_series(greatest(:from, :open), :to) g
            """;

    private final App app;
    private final JdbcClient jdbc;
    private final Report report;
    private final Browser browser;
    private final Duration time = Duration.ofSeconds(Integer.getInteger("bench.seconds", 8));
    private final Map<String, List<Double>> at8 = new LinkedHashMap<>();
    private String led = "";

    private SupervisionBench(App app, Report report, int port) throws Exception {
        this.app = app;
        this.jdbc = app.bean(JdbcClient.class);
        this.report = report;
        this.browser = new Browser(port).signIn(SUPERVISOR, App.PASSWORD);
    }

    /** Runs on PostgreSQL. */
    public static void main(String[] arguments) throws Exception {
        Path folder =
                Path.of(System.getProperty("bench.folder", "target/bench")).toAbsolutePath();
        int port = Integer.getInteger("bench.port", 8180);
        var report = new Report("Supervision on postgres");
        try (var database = Database.open("postgres", folder);
                var app = new App(database, folder, port)) {
            var bench = new SupervisionBench(app, report, port);
            bench.led = bench.realCase(database);
            bench.fill(1, 200, 1_200);
            bench.measure(1_000);
            bench.fill(1_201, 201_001, 300_000);
            bench.measure(100_000);
            bench.growth();
            report.write(folder, "supervision-postgres");
        }
        System.exit(0);
    }

    private void fill(int from, int open, int to) throws Exception {
        String definition = app.as(
                SUPERVISOR,
                () -> app.bean(ProcessVersions.class).of("assignment").get(0).definitionId());
        var units = jdbc.sql("select code from unit where level in ('province', 'district') order by code")
                .query(String.class)
                .list();
        var steps = new ArrayList<>(STEPS);
        steps.add(0, "UserTask_resolveObjection"); // arrays begin at 1
        for (String statement : List.of(CASES, UNITS, RUNS, TASKS, EXECUTIONS, OPEN_TASKS, GROUPS)) {
            jdbc.sql(statement)
                    .param("definition", definition)
                    .param("units", "{" + String.join(",", units) + "}")
                    .param("unitCount", units.size())
                    .param("steps", "{" + String.join(",", steps) + "}")
                    .param("from", from)
                    .param("open", open)
                    .param("to", to)
                    .update();
        }
        long before = System.nanoTime();
        long counted = app.as("admin", () -> app.bean(StepRebuild.class).rebuild());
        report.fact("%,d steps built from history in %.1f s".formatted(counted, (System.nanoTime() - before) / 1e9));
        before = System.nanoTime();
        app.runner("CaseTally").run(new DefaultApplicationArguments("--plan72.tally.rebuild"));
        report.fact("cases tallied in %.1f s".formatted((System.nanoTime() - before) / 1e9));
        jdbc.sql("vacuum analyze").update();
        before = System.nanoTime();
        long listed = app.as("admin", () -> app.bean(WorklistRebuild.class).rebuild());
        report.fact("worklist of %,d open tasks built in %.1f s".formatted(listed, (System.nanoTime() - before) / 1e9));
        jdbc.sql("vacuum analyze").update();
    }

    /** A case really led to its third step: with forms, journal and timers, as the copied ones have not. */
    private String realCase(Database database) throws Exception {
        var load = new Load(app, database);
        String number = load.give(0, "SYT");
        load.lead(number, "SYT", 2);
        return number;
    }

    private void measure(int open) throws Exception {
        String definition = app.as(
                SUPERVISOR,
                () -> app.bean(ProcessVersions.class).of("assignment").get(0).definitionId());
        for (int clients : new int[] {1, 8}) {
            page(open, "all processes", clients, "/quy-trinh");
            page(open, "one process", clients, "/quy-trinh/assignment");
            page(open, "one process, against target", clients, "/quy-trinh/assignment?xem=so-voi-han&nam=2016");
            page(open, "cases waiting at a step", clients, "/ho-so?buoc=" + definition + "~UserTask_execute");
            page(open, "incidents", clients, "/quy-trinh/su-co");
            page(open, "leader's board", clients, "/toan-canh");
            page(open, "plan", clients, "/ke-hoach");
            page(open, "list of cases", clients, "/ho-so");
            page(open, "overdue cases of a unit", clients, "/ho-so?don-vi=SYT&tinh-trang=qua-han");
            page(open, "cases searched by number", clients, "/ho-so?q=BM-2017-0001199");
            page(open, "cases searched by words", clients, "/ho-so?q=nhiem%20vu%201&mo=co");
            page(open, "inbox", clients, "/viec");
            page(open, "page of a case", clients, "/ho-so/" + led);
        }
    }

    /** The answer to the first question of a supervisor: what is slow, and does it grow? */
    private void growth() {
        at8.forEach((act, p95) -> report.fact("%s: p95 at 8 clients %.0f ms, then %.0f ms (%.2f times)"
                .formatted(act, p95.get(0), p95.get(p95.size() - 1), p95.get(p95.size() - 1) / p95.get(0))));
    }

    private void page(int open, String act, int clients, String path) throws Exception {
        for (int i = 0; i < 20; i++) {
            browser.page(path);
        }
        var series = Series.of(clients, 100_000, time, i -> browser.page(path));
        report.add(new Report.Line(open, act, series, Series.NONE, Series.NONE));
        if (clients == 8) {
            at8.computeIfAbsent(act, a -> new ArrayList<>()).add(series.p95());
        }
    }
}
