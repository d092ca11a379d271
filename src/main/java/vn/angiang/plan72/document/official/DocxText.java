package vn.angiang.plan72.document.official;

import java.math.BigInteger;
import java.util.function.Supplier;
import org.apache.poi.xwpf.usermodel.Borders;
import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;

/** Paragraphs of a DOCX, in its body or in a cell. */
final class DocxText {

    private static final double RULE_POINTS = 4;
    /** Thickness in eighths of a point. */
    private static final int RULE_EIGHTHS = 6;

    private final Supplier<XWPFParagraph> next;

    DocxText(XWPFDocument document) {
        this.next = document::createParagraph;
    }

    /** The first paragraph is the one a cell always has. */
    DocxText(XWPFTableCell cell) {
        var first = new XWPFParagraph[] {cell.getParagraphs().isEmpty() ? null : cell.getParagraphArray(0)};
        this.next = () -> {
            XWPFParagraph paragraph = first[0] == null ? cell.addParagraph() : first[0];
            first[0] = null;
            return paragraph;
        };
    }

    /** A paragraph that takes next to no room. */
    XWPFParagraph empty() {
        XWPFParagraph paragraph = next.get();
        paragraph.setSpacingBetween(1, LineSpacingRule.EXACT);
        return paragraph;
    }

    XWPFParagraph centred(String text, int points, boolean bold) {
        XWPFParagraph paragraph = next.get();
        paragraph.setAlignment(ParagraphAlignment.CENTER);
        run(paragraph, text, points).setBold(bold);
        return paragraph;
    }

    XWPFRun line(String text, int points) {
        return run(next.get(), text, points);
    }

    void heading(String text) {
        XWPFParagraph paragraph = body();
        paragraph.setKeepNext(true);
        paragraph.getCTP().getPPr().addNewOutlineLvl().setVal(BigInteger.ZERO);
        run(paragraph, text, Layout.BODY).setBold(true);
    }

    void paragraph(String text) {
        XWPFParagraph paragraph = body();
        paragraph.setAlignment(ParagraphAlignment.BOTH);
        run(paragraph, text, Layout.BODY);
    }

    void note(String text) {
        XWPFParagraph paragraph = next.get();
        paragraph.setAlignment(ParagraphAlignment.BOTH);
        DocxStyle.gap(paragraph, 0, Layout.PARAGRAPH_GAP);
        run(paragraph, text, Layout.NOTE).setItalic(true);
    }

    void caption(String text) {
        XWPFParagraph paragraph = centred(text, Layout.BODY, true);
        paragraph.setKeepNext(true);
        DocxStyle.gap(paragraph, 4, 4);
    }

    /** A line of its own length in the middle of a column. */
    XWPFParagraph rule(int columnMm, int lengthMm) {
        XWPFParagraph paragraph = next.get();
        int side = DocxStyle.twips((columnMm - lengthMm) / 2.0).intValueExact();
        paragraph.setIndentationLeft(side);
        paragraph.setIndentationRight(side);
        paragraph.setSpacingBetween(RULE_POINTS, LineSpacingRule.EXACT);
        DocxStyle.gap(paragraph, 2, 0);
        paragraph.setBorderTop(Borders.SINGLE);
        var line = paragraph.getCTP().getPPr().getPBdr().getTop();
        line.setSz(BigInteger.valueOf(RULE_EIGHTHS));
        line.setSpace(BigInteger.ZERO);
        line.setColor("000000");
        return paragraph;
    }

    private XWPFParagraph body() {
        XWPFParagraph paragraph = next.get();
        paragraph.setIndentationFirstLine(DocxStyle.twips(Layout.FIRST_LINE_MM).intValueExact());
        paragraph.setSpacingBetween(Layout.LINES, LineSpacingRule.AUTO);
        return DocxStyle.gap(paragraph, 0, Layout.PARAGRAPH_GAP);
    }

    static XWPFRun run(XWPFParagraph paragraph, String text, int points) {
        XWPFRun run = paragraph.createRun();
        run.setFontFamily(DocxStyle.FONT);
        run.setFontSize(points);
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                run.addBreak();
            }
            run.setText(lines[i], i);
        }
        return run;
    }
}
