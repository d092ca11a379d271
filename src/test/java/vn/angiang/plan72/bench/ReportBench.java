package vn.angiang.plan72.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.angiang.plan72.organization.Unit;
import vn.angiang.plan72.organization.Units;
import vn.angiang.plan72.plan.Indicators;
import vn.angiang.plan72.reporting.Measures;
import vn.angiang.plan72.reporting.Periods;
import vn.angiang.plan72.reporting.ReportSheets;
import vn.angiang.plan72.reporting.ReportWorkbook;

/**
 * Reporting at full size: 11 districts and 156 communes, each with 131 figures, over 20 periods. Times the board, the
 * consolidated page, the Excel export and the import of a full template. Arguments: {@code h2} or {@code postgres}.
 */
public final class ReportBench {

    private static final int PERIODS = 20;
    private static final String SUPERVISOR = "officer.sldtbxh";

    private final App app;
    private final Report report;
    private final Browser browser;
    private final Duration time = Duration.ofSeconds(Integer.getInteger("bench.seconds", 8));

    private ReportBench(App app, Report report, int port) throws Exception {
        this.app = app;
        this.report = report;
        this.browser = new Browser(port).signIn(SUPERVISOR, App.PASSWORD);
    }

    /** Runs on one database. */
    public static void main(String[] arguments) throws Exception {
        String kind = arguments.length > 0 ? arguments[0] : "postgres";
        Path folder =
                Path.of(System.getProperty("bench.folder", "target/bench")).toAbsolutePath();
        int port = Integer.getInteger("bench.port", 8180);
        var report = new Report("Reporting on " + kind);
        try (var database = Database.open(kind, folder);
                var app = new App(database, folder, port)) {
            long began = System.nanoTime();
            int rows = new Fill(app).all();
            app.bean(JdbcClient.class)
                    .sql(database.isPostgres() ? "vacuum analyze" : "analyze")
                    .update();
            report.fact("%,d figures loaded in %.0f s".formatted(rows, (System.nanoTime() - began) / 1e9));
            new ReportBench(app, report, port).measure();
            report.write(folder, "reports-" + kind);
        }
        System.exit(0);
    }

    private void measure() throws Exception {
        for (int clients : new int[] {1, 8}) {
            page("period board with communes", clients, "/bao-cao?nam=2018&xa=true");
            page("period board", clients, "/bao-cao?nam=2018");
            page("consolidated figures", clients, "/bao-cao/ky/T18/tong-hop");
            page("one figure by unit", clients, "/bao-cao/ky/T18/tong-hop/POV_HH");
            page("chart over 20 periods", clients, "/bao-cao/bieu-do?chi-tieu=POV_RATE");
        }
        var sheets = app.bean(ReportSheets.class);
        var period = app.bean(Periods.class).byCode("T18");
        add(
                "XLSX of one period",
                Series.of(1, 12, time, i -> sheets.consolidated(period, OutputStream.nullOutputStream())));
        byte[] full = template();
        String number = "BC-2018-9" + "%02d001".formatted(PERIODS - 1);
        add(
                "import of a full template",
                Series.of(
                        1,
                        12,
                        time,
                        i -> app.as("officer.h883", () -> {
                            long revision = app.bean(JdbcClient.class)
                                    .sql("select revision from unit_report where case_number = ?")
                                    .param(number)
                                    .query(Long.class)
                                    .single();
                            return app.bean(ReportWorkbook.class)
                                    .read(number, revision, new ByteArrayInputStream(full), app.actor());
                        })));
    }

