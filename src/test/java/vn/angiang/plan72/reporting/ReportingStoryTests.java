package vn.angiang.plan72.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.angiang.plan72.casefile.CaseState;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.document.Documents;
import vn.angiang.plan72.journal.Journal;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.support.As;
import vn.angiang.plan72.support.Clockwork;
import vn.angiang.plan72.support.Desk;
import vn.angiang.plan72.support.IntegrationTest;

/** Reporting from planning a year to the issued report, on the real catalogue. */
@IntegrationTest
class ReportingStoryTests {

    @Autowired
    Periods periods;

    @Autowired
    UnitReports sheets;

    @Autowired
    ReportStore reports;

    @Autowired
    Consolidation consolidation;

    @Autowired
    Completeness completeness;

    @Autowired
    Corrections corrections;

    @Autowired
    Cases cases;

    @Autowired
    Documents documents;

    @Autowired
    Journal journal;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Desk desk;

    @Autowired
    As as;

    @Autowired
    Clockwork clock;

    @BeforeEach
    void beforeTheFirstPeriod() {
        clock.set(LocalDate.of(2017, 2, 20));
    }

    private String adHoc(boolean communes, LocalDate due, String... indicators) {
        String code = as.call(
                "officer.sldtbxh",
                () -> periods.planAdHoc(
                        "Báo cáo nhanh số " + System.nanoTime() % 1000,
                        due,
                        java.util.Set.of(indicators),
                        communes,
                        as.actor("officer.sldtbxh")));
        as.run("officer.sldtbxh", () -> {
            if (periods.byCode(code).opensOn().isAfter(clock.today())) {
                periods.openNow(code, as.actor("officer.sldtbxh"));
            }
        });
        clock.advanceTo(clock.today());
        clock.runJobs();
        return code;
    }

    private UnitReport of(String period, String unit) {
        return reports.find(period, unit).orElseThrow();
    }

    private void enter(String username, UnitReport report, UnitReports.Entry... entries) {
        as.run(
                username,
                () -> sheets.save(
                        report.caseNumber(),
                        reports.ofCase(report.caseNumber()).revision(),
                        List.of(entries),
                        "FORM",
                        as.actor(username)));
    }

    private static UnitReports.Entry count(String indicator, long value) {
        return new UnitReports.Entry(indicator, Figure.Value.of(BigDecimal.valueOf(value)), null);
    }

    private void send(UnitReport report) {
        String unit = report.unit().toLowerCase();
        String s = report.level() == UnitReport.Level.COMMUNE ? "Commune" : "";
        desk.does(
                "officer." + unit,
                report.caseNumber(),
                "enter" + s + "Report",
                "achievements",
                "Đã làm",
                "difficulties",
                "Không");
        desk.does("leader." + unit, report.caseNumber(), "sign" + s + "Report", "reportSigning", "SIGNED");
    }

    private void accept(UnitReport report) {
        String s = report.level() == UnitReport.Level.COMMUNE ? "Commune" : "";
        desk.does(
                "officer." + report.receiver().toLowerCase(),
                report.caseNumber(),
                "receive" + s + "Report",
                "reportReceipt",
                "ACCEPTED");
    }

