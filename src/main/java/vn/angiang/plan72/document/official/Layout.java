package vn.angiang.plan72.document.official;

/**
 * Sizes of an official document: NĐ 30/2020/NĐ-CP, Phụ lục I. Where the decree leaves a range, the value here is a
 * default: top and bottom 20-25 mm, left 30-35 mm, right 15-20 mm; body 13-14 pt; agency and national name 12-13 pt;
 * number, motto, place and date 13-14 pt; page number 13-14 pt; lines single to 1.5; at least 6 pt between paragraphs.
 */
final class Layout {

    static final int PAGE_WIDTH_MM = 210;
    static final int PAGE_HEIGHT_MM = 297;
    static final int TOP_MM = 20;
    static final int BOTTOM_MM = 20;
    static final int LEFT_MM = 30;
    static final int RIGHT_MM = 15;
    static final int TEXT_MM = PAGE_WIDTH_MM - LEFT_MM - RIGHT_MM;
    /** Column of the agency, in mm; the national name takes the rest. */
    static final int AGENCY_MM = 67;
    /** Column of "Nơi nhận", in mm; the signature takes the rest. */
    static final int RECIPIENTS_MM = 80;

    static final int FIRST_LINE_MM = 10;
    static final int AGENCY_RULE_MM = 24;
    static final int ABOUT_RULE_MM = 50;
    /** Length of the motto in bold at {@link #MOTTO}, which its rule has. */
    static final int MOTTO_RULE_MM = 58;
    /** Room for signature and seal between position and name. */
    static final int SIGNATURE_MM = 24;

    /** Sizes in points. */
    static final int BODY = 14;

    static final int NATION = 12;
    static final int MOTTO = 13;
    static final int AGENCY = 12;
    static final int NUMBER = 13;
    static final int PLACE = 13;
    static final int PAGE_NUMBER = 13;
    static final int CELL = 12;
    static final int NOTE = 12;
    static final int RECIPIENTS_HEAD = 12;
    static final int RECIPIENTS = 11;

    static final int PARAGRAPH_GAP = 6;
    /** Lines of the body; the font's own single line is {@link #SINGLE} times its size. */
    static final double LINES = 1.1;

    static final double SINGLE = 1.15;

    static final String NATION_TEXT = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
    static final String MOTTO_TEXT = "Độc lập - Tự do - Hạnh phúc";
    static final String RECIPIENTS_TEXT = "Nơi nhận:";
    static final String EMPTY_TEXT = "Không có số liệu";

    private Layout() {}
}
