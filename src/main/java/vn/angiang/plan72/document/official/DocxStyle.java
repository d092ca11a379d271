package vn.angiang.plan72.document.official;

import java.math.BigInteger;
import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyles;

/** Units and defaults of a DOCX. */
final class DocxStyle {

    static final String FONT = "Times New Roman";
    static final String LANGUAGE = "vi-VN";

    private static final int TWIPS_PER_POINT = 20;

    private DocxStyle() {}

    /** Twentieths of a point. */
    static BigInteger twips(double mm) {
        return BigInteger.valueOf(Math.round(mm * 72 * TWIPS_PER_POINT / 25.4));
    }

    /** Font, size and language of all text that says nothing else. */
    static void defaults(XWPFDocument document) {
        CTStyles styles = CTStyles.Factory.newInstance();
        var run = styles.addNewDocDefaults().addNewRPrDefault().addNewRPr();
        var fonts = run.addNewRFonts();
        fonts.setAscii(FONT);
        fonts.setHAnsi(FONT);
        fonts.setCs(FONT);
        fonts.setEastAsia(FONT);
        run.addNewSz().setVal(BigInteger.valueOf(2L * Layout.BODY));
        run.addNewSzCs().setVal(BigInteger.valueOf(2L * Layout.BODY));
        var language = run.addNewLang();
        language.setVal(LANGUAGE);
        language.setEastAsia(LANGUAGE);
        document.createStyles().setStyles(styles);
    }

    /** Points before and after. */
    static XWPFParagraph gap(XWPFParagraph paragraph, int before, int after) {
        paragraph.setSpacingBefore(before * TWIPS_PER_POINT);
        paragraph.setSpacingAfter(after * TWIPS_PER_POINT);
        return paragraph;
    }

    /** An empty paragraph exactly so high. */
    static void height(XWPFParagraph paragraph, double mm) {
        paragraph.setSpacingBetween(mm * 72 / 25.4, LineSpacingRule.EXACT);
    }
}