    @Test
    void aPeriodIsCollectedConsolidatedSignedIssuedAndCorrected() {
        String code = adHoc(false, LocalDate.of(2017, 3, 31), "POV_HH", "ESCAPE_HH", "LEG_CASES");
        var asked = reports.ofPeriod(code);
        assertThat(asked)
                .extracting(UnitReport::unit)
                .contains("H891", "H886", "STP")
                .doesNotContain("UBND_TINH");
        assertThat(asked.stream().filter(r -> r.level() == UnitReport.Level.DISTRICT))
                .hasSize(11);

        var triTon = of(code, "H891");
        assertThatThrownBy(() -> send(triTon))
                .as("a report without figures is not handed in")
                .isInstanceOfSatisfying(Refusal.BadInput.class, e -> assertThat(e.errors())
                        .anySatisfy(f -> assertThat(f.message()).contains("Số hộ nghèo")));
        enter("officer.h891", triTon, count("POV_HH", 6000), count("ESCAPE_HH", 323));
        send(triTon);
        desk.does(
                "officer.sldtbxh",
                triTon.caseNumber(),
                "receiveReport",
                "reportReceipt",
                "RETURNED",
                "reason",
                "Thiếu giải trình");
        assertThat(of(code, "H891").state()).isEqualTo(ReportState.YEU_CAU_BO_SUNG);
        enter("officer.h891", triTon, count("POV_HH", 6100));
        send(triTon);
        accept(triTon);
        assertThat(of(code, "H891").returns()).isEqualTo(1);
        assertThat(cases.byNumber(triTon.caseNumber()).state()).isEqualTo(CaseState.HOAN_THANH);

        for (UnitReport r : reports.ofPeriod(code)) {
            if (r.level() == UnitReport.Level.DISTRICT && !r.unit().equals("H891")) {
                var before = before(r.unit());
                enter("officer." + r.unit().toLowerCase(), r, count("POV_HH", before), count("ESCAPE_HH", 10));
                send(r);
                accept(r);
            }
        }
        assertThat(total(code, "POV_HH")).isEqualByComparingTo(sumOfUnits(code, "POV_HH"));
        assertThat(total(code, "ESCAPE_HH")).isEqualByComparingTo("423");

        clock.advanceTo(LocalDate.of(2017, 3, 30));
        var agency = of(code, "STP");
        assertThat(agency.state()).as("not sent before the lock").isEqualTo(ReportState.KHONG_NOP);
        assertThat(cases.byNumber(agency.caseNumber()).state()).isEqualTo(CaseState.KHONG_HOAN_THANH);

        Period period = periods.byCode(code);
        assertThat(period.state()).isEqualTo(Period.State.CONSOLIDATING);
        issue(period);
        var issued = periods.byCode(code);
        assertThat(issued.state()).isEqualTo(Period.State.ISSUED);
        issuedDocumentsCanBeRead(issued);

        int number = as.call(
                "leader.sldtbxh",
                () -> corrections.correct(
                        code,
                        "H891",
                        "POV_HH",
                        Figure.Value.of(new BigDecimal("6050")),
                        "Nhập nhầm số",
                        as.actor("leader.sldtbxh")));
        assertThat(number).isEqualTo(1);
        assertThat(corrections.of(code)).singleElement().satisfies(c -> {
            assertThat(c.before().amount()).isEqualByComparingTo("6100");
            assertThat(c.after().amount()).isEqualByComparingTo("6050");
        });
        assertThat(total(code, "POV_HH")).isEqualByComparingTo(sumOfUnits(code, "POV_HH"));
        assertThat(as
                        .call("officer.h891", () -> sheets.sheet(triTon.caseNumber(), as.actor("officer.h891")))
                        .lines()
                        .stream()
                        .filter(l -> l.measure().code().equals("POV_HH"))
                        .findFirst()
                        .orElseThrow()
                        .figure()
                        .reported()
                        .amount())
                .as("the figure first reported stays")
                .isEqualByComparingTo("6100");
    }

