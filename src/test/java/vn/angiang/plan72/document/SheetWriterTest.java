package vn.angiang.plan72.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Workbooks the system writes. */
class SheetWriterTest {

    private static byte[] workbook(Object... cells) throws Exception {
        var out = new ByteArrayOutputStream();
        try (var w = new SheetWriter("Số liệu")) {
            w.widths(10, 20).headings("Mã", "Tên").row(cells).sheet("Thứ hai").headings("A");
            w.to(out);
        }
        return out.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"=1+1", "+84", "-5", "@SUM(A1)", "\t=1", "＝1+1", "=HYPERLINK(\"http://x\")", "=cmd|' /C calc'!A0"
            })
    void textNeverBecomesAFormula(String hostile) throws Exception {
        try (var read = new XSSFWorkbook(new ByteArrayInputStream(workbook(hostile)))) {
            var cell = read.getSheetAt(0).getRow(1).getCell(0);
            assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
            assertThat(cell.getStringCellValue()).isEqualTo(hostile);
            assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
        }
    }

    @Test
    void numbersAndDaysStayWhatTheyAre() throws Exception {
        try (var read = new XSSFWorkbook(new ByteArrayInputStream(
                workbook(new BigDecimal("12.5"), LocalDate.of(2017, 3, 5), 7L, null, "chữ")))) {
            var row = read.getSheetAt(0).getRow(1);
            assertThat(row.getCell(0).getNumericCellValue()).isEqualTo(12.5);
            assertThat(row.getCell(1).getLocalDateTimeCellValue().toLocalDate()).isEqualTo("2017-03-05");
            assertThat(row.getCell(2).getNumericCellValue()).isEqualTo(7);
            assertThat(row.getCell(3)).isNull();
            assertThat(read.getSheetAt(0).getPaneInformation().isFreezePane()).isTrue();
            assertThat(read.getSheetName(1)).isEqualTo("Thứ hai");
        }
    }

    @Test
    void whatTheSystemWritesMayBeUploadedAgain(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("a.xlsx");
        Files.write(file, workbook("a"));
        assertThat(new FileCheck().check(file, "a.xlsx")).isEqualTo(FileKind.XLSX);
    }
}
