package vn.angiang.plan72.document.official;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;
import vn.angiang.plan72.document.official.OfficialDocument.Block;

class DocxDocumentsTest {

    private final OfficialDocuments documents = SampleReports.printer();

    @Test
    void aReportReadsAsTheDecreeWantsIt() throws IOException {
        try (XWPFDocument word = open(SampleReports.report());
                var text = new XWPFWordExtractor(word)) {
            assertThat(text.getText())
                    .contains("UBND TỈNH AN GIANG")
                    .contains("SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI")
                    .contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
                    .contains("Số: 15/BC-SLĐTBXH")
                    .contains("An Giang, ngày 05 tháng 3 năm 2017")
                    .contains("kính trình Ủy ban nhân dân tỉnh./.")
                    .contains("- UBND tỉnh;")
                    .contains("- Lưu: VT, BTXH.")
                    .contains("Nguyễn Thị Ánh Tuyết");
        }
    }

    @Test
    void paperMarginsAndFontAreThoseOfTheDecree() throws IOException {
        try (XWPFDocument word = open(SampleReports.report())) {
            var section = word.getDocument().getBody().getSectPr();
            assertThat(String.valueOf(section.getPgSz().getW())).isEqualTo("11906");
            assertThat(String.valueOf(section.getPgSz().getH())).isEqualTo("16838");
            assertThat(String.valueOf(section.getPgMar().getLeft())).isEqualTo("1701");
            assertThat(String.valueOf(section.getPgMar().getRight())).isEqualTo("850");
            assertThat(String.valueOf(section.getPgMar().getTop())).isEqualTo("1134");
            XWPFParagraph first = paragraph(word, "Thực hiện Kế hoạch");
            assertThat(first.getAlignment()).isEqualTo(ParagraphAlignment.BOTH);
            assertThat(first.getIndentationFirstLine()).isEqualTo(567);
            assertThat(first.getRuns().get(0).getFontFamily()).isEqualTo("Times New Roman");
            assertThat(first.getRuns().get(0).getFontSizeAsDouble()).isEqualTo(14);
        }
    }

    @Test
    void theNumberOfThePageIsInTheHeaderOfAllPagesButTheFirst() throws IOException {
        try (XWPFDocument word = open(SampleReports.report())) {
            var policy = word.getHeaderFooterPolicy();
            assertThat(word.getDocument().getBody().getSectPr().isSetTitlePg()).isTrue();
            assertThat(policy.getFirstPageHeader().getText().strip()).isEmpty();
            var number = policy.getDefaultHeader().getParagraphs().get(0);
            assertThat(number.getAlignment()).isEqualTo(ParagraphAlignment.CENTER);
            assertThat(number.getCTP().getFldSimpleArray(0).getInstr()).isEqualTo("PAGE");
        }
    }

    @Test
    void aTableOfFiveHundredRowsRepeatsItsHeadings() throws IOException {
        var d = SampleReports.report("", null, List.of(SampleReports.table(500)));
        try (XWPFDocument word = open(d)) {
            var table = word.getTables().get(1);
            assertThat(table.getRows()).hasSize(501);
            assertThat(table.getRow(0).isRepeatHeader()).isTrue();
            assertThat(table.getRow(1).isRepeatHeader()).isFalse();
            assertThat(table.getRow(500).getCell(2).getText()).isEqualTo("1.2500");
            assertThat(table.getRow(500).getCell(2).getParagraphArray(0).getAlignment())
                    .isEqualTo(ParagraphAlignment.RIGHT);
        }
    }

    @Test
    void anEmptyTableSaysSo() throws IOException {
        var empty = new Block.Table("Biểu 1", List.of("STT", "Đơn vị"), List.of(), Set.of());
        try (XWPFDocument word = open(SampleReports.report("", null, List.of(empty)))) {
            assertThat(word.getTables().get(1).getRow(1).getTableCells()).hasSize(1);
            assertThat(word.getTables().get(1).getRow(1).getCell(0).getText()).isEqualTo("Không có số liệu");
        }
    }

    @Test
    void aRowThatDoesNotFitItsHeadingsIsRefused() {
        assertThatThrownBy(() -> new Block.Table("", List.of("STT"), List.of(List.of("1", "2")), Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void charactersXmlDoesNotKnowAreLeftOutAndLongTextsStayWhole() throws IOException {
        String text = "nghèo đa chiều ".repeat(270).strip();
        var body = List.<Block>of(
                new Block.Paragraph("bền\u0000\u000B\u202E\u202A\u2066\u2069\uFFFF\uDC00 vững <b>&amp;"),
                new Block.Paragraph(text));
        try (XWPFDocument word = open(SampleReports.report("", null, body))) {
            assertThat(paragraph(word, "bền").getText()).isEqualTo("bền vững <b>&amp;");
            assertThat(paragraph(word, "nghèo").getText()).isEqualTo(text + "./.");
        }
    }

    @Test
    void theSameDocumentGivesTheSameBytesWithoutATraceOfTheClock() throws IOException {
        byte[] first = documents.docx(SampleReports.report());

        assertThat(SampleReports.printer().docx(SampleReports.report())).isEqualTo(first);
        var names = new ArrayList<String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(first))) {
            for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
                names.add(e.getName());
                assertThat(e.getTimeLocal()).isEqualTo(FixedZip.START);
            }
        }
        assertThat(names).contains("word/document.xml").doesNotHaveDuplicates();
        try (XWPFDocument word = open(SampleReports.report())) {
            var core = word.getProperties().getCoreProperties();
            assertThat(core.getCreated()).isEqualTo("2017-03-05T00:00:00Z");
            assertThat(core.getModified()).isEqualTo("2017-03-05T00:00:00Z");
        }
    }

    private XWPFDocument open(OfficialDocument d) throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(documents.docx(d)));
    }

    private static XWPFParagraph paragraph(XWPFDocument word, String start) {
        return word.getParagraphs().stream()
                .filter(p -> p.getText().startsWith(start))
                .findFirst()
                .orElseThrow();
    }
}
