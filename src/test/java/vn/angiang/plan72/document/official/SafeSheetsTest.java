package vn.angiang.plan72.document.official;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.angiang.plan72.document.official.SafeSheets.Column;
import vn.angiang.plan72.document.official.SafeSheets.Kind;
import vn.angiang.plan72.document.official.SafeSheets.Sheet;

class SafeSheetsTest {

    private static final List<Column> COLUMNS = List.of(
            new Column("Đơn vị", 40, Kind.TEXT),
            new Column("Số hộ", 12, Kind.WHOLE),
            new Column("Tỷ lệ", 10, Kind.PERCENT),
            new Column("Ngày", 12, Kind.DATE));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=HYPERLINK(\"http://x\",\"y\")",
                "+1+cmd|' /C calc'!A0",
                "-2+3",
                "@SUM(1)",
                "\t=1+1",
                "\r=1+1",
                "＝1+1",
                " =1+1"
            })
    void whatLooksLikeAFormulaIsAText(String payload) throws IOException {
        byte[] bytes = xlsx(payload, row(payload, payload, payload, payload));
        try (var workbook = open(bytes)) {
            for (var cell : workbook.getSheetAt(0).getRow(1)) {
                assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
                assertThat(cell.getStringCellValue()).isEqualTo(payload.strip());
                assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
            }
        }
        assertThat(entry(bytes, "xl/worksheets/sheet1.xml")).doesNotContain("<f>", "<f ");
        assertThat(SafeSheets.csv(payload)).matches("(?s)\"?'.*");
    }

    @Test
    void numbersAndDatesStayWhatTheyAre() throws IOException {
        byte[] bytes = xlsx("Biểu 1", row("Thoại Sơn", 1234, new BigDecimal("0.071"), LocalDate.of(2017, 3, 5)));
        try (var workbook = open(bytes)) {
            var row = workbook.getSheet("Biểu 1").getRow(1);
            assertThat(row.getCell(1).getNumericCellValue()).isEqualTo(1234);
            assertThat(row.getCell(1).getCellStyle().getDataFormatString()).isEqualTo("#,##0");
            assertThat(row.getCell(2).getNumericCellValue()).isEqualTo(0.071);
            assertThat(row.getCell(2).getCellStyle().getDataFormatString()).isEqualTo("0.0%");
            assertThat(row.getCell(3).getLocalDateTimeCellValue().toLocalDate()).isEqualTo("2017-03-05");
        }
    }

    @Test
    void theHeadingIsFrozenAndColumnsHaveTheirWidth() throws IOException {
        try (var workbook = open(xlsx("A", row("x", 1, 1, null)))) {
            var sheet = workbook.getSheetAt(0);
            assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 1);
            assertThat(sheet.getColumnWidth(0)).isEqualTo(40 * 256);
            assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).isEqualTo("Đơn vị");
            assertThat(sheet.getRow(1).getCell(3)).isNull();
        }
    }

    @Test
    void manyRowsAreReadOneByOne() throws IOException {
        var rows = IntStream.rangeClosed(1, 5000).mapToObj(i -> row("Xã " + i, i, 0.5, null));
        var out = new ByteArrayOutputStream();
        SafeSheets.xlsx(out, new Sheet("Xã", COLUMNS, rows));
        try (var workbook = open(out.toByteArray())) {
            assertThat(workbook.getSheetAt(0).getLastRowNum()).isEqualTo(5000);
            assertThat(workbook.getSheetAt(0).getRow(5000).getCell(0).getStringCellValue())
                    .isEqualTo("Xã 5000");
        }
        assertThat(entry(out.toByteArray(), "xl/sharedStrings.xml")).doesNotContain("Xã");
    }

    @Test
    void theSameRowsGiveTheSameBytes() throws IOException {
        assertThat(xlsx("A", row("x", 1, 1, LocalDate.of(2017, 1, 1))))
                .isEqualTo(xlsx("A", row("x", 1, 1, LocalDate.of(2017, 1, 1))));
    }

    @Test
    void sheetsWithNamesExcelRefusesOrTheSameNameAreStillWritten() throws IOException {
        var out = new ByteArrayOutputStream();
        String name = "Biểu [1]: kết quả/quý I của các đơn vị toàn tỉnh";
        SafeSheets.xlsx(out, new Sheet(name, COLUMNS, Stream.of()), new Sheet(name, COLUMNS, Stream.of()));
        try (var workbook = open(out.toByteArray())) {
            assertThat(workbook.getNumberOfSheets()).isEqualTo(2);
            assertThat(workbook.getSheetName(0)).startsWith("Biểu  1").hasSizeLessThanOrEqualTo(31);
            assertThat(workbook.getSheetName(1)).endsWith("(2)").hasSizeLessThanOrEqualTo(31);
        }
    }

    @Test
    void aTextTooLongForACellIsCutAndForbiddenCharactersAreDropped() throws IOException {
        try (var workbook = open(xlsx("A", row("a\u0001\u202Eb" + "c".repeat(40_000), Double.NaN, 1, null)))) {
            var row = workbook.getSheetAt(0).getRow(1);
            assertThat(row.getCell(0).getStringCellValue())
                    .startsWith("abc")
                    .endsWith("…")
                    .hasSize(32_767);
            assertThat(row.getCell(1).getStringCellValue()).isEqualTo("NaN");
        }
    }

    @Test
    void aRowWithTooManyCellsIsRefused() {
        assertThatThrownBy(() -> xlsx("A", Arrays.asList(1, 2, 3, 4, 5))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aLineOfCsvIsQuotedWhereItMustBe() {
        assertThat(SafeSheets.csv("Xã \"A\", B", "=1", "12", "hai\ndòng", ""))
                .isEqualTo("\"Xã \"\"A\"\", B\",'=1,12,\"hai\ndòng\",");
        assertThat(SafeSheets.csv(List.of("-5"))).isEqualTo("'-5");
    }

    private static List<@Nullable Object> row(@Nullable Object... values) {
        return Arrays.asList(values);
    }

    private static byte[] xlsx(String name, List<? extends @Nullable Object> row) throws IOException {
        var out = new ByteArrayOutputStream();
        SafeSheets.xlsx(out, new Sheet(name, COLUMNS, Stream.of(row)));
        return out.toByteArray();
    }

    private static XSSFWorkbook open(byte[] bytes) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(bytes));
    }

    private static String entry(byte[] bytes, String name) throws IOException {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
                if (e.getName().equals(name)) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        return "";
    }
}
