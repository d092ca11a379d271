package vn.angiang.plan72.document.official;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import vn.angiang.plan72.document.official.OfficialDocument.Block;

class PdfDocumentsTest {

    private final OfficialDocuments documents = SampleReports.printer();

    @Test
    void aReportReadsAsTheDecreeWantsIt() throws IOException {
        try (PDDocument pdf = open(SampleReports.report())) {
            String text = text(pdf, 1, pdf.getNumberOfPages());

            assertThat(Normalizer.isNormalized(text, Normalizer.Form.NFC)).isTrue();
            assertThat(text)
                    .contains("UBND TỈNH AN GIANG")
                    .contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
                    .contains("Độc lập - Tự do - Hạnh phúc")
                    .contains("Số: 15/BC-SLĐTBXH")
                    .contains("An Giang, ngày 05 tháng 3 năm 2017")
                    .contains("người nghèo được tiếp cận tốt hơn các dịch vụ xã hội cơ bản")
                    .contains("kính trình Ủy ban nhân dân tỉnh./.")
                    .contains("- Lưu: VT, BTXH.")
                    .contains("PHÓ GIÁM ĐỐC")
                    .contains("Nguyễn Thị Ánh Tuyết");
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("vi-VN");
            assertThat(pdf.getDocumentInformation().getTitle()).startsWith("BÁO CÁO Kết quả thực hiện");
        }
    }

    @Test
    void theFirstPageHasNoNumberAndTheOthersHave() throws IOException {
        try (PDDocument pdf = open(long500())) {
            assertThat(pdf.getNumberOfPages()).isGreaterThan(10);
            assertThat(text(pdf, 1, 1)).startsWith("UBND TỈNH");
            for (int page = 2; page <= pdf.getNumberOfPages(); page++) {
                assertThat(text(pdf, page, page)).startsWith(page + " ");
            }
        }
    }

    @Test
    void theHeadingsOfATableAreOnEveryPageOfIt() throws IOException {
        try (PDDocument pdf = open(long500())) {
            for (int page = 1; page < pdf.getNumberOfPages(); page++) {
                assertThat(text(pdf, page, page)).contains("STT Đơn vị");
            }
            assertThat(text(pdf, 1, pdf.getNumberOfPages())).contains("500 Huyện Thoại Sơn, nhóm 500");
        }
    }

    @Test
    void theSignatureIsNeverAloneOnAPage() throws IOException {
        for (int paragraphs = 24; paragraphs < 40; paragraphs++) {
            var body = Collections.<Block>nCopies(paragraphs, new Block.Paragraph("Một dòng."));
            try (PDDocument pdf = open(SampleReports.report("", null, body))) {
                String last = text(pdf, pdf.getNumberOfPages(), pdf.getNumberOfPages());
                assertThat(last).as("%d paragraphs", paragraphs).contains("Một dòng./.", "Nơi nhận:", "Ánh Tuyết");
            }
        }
    }

    @Test
    void aCellHigherThanAPageGoesOnOverThePages() throws IOException {
        String words = "mục tiêu ".repeat(1500).strip();
        var table = new Block.Table("", List.of("STT", "Nội dung"), List.of(List.of("1", words)), Set.of(0));
        try (PDDocument pdf = open(SampleReports.report("", null, List.of(table)))) {
            assertThat(text(pdf, 1, pdf.getNumberOfPages()).split("mục tiêu", -1))
                    .hasSize(1501);
        }
    }

    @Test
    void everyFontIsEmbeddedAndThePageIsA4() throws IOException {
        try (PDDocument pdf = open(SampleReports.report())) {
            for (var page : pdf.getPages()) {
                assertThat(page.getMediaBox().getWidth()).isBetween(595f, 596f);
                assertThat(page.getMediaBox().getHeight()).isBetween(841f, 842f);
                assertThat(page.getResources().getFontNames()).isNotEmpty();
                for (var name : page.getResources().getFontNames()) {
                    var font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                    assertThat(font.getName()).contains("Tinos");
                }
            }
        }
    }

    @Test
    void theSameDocumentGivesTheSameBytes() {
        byte[] first = documents.pdf(SampleReports.report());

        assertThat(SampleReports.printer().pdf(SampleReports.report())).isEqualTo(first);
        assertThat(documents.pdf(SampleReports.report("16/BC-SLĐTBXH", null, List.of())))
                .isNotEqualTo(first);
    }

    @Test
    void whatLooksLikeMarkupIsPrintedAndNothingIsFetched() throws IOException {
        String hostile = "<img src=\"http://127.0.0.1:1/x\"/> & <![CDATA[x]]> &xxe; </p><style>@import url(file:///x)";
        var body = List.<Block>of(
                new Block.Paragraph(hostile),
                new Block.Table(hostile, List.of(hostile), List.of(List.of(hostile)), Set.of()));
        try (PDDocument pdf = open(SampleReports.report("</title>", null, body))) {
            assertThat(text(pdf, 1, 1).replace(" ", "")).contains(hostile.replace(" ", ""));
            assertThat(text(pdf, 1, 1)).contains("Số: </title>");
        }
    }

    @Test
    void aWordLongerThanALineAndALongParagraphStayOnThePaper() throws IOException {
        var body = List.<Block>of(
                new Block.Paragraph("W".repeat(4000)),
                new Block.Table("", List.of("STT", "Nội dung"), List.of(List.of("1", "đ".repeat(600))), Set.of(0)),
                new Block.Paragraph("xã hội ".repeat(600)));
        try (PDDocument pdf = open(SampleReports.report("", null, body))) {
            var right = new ArrayList<Float>();
            var stripper = new PDFTextStripper() {
                @Override
                protected void writeString(String text, List<org.apache.pdfbox.text.TextPosition> places) {
                    places.stream()
                            .filter(p -> !p.getUnicode().isBlank())
                            .forEach(p -> right.add(p.getXDirAdj() + p.getWidthDirAdj()));
                }
            };
            stripper.getText(pdf);
            float edge = (210 - 15) * 72 / 25.4f;
            assertThat(right).hasSizeGreaterThan(6000).allMatch(x -> x < edge + 1);
        }
    }

    @Test
    void controlAndDirectionCharactersAreLeftOut() throws IOException {
        var body =
                List.<Block>of(new Block.Paragraph("nghèo\u0000\u0008\u202E\u2067\u2069\uFFFE\uD800 bền\u0085 vững"));
        try (PDDocument pdf = open(SampleReports.report("", LocalDate.of(2018, 12, 25), body))) {
            assertThat(text(pdf, 1, 1))
                    .contains("nghèo bền vững./.")
                    .contains("ngày 25 tháng 12 năm 2018")
                    .containsPattern("Số:\\s+/BC-…");
        }
    }

    @Test
    void noScriptAndNoLinkIsInIt() {
        String raw = new String(documents.pdf(SampleReports.report()), StandardCharsets.ISO_8859_1);

        assertThat(raw).startsWith("%PDF-").doesNotContain("/JavaScript", "/URI", "/EmbeddedFile");
    }

    private static OfficialDocument long500() {
        return SampleReports.report("", null, List.of(SampleReports.table(500)));
    }

    private PDDocument open(OfficialDocument d) throws IOException {
        return Loader.loadPDF(documents.pdf(d));
    }

    private static String text(PDDocument pdf, int from, int to) throws IOException {
        var stripper = new PDFTextStripper();
        stripper.setSortByPosition(false);
        stripper.setStartPage(from);
        stripper.setEndPage(to);
        return stripper.getText(pdf).replaceAll("[\\s\\u00A0]+", " ").strip();
    }
}
