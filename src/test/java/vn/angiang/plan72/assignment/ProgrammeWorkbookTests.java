package vn.angiang.plan72.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
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

/** The year's list goes out to Excel and comes back whole, or not at all. */
@IntegrationTest
class ProgrammeWorkbookTests {

    private static final int YEAR = 2020;

    @Autowired
    ProgrammeYears years;

    @Autowired
    ProgrammeWorkbook workbook;

    @Autowired
    As as;

    @Autowired
    Clockwork clock;

    @BeforeEach
    void aYearThatIsBeingEdited() {
        clock.set(LocalDate.of(2017, 2, 20));
        if (years.year(YEAR).isEmpty()) {
            as.run("officer.sldtbxh", () -> years.open(YEAR, as.actor("officer.sldtbxh")));
        }
    }

    private byte[] exported(Consumer<XSSFSheet> edit) throws IOException {
        var out = new ByteArrayOutputStream();
        workbook.write(YEAR, out);
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            edit.accept(book.getSheetAt(0));
            var edited = new ByteArrayOutputStream();
            book.write(edited);
            return edited.toByteArray();
        }
    }

    private int imported(byte[] bytes) {
        return as.call(
                "officer.sldtbxh",
                () -> workbook.read(YEAR, new ByteArrayInputStream(bytes), as.actor("officer.sldtbxh")));
    }

    @Test
    void anUnchangedWorkbookChangesNothing() throws IOException {
        assertThat(imported(exported(s -> {}))).isZero();
    }

    @Test
    void editedRowsAreTakenAndOnlyThose() throws IOException {
        var before = years.items(YEAR);
        byte[] file = exported(s -> {
            s.getRow(1).createCell(5).setCellValue("Kế hoạch riêng của đơn vị");
            s.getRow(2).createCell(7).setCellValue("");
        });
        assertThat(imported(file)).isEqualTo(2);
        var after = years.items(YEAR);
        assertThat(after.get(0).deliverable()).isEqualTo("Kế hoạch riêng của đơn vị");
        assertThat(after.get(1).included()).isFalse();
        assertThat(after.subList(2, after.size())).isEqualTo(before.subList(2, before.size()));
        assertThatThrownBy(() -> imported(file))
                .as("the same file again is out of date")
                .isInstanceOf(Refusal.BadInput.class);
    }

    @Test
    void everyMistakeIsNamedWithItsCellAndNothingIsTaken() throws IOException {
        var before = years.items(YEAR);
        byte[] file = exported(s -> {
            s.getRow(3).createCell(5).setCellValue("");
            s.getRow(4).createCell(6).setCellValue("31/02/2020");
            s.getRow(5).createCell(7).setCellValue("co");
            s.getRow(6).createCell(0).setCellValue(999999);
            s.getRow(7).createCell(5).setCellFormula("HYPERLINK(\"http://x\")");
            s.getRow(8).createCell(5).setCellValue("hợp lệ");
        });
        assertThatThrownBy(() -> imported(file))
                .isInstanceOfSatisfying(Refusal.BadInput.class, e -> assertThat(e.errors())
                        .extracting(FieldError::message)
                        .extracting(m -> m.substring(0, m.indexOf(':')))
                        .contains("F4", "G5", "H6", "A7", "F8"));
        assertThat(years.items(YEAR)).isEqualTo(before);
    }

    @Test
    void textThatLooksLikeAFormulaStaysText() throws IOException {
        var item = years.items(YEAR).get(10);
        as.run(
                "officer.sldtbxh",
                () -> years.change(
                        new ProgrammeItem(
                                item.id(),
                                YEAR,
                                item.obligationId(),
                                item.unitCode(),
                                "=1+1",
                                item.dueOn(),
                                item.dueBasis(),
                                item.leadDerived(),
                                item.leadConfirmed(),
                                item.datedConfirmed(),
                                item.included(),
                                null,
                                item.revision()),
                        as.actor("officer.sldtbxh")));
        exported(s -> {
            var cell = s.getRow(11).getCell(5);
            assertThat(cell.getCellType()).isEqualTo(org.apache.poi.ss.usermodel.CellType.STRING);
            assertThat(cell.getStringCellValue()).isEqualTo("=1+1");
            assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
        });
    }

    @Test
    void whatIsNoWorkbookIsRefusedInWords() throws IOException {
        for (byte[] junk : new byte[][] {new byte[0], "hello".getBytes(), bomb()}) {
            assertThatThrownBy(() -> imported(junk)).isInstanceOf(Refusal.BadInput.class);
        }
    }

    private static byte[] bomb() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 80; i++) {
                zip.write(zeros);
            }
            zip.closeEntry();
        }
        return out.toByteArray();
    }
}
