package vn.angiang.plan72.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.angiang.plan72.shared.FieldError;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.support.As;
import vn.angiang.plan72.support.Clockwork;
import vn.angiang.plan72.support.IntegrationTest;

/** Figures to Excel and back. */
@IntegrationTest
class ReportWorkbookTests {

    private static final String OFFICER = "officer.h890";

    @Autowired
    Periods periods;

    @Autowired
    ReportStore reports;

    @Autowired
    FigureStore figures;

    @Autowired
    ReportWorkbook workbook;

    @Autowired
    As as;

    @Autowired
    Clockwork clock;

    private UnitReport report;

    @BeforeEach
    void aReportThatIsAsked() {
        clock.set(LocalDate.of(2019, 3, 1));
        String code = as.call(
                "officer.sldtbxh",
                () -> periods.planAdHoc(
                        "Báo cáo Excel " + System.nanoTime(),
                        LocalDate.of(2019, 4, 1),
                        Set.of("POV_HH", "POV_RATE", "ESCAPE_HH", "CAP_ALLOC"),
                        false,
                        as.actor("officer.sldtbxh")));
        clock.advanceTo(LocalDate.of(2019, 3, 2));
        report = reports.find(code, "H890").orElseThrow();
    }

    private byte[] template(Consumer<XSSFSheet> edit) throws IOException {
        var out = new ByteArrayOutputStream();
        as.call(OFFICER, () -> {
            workbook.write(report.caseNumber(), as.actor(OFFICER), Locale.forLanguageTag("vi"), out);
            return true;
        });
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            edit.accept(book.getSheetAt(0));
            var edited = new ByteArrayOutputStream();
            book.write(edited);
            return edited.toByteArray();
        }
    }

    private int upload(byte[] bytes) {
        return as.call(
                OFFICER,
                () -> workbook.read(
                        report.caseNumber(),
                        reports.ofCase(report.caseNumber()).revision(),
                        new ByteArrayInputStream(bytes),
                        as.actor(OFFICER)));
    }

    private static int rowOf(XSSFSheet sheet, String code) {
        for (int r = 1; r <= sheet.getLastRowNum(); r++) {
            if (sheet.getRow(r).getCell(0).getStringCellValue().equals(code)) {
                return r;
            }
        }
        throw new AssertionError(code);
    }

    @Test
    void aFilledTemplateIsTakenWholeAndBlankCellsKeepWhatIsThere() throws IOException {
        assertThat(upload(template(s -> {
                    s.getRow(rowOf(s, "POV_HH")).createCell(4).setCellValue(4400);
                    s.getRow(rowOf(s, "POV_RATE")).createCell(4).setCellValue("4.400");
                    s.getRow(rowOf(s, "POV_RATE")).createCell(5).setCellValue(30853);
                    s.getRow(rowOf(s, "CAP_ALLOC")).createCell(6).setCellValue("Chưa phân bổ");
                })))
                .isEqualTo(3);
        assertThat(upload(template(
                        s -> s.getRow(rowOf(s, "ESCAPE_HH")).createCell(4).setCellValue(12))))
                .isEqualTo(1);
        var now = figures.of(report.id());
        assertThat(now.get("POV_HH").value().amount()).isEqualByComparingTo("4400");
        assertThat(now.get("POV_RATE").value().numerator()).isEqualByComparingTo("4400");
        assertThat(now.get("POV_RATE").value().denominator()).isEqualByComparingTo("30853");
        assertThat(now.get("CAP_ALLOC").reason()).isEqualTo("Chưa phân bổ");
        assertThat(now.get("ESCAPE_HH").via()).isEqualTo("EXCEL");
    }

    @Test
    void everyFaultIsNamedWithItsCellAndNothingIsTaken() throws IOException {
        byte[] file = template(s -> {
            s.getRow(rowOf(s, "POV_HH")).createCell(4).setCellValue("nhiều");
            s.getRow(rowOf(s, "POV_HH")).createCell(5).setCellValue(3);
            s.getRow(rowOf(s, "ESCAPE_HH")).createCell(4).setCellFormula("1+1");
            s.getRow(rowOf(s, "CAP_ALLOC")).createCell(4).setCellValue(12.345);
            s.createRow(s.getLastRowNum() + 1).createCell(0).setCellValue("FUND_IN");
        });
        assertThatThrownBy(() -> upload(file))
                .isInstanceOfSatisfying(Refusal.BadInput.class, e -> assertThat(e.errors())
                        .extracting(FieldError::message)
                        .hasSize(5)
                        .allMatch(m -> m.matches("[A-G]\\d+: .+")));
        assertThat(figures.of(report.id()).values()).allMatch(f -> f.value().isBlank());
    }

    @Test
    void aWorkbookOfAnotherReportOrNoWorkbookAtAllIsRefused() throws IOException {
        var mine = template(s -> {});
        var first = report;
        aReportThatIsAsked();
        assertThat(report.caseNumber()).isNotEqualTo(first.caseNumber());
        assertThatThrownBy(() -> upload(mine)).isInstanceOf(Refusal.BadInput.class);
        assertThatThrownBy(() -> upload("không phải Excel".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isInstanceOf(Refusal.BadInput.class);
    }

    @Test
    void strangersNeitherReadNorWriteIt() {
        assertThatThrownBy(() -> as.run("officer.h886", () -> {
                    try {
                        workbook.write(
                                report.caseNumber(),
                                as.actor("officer.h886"),
                                Locale.ROOT,
                                new ByteArrayOutputStream());
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                }))
                .isInstanceOf(Refusal.Forbidden.class);
    }
}