    private byte[] template() throws Exception {
        String number = "BC-2018-9" + "%02d001".formatted(PERIODS - 1);
        var out = new ByteArrayOutputStream();
        app.as("officer.h883", () -> {
            app.bean(ReportWorkbook.class).write(number, app.actor(), Locale.forLanguageTag("vi"), out);
            return true;
        });
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            var edited = new ByteArrayOutputStream();
            book.write(edited);
            return edited.toByteArray();
        }
    }

    private void page(String act, int clients, String path) throws Exception {
        for (int i = 0; i < 20; i++) {
            browser.page(path);
        }
        add(act, Series.of(clients, 100_000, time, i -> browser.page(path)));
    }

    private void add(String act, Series series) {
        report.add(new Report.Line(437_540, act, series, Series.NONE, Series.NONE));
    }

    /** Writes periods, reports and figures as two years of work would leave them. */
    private static final class Fill {

        private final JdbcTemplate jdbc;
        private final List<Unit> units = new ArrayList<>();
        private final List<String> indicators;
        private final Measures measures;

        Fill(App app) {
            this.jdbc = app.bean(JdbcTemplate.class);
            this.measures = app.bean(Measures.class);
            this.indicators =
                    app.bean(Indicators.class).all().stream().map(i -> i.code()).toList();
            for (Unit u : app.bean(Units.class).all()) {
                if (u.level().equals("district") || u.level().equals("commune")) {
                    units.add(u);
                }
            }
        }

        int all() {
            int rows = 0;
            for (int p = 0; p < PERIODS; p++) {
                period(p);
                rows += reports(p);
            }
            return rows;
        }

        private void period(int p) {
            LocalDate due = LocalDate.of(2016, 3, 15).plusMonths(p * 2L);
            boolean last = p == PERIODS - 1;
            String number = "KB-2016-%06d".formatted(900000 + p);
            file(number, "reportingCycle", "SLDTBXH", "UBND_TINH", due);
            jdbc.update(
                    "insert into report_period(code, kind, plan_year, name, opens_on, commune_due_on, unit_due_on, lock_on,"
                            + " due_on, communes, state, case_number) values (?, 'QUARTER', ?, ?, ?, ?, ?, ?, ?, true, ?, ?)",
                    "T" + p,
                    p >= 14 ? 2018 : due.getYear(),
                    "Kỳ " + p,
                    due.minusDays(40),
                    due.minusDays(20),
                    due.minusDays(10),
                    due.minusDays(3),
                    due,
                    last ? "COLLECTING" : "ISSUED",
                    number);
            jdbc.batchUpdate(
                    "insert into report_period_indicator(period_code, indicator_code) values (?, ?)",
                    indicators.stream().map(i -> new Object[] {"T" + p, i}).toList());
        }

        private int reports(int p) {
            var rows = new ArrayList<Object[]>();
            int n = 0;
            for (Unit u : units) {
                n++;
                boolean district = u.level().equals("district");
                String number = "BC-2018-9%02d%03d".formatted(p, n);
                String receiver = district ? "SLDTBXH" : String.valueOf(u.parentCode());
                file(number, district ? "unitReport" : "communeReport", u.code(), receiver, LocalDate.of(2018, 1, 1));
                boolean last = p == PERIODS - 1;
                jdbc.update(
                        "insert into unit_report(period_code, unit_code, level, receiver_unit, case_number, state, due_on,"
                                + " sent_on, late_days, returns, urged, revision) values (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 1)",
                        "T" + p,
                        u.code(),
                        district ? "DISTRICT" : "COMMUNE",
                        receiver,
                        number,
                        last ? "DANG_SOAN" : "DA_TIEP_NHAN",
                        LocalDate.of(2018, 1, 1),
                        last ? null : LocalDate.of(2018, 1, 1),
                        last ? null : n % 7 == 0 ? 2 : 0);
                long id = jdbc.queryForObject("select id from unit_report where case_number = ?", Long.class, number);
                for (String code : indicators) {
                    boolean ratio = measures.of(code).isRatio();
                    rows.add(new Object[] {
                        id,
                        code,
                        ratio ? null : BigDecimal.valueOf(100L + n),
                        ratio ? BigDecimal.valueOf(n) : null,
                        ratio ? BigDecimal.valueOf(1000L) : null,
                        OffsetDateTime.parse("2018-01-01T08:00:00+07:00")
                    });
                }
            }
            jdbc.batchUpdate(
                    "insert into report_figure(report_id, indicator_code, amount, numerator, denominator, entered_by,"
                            + " entered_by_name, entered_at, entered_via) values (?, ?, ?, ?, ?, 'a', 'Người thử', ?, 'FORM')",
                    rows);
            return rows.size();
        }

        private void file(String number, String process, String lead, String assigner, LocalDate due) {
            jdbc.update(
                    "insert into case_file(number, process_key, title, clause, lead_unit, assigner_unit, plan_year, modality,"
                            + " state, due_on, original_due_on, extensions, suspended, opened_by, opened_at, revision,"
                            + " search_key) values (?, ?, 'Báo cáo', 'CL', ?, ?, 2018, 'mandatory', 'DANG_THUC_HIEN', ?, ?, 0,"
                            + " false, 'bench', ?, 1, 'bao cao')",
                    number,
                    process,
                    lead,
                    assigner,
                    due,
                    due,
                    OffsetDateTime.parse("2018-01-01T08:00:00+07:00"));
            for (String[] unit : new String[][] {{lead, "LEAD"}, {assigner, "ASSIGNER"}}) {
                jdbc.update(
                        "insert into case_unit(case_number, unit_code, role) values (?, ?, ?)",
                        number,
                        unit[0],
                        unit[1]);
            }
        }
    }
}
