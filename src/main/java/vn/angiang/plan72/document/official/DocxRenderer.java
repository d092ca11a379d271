package vn.angiang.plan72.document.official;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.springframework.stereotype.Component;
import vn.angiang.plan72.document.official.OfficialDocument.Block;

/** DOCX, paragraph by paragraph; rules are borders of paragraphs, so that nothing floats. */
@Component
class DocxRenderer {

    byte[] render(OfficialDocument d) {
        var out = new ByteArrayOutputStream();
        try (var document = new XWPFDocument()) {
            var raw = new ByteArrayOutputStream();
            var at = d.date() == null ? FixedZip.START : d.date().atStartOfDay();
            FixedZip.properties(document, at, Wording.title(d), Wording.text(d.agency()));
            DocxStyle.defaults(document);
            page(document);
            head(document, d);
            title(document, d);
            Wording.body(d).forEach(block -> block(document, block));
            foot(document, d);
            document.write(raw);
            FixedZip.copy(new ByteArrayInputStream(raw.toByteArray()), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void page(XWPFDocument document) {
        CTSectPr section = document.getDocument().getBody().addNewSectPr();
        var size = section.addNewPgSz();
        size.setW(DocxStyle.twips(Layout.PAGE_WIDTH_MM));
        size.setH(DocxStyle.twips(Layout.PAGE_HEIGHT_MM));
        var margins = section.addNewPgMar();
        margins.setTop(DocxStyle.twips(Layout.TOP_MM));
        margins.setBottom(DocxStyle.twips(Layout.BOTTOM_MM));
        margins.setLeft(DocxStyle.twips(Layout.LEFT_MM));
        margins.setRight(DocxStyle.twips(Layout.RIGHT_MM));
        margins.setHeader(DocxStyle.twips(Layout.TOP_MM / 2));
        margins.setFooter(DocxStyle.twips(Layout.BOTTOM_MM / 2));
        margins.setGutter(BigInteger.ZERO);
        // Having a header of its own, the first page has no number.
        document.createHeader(HeaderFooterType.FIRST).createParagraph();
        XWPFParagraph number = document.createHeader(HeaderFooterType.DEFAULT).createParagraph();
        number.setAlignment(ParagraphAlignment.CENTER);
        var field = number.getCTP().addNewFldSimple();
        field.setInstr("PAGE");
        var run = field.addNewR();
        var properties = run.addNewRPr();
        properties.addNewSz().setVal(BigInteger.valueOf(2L * Layout.PAGE_NUMBER));
        run.addNewT().setStringValue("2");
    }

    private static void head(XWPFDocument document, OfficialDocument d) {
        var grid = DocxTable.layout(document, 2, Layout.AGENCY_MM, Layout.TEXT_MM - Layout.AGENCY_MM);
        var left = new DocxText(grid.cell(0, 0));
        Wording.lines(d.agencyAbove()).forEach(l -> left.centred(l, Layout.AGENCY, false));
        Wording.lines(d.agency()).forEach(l -> left.centred(l, Layout.AGENCY, true));
        left.rule(Layout.AGENCY_MM, Layout.AGENCY_RULE_MM);
        var right = new DocxText(grid.cell(0, 1));
        right.centred(Layout.NATION_TEXT, Layout.NATION, true);
        right.centred(Layout.MOTTO_TEXT, Layout.MOTTO, true);
        right.rule(Layout.TEXT_MM - Layout.AGENCY_MM, Layout.MOTTO_RULE_MM);
        var number = new DocxText(grid.cell(1, 0));
        DocxStyle.gap(number.centred(Wording.number(d), Layout.NUMBER, false), 6, 0);
        Wording.lines(Wording.letterSubject(d)).forEach(l -> number.centred(l, Layout.NOTE, false));
        XWPFParagraph date = new DocxText(grid.cell(1, 1)).centred(Wording.placeAndDate(d), Layout.PLACE, false);
        date.getRuns().forEach(r -> r.setItalic(true));
        DocxStyle.gap(date, 6, 0);
    }

    private static void title(XWPFDocument document, OfficialDocument d) {
        var text = new DocxText(document);
        DocxStyle.gap(text.empty(), 8, 0);
        if (Wording.text(d.type()).isEmpty()) {
            return;
        }
        Wording.lines(d.type()).forEach(l -> text.centred(l, Layout.BODY, true));
        Wording.lines(d.about()).forEach(l -> text.centred(l, Layout.BODY, true));
        DocxStyle.gap(text.rule(Layout.TEXT_MM, Layout.ABOUT_RULE_MM), 2, 10);
    }

    private static void block(XWPFDocument document, Block block) {
        var text = new DocxText(document);
        if (block instanceof Block.Heading h) {
            text.heading(h.text());
        } else if (block instanceof Block.Paragraph p) {
            text.paragraph(p.text());
        } else if (block instanceof Block.Note n) {
            text.note(n.text());
        } else if (block instanceof Block.Table t) {
            Wording.lines(t.caption()).forEach(text::caption);
            if (!t.headings().isEmpty()) {
                DocxTable.data(document, t);
            }
            DocxStyle.gap(text.empty(), 0, Layout.PARAGRAPH_GAP);
        }
    }

    private static void foot(XWPFDocument document, OfficialDocument d) {
        List<XWPFParagraph> body = document.getParagraphs();
        body.get(body.size() - 1).setKeepNext(true);
        XWPFParagraph above = DocxStyle.gap(new DocxText(document).empty(), 0, 6);
        above.setKeepNext(true);
        var grid = DocxTable.layout(document, 1, Layout.RECIPIENTS_MM, Layout.TEXT_MM - Layout.RECIPIENTS_MM);
        var left = new DocxText(grid.cell(0, 0));
        List<String> recipients = Wording.recipients(d);
        if (!recipients.isEmpty()) {
            var heading = left.line(Layout.RECIPIENTS_TEXT, Layout.RECIPIENTS_HEAD);
            heading.setBold(true);
            heading.setItalic(true);
            recipients.forEach(r -> left.line(r, Layout.RECIPIENTS));
        }
        var right = new DocxText(grid.cell(0, 1));
        Wording.lines(d.signature().authority()).forEach(l -> right.centred(l, Layout.BODY, true));
        Wording.lines(d.signature().position()).forEach(l -> right.centred(l, Layout.BODY, true));
        DocxStyle.height(right.empty(), Layout.SIGNATURE_MM);
        Wording.lines(d.signature().name()).forEach(l -> right.centred(l, Layout.BODY, true));
        // Word wants a paragraph behind a table.
        new DocxText(document).empty();
    }
}