    private void issuedDocumentsCanBeRead(Period issued) {
        var frozen = documents.ofCase(issued.caseNumber());
        assertThat(frozen)
                .extracting(d -> d.fileName().substring(d.fileName().lastIndexOf('.')))
                .containsExactlyInAnyOrder(".docx", ".pdf", ".xlsx");
        assertThat(frozen).allMatch(d -> d.sha256().matches("[0-9a-f]{64}"));
        try {
            for (var document : frozen) {
                var content = new ByteArrayOutputStream();
                documents.write(document.id(), content);
                read(document.fileName(), content.toByteArray());
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Kept below target/documents, so that the pages can be looked at. */
    private static void read(String name, byte[] content) throws IOException {
        Files.createDirectories(Path.of("target/documents"));
        Files.write(Path.of("target/documents", name), content);
        if (name.endsWith(".pdf")) {
            try (var pdf = Loader.loadPDF(content)) {
                assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s+", " "))
                        .contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "45/BC-UBND", "Số hộ nghèo", "Sở Tư pháp");
            }
        } else if (name.endsWith(".docx")) {
            try (var word = new XWPFDocument(new ByteArrayInputStream(content))) {
                assertThat(word.getTables()).isNotEmpty();
            }
        } else {
            try (var sheet = new XSSFWorkbook(new ByteArrayInputStream(content))) {
                assertThat(sheet.getNumberOfSheets()).isEqualTo(3);
                assertThat(sheet.getSheetAt(1).getLastRowNum()).isGreaterThanOrEqualTo(22);
            }
        }
    }

    private void issue(Period period) {
        desk.does(
                "officer.sldtbxh",
                period.caseNumber(),
                "reviewConsolidation",
                "achievements",
                "Tỷ lệ hộ nghèo giảm",
                "difficulties",
                "Thiếu vốn",
                "proposals",
                "Bố trí vốn sớm");
        desk.does("leader.sldtbxh", period.caseNumber(), "approveConsolidation", "consolidationCheck", "APPROVED");
        desk.does(
                "leader.ubnd_tinh",
                period.caseNumber(),
                "signConsolidation",
                "consolidationSigning",
                "SIGNED",
                "documentNumber",
                "45/BC-UBND",
                "signedOn",
                "30/03/2017",
                "signedFor",
                "CHU_TICH");
        clock.runJobs();
    }

    private long before(String unit) {
        return jdbc.sql("select amount from report_baseline where unit_code = ? and indicator_code = 'POV_HH'"
                        + " and series = 'MULTIDIMENSIONAL' order by on_day desc fetch first 1 rows only")
                .param(unit)
                .query(Long.class)
                .single();
    }

    private BigDecimal total(String code, String indicator) {
        return consolidation.of(periods.byCode(code)).stream()
                .filter(l -> l.measure().code().equals(indicator))
                .findFirst()
                .orElseThrow()
                .shown();
    }

    /** The same sum reckoned independently, from the sheets people see. */
    private BigDecimal sumOfUnits(String code, String indicator) {
        BigDecimal sum = BigDecimal.ZERO;
        for (var share : consolidation.shares(periods.byCode(code), indicator)) {
            if (share.report().level() == UnitReport.Level.DISTRICT
                    && share.report().state().counts()) {
                sum = sum.add(share.figure().value().amount());
            }
        }
        return sum;
    }

    @Test
    void communesReportToTheirDistrictAndTheirSumFillsItsSheet() {
        String code = adHoc(true, LocalDate.of(2017, 4, 28), "POV_HH", "ESCAPE_HH", "CAP_PLAN");
        var district = of(code, "H891");
        assertThat(desk.steps(district.caseNumber()))
                .as("waits for its communes")
                .isEmpty();
        var communes = reports.ofPeriod(code).stream()
                .filter(r -> r.receiver().equals("H891"))
                .toList();
        assertThat(communes).hasSize(15);
        var two = communes.subList(0, 2);
        for (UnitReport commune : two) {
            enter("officer." + commune.unit().toLowerCase(), commune, count("POV_HH", 200), count("ESCAPE_HH", 11));
            send(commune);
            accept(commune);
        }
        assertThatThrownBy(() ->
                        as.run("officer.h886", () -> sheets.sheet(two.get(0).caseNumber(), as.actor("officer.h886"))))
                .as("another district does not see it")
                .isInstanceOf(Refusal.Forbidden.class);

        clock.advanceTo(LocalDate.of(2017, 4, 17));
        assertThat(desk.steps(district.caseNumber())).containsExactly("enterReport");
        var sheet = as.call("officer.h891", () -> sheets.sheet(district.caseNumber(), as.actor("officer.h891")));
        var poor = sheet.lines().stream()
                .filter(l -> l.measure().code().equals("POV_HH"))
                .findFirst()
                .orElseThrow();
        assertThat(poor.figure().value().amount()).isEqualByComparingTo("400");
        assertThat(poor.figure().via()).isEqualTo("COMMUNES");
        assertThat(reports.ofPeriod(code).stream()
                        .filter(r -> r.receiver().equals("H891") && r.state() == ReportState.KHONG_NOP))
                .hasSize(13);
        enter("officer.h891", district, count("POV_HH", 401));
        assertThat(as.call("officer.h891", () -> sheets.sheet(district.caseNumber(), as.actor("officer.h891")))
                        .lines())
                .filteredOn(l -> l.measure().code().equals("POV_HH"))
                .flatExtracting(UnitReports.Line::problems)
                .as("a sum that differs from the communes' must be explained")
                .isNotEmpty();
    }

    @Test
    void lateUnitsAreNamedUrgedAndCounted() {
        String code = adHoc(false, LocalDate.of(2017, 5, 31), "TR_CLASSES");
        clock.advanceTo(LocalDate.of(2017, 5, 25));
        var late = of(code, "H886");
        assertThat(late.urged())
                .as("the cycle urges by itself on the day after")
                .isEqualTo(1);
        var board = as.call("officer.sldtbxh", () -> completeness.board(2017, false, as.actor("officer.sldtbxh")));
        assertThat(board.rows().stream()
                        .filter(r -> r.unit().equals("H886"))
                        .findFirst()
                        .orElseThrow()
                        .fields()
                        .get(code)
                        .late())
                .isPositive();
        as.run("officer.sldtbxh", () -> completeness.urge(code, "H886", as.actor("officer.sldtbxh")));
        assertThat(of(code, "H886").urged()).isEqualTo(2);
        assertThat(journal.ofCase(late.caseNumber(), 10))
                .anyMatch(j -> j.action().equals("reporting.urged"));
        assertThatThrownBy(
                        () -> as.run("officer.h891", () -> completeness.urge(code, "H886", as.actor("officer.h891"))))
                .isInstanceOf(Refusal.Forbidden.class);
        var seen = as.call("officer.h886", () -> completeness.board(2017, true, as.actor("officer.h886")));
        assertThat(seen.rows())
                .as("a district sees itself and its communes")
                .allMatch(r -> r.unit().equals("H886") || r.level() == UnitReport.Level.COMMUNE);
    }

    @Test
    void threeReportsNotSentInAYearAskForAccountabilityOnce() {
        clock.set(LocalDate.of(2018, 1, 3));
        for (int i = 0; i < 4; i++) {
            LocalDate due = LocalDate.of(2018, 2, 28).plusDays(i * 30L);
            adHoc(false, due, "TR_PEOPLE");
            clock.advanceTo(due);
        }
        long asked = jdbc.sql("select count(*) from journal_entry where action = 'reporting.triggerB'"
                        + " and body like '%\"H892\"%' and case_number like '%-2018-%'")
                .query(Long.class)
                .single();
        assertThat(asked).isEqualTo(1);
    }

    @Test
    void twoPeopleEnteringAtOnceDoNotOverwriteEachOther() {
        String code = adHoc(false, LocalDate.of(2017, 6, 30), "FUND_IN", "TR_CLASSES");
        var report = of(code, "H893");
        long seen = report.revision();
        enter("officer.h893", report, count("TR_CLASSES", 3));
        assertThatThrownBy(() -> as.run(
                        "officer.h893",
                        () -> sheets.save(
                                report.caseNumber(),
                                seen,
                                List.of(count("TR_CLASSES", 4)),
                                "FORM",
                                as.actor("officer.h893"))))
                .isInstanceOf(Refusal.Conflict.class);
        assertThatThrownBy(() -> enter("officer.h891", report, count("TR_CLASSES", 4)))
                .isInstanceOf(Refusal.Forbidden.class);
        assertThatThrownBy(() -> enter("officer.h893", report, count("TR_CLASSES", -1)))
                .isInstanceOf(Refusal.BadInput.class);
        assertThatThrownBy(() -> enter("officer.h893", report, count("FUND_HH", 1)))
                .as("an indicator the report does not ask for")
                .isInstanceOf(Refusal.BadInput.class);
    }

    @Test
    void theYearsPeriodsArePlannedOnceByTheStandingAgency() {
        assertThatThrownBy(() -> as.run("officer.h891", () -> periods.planYear(2019, false, as.actor("officer.h891"))))
                .isInstanceOf(Refusal.Forbidden.class);
        assertThatThrownBy(() ->
                        as.run("officer.sldtbxh", () -> periods.planYear(2021, false, as.actor("officer.sldtbxh"))))
                .isInstanceOf(Refusal.BadInput.class);
        int planned = as.call("officer.sldtbxh", () -> periods.planYear(2020, false, as.actor("officer.sldtbxh")));
        assertThat(planned).as("three quarters, the year, the final report").isEqualTo(5);
        assertThat(periods.byCode("2020-Q1").unitDueOn())
                .isBefore(periods.byCode("2020-Q1").lockOn());
        assertThatThrownBy(() ->
                        as.run("officer.sldtbxh", () -> periods.planYear(2020, false, as.actor("officer.sldtbxh"))))
                .isInstanceOf(Refusal.Conflict.class);
    }
}
