package vn.angiang.plan72.document.official;

import java.util.List;
import vn.angiang.plan72.document.official.OfficialDocument.Block;

/** The XHTML a PDF is made of. Every text is escaped; the style is all in it and names no resource. */
final class OfficialHtml {

    static final String FONT = "Tinos";

    private final StringBuilder html = new StringBuilder(16 * 1024);

    private OfficialHtml() {}

    static String of(OfficialDocument d) {
        return new OfficialHtml().write(d);
    }

    private String write(OfficialDocument d) {
        html.append("<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"vi\"><head><title>");
        html.append(escape(Wording.title(d))).append("</title><style>").append(STYLE);
        html.append("</style></head><body>");
        head(d);
        if (!Wording.text(d.type()).isEmpty()) {
            lines("type", d.type());
            lines("about", d.about());
            html.append("<div class=\"rule about-rule\"></div>");
        } else {
            html.append("<div class=\"letter\"></div>");
        }
        Wording.body(d).forEach(this::block);
        foot(d);
        return html.append("</body></html>").toString();
    }

    private void head(OfficialDocument d) {
        html.append("<table class=\"head\"><tr><td class=\"left\">");
        lines("above", d.agencyAbove() == null ? "" : d.agencyAbove());
        lines("agency", d.agency());
        html.append("<div class=\"rule agency-rule\"></div></td><td>");
        line("nation", Layout.NATION_TEXT);
        html.append("<p class=\"motto\"><span>").append(Layout.MOTTO_TEXT).append("</span></p>");
        html.append("</td></tr><tr><td class=\"left\">");
        line("number", Wording.number(d));
        lines("subject", Wording.letterSubject(d));
        html.append("</td><td>");
        line("date", Wording.placeAndDate(d));
        html.append("</td></tr></table>");
    }

    private void foot(OfficialDocument d) {
        List<String> recipients = Wording.recipients(d);
        html.append("<table class=\"foot\"><tr><td class=\"to\">");
        if (!recipients.isEmpty()) {
            line("to-head", Layout.RECIPIENTS_TEXT);
            recipients.forEach(r -> line("to-line", r));
        }
        html.append("</td><td>");
        lines("sign", d.signature().authority());
        lines("sign", d.signature().position());
        html.append("<div class=\"seal\"></div>");
        lines("sign", d.signature().name());
        html.append("</td></tr></table>");
    }

    private void block(Block block) {
        if (block instanceof Block.Heading h) {
            line("heading", h.text());
        } else if (block instanceof Block.Paragraph p) {
            line("text", p.text());
        } else if (block instanceof Block.Note n) {
            line("note", n.text());
        } else if (block instanceof Block.Table t) {
            table(t);
        }
    }

    private void table(Block.Table t) {
        lines("caption", t.caption());
        int columns = t.headings().size();
        if (columns == 0) {
            return;
        }
        html.append("<table class=\"data\"><colgroup>");
        for (int share : ColumnShares.of(t)) {
            html.append("<col style=\"width:").append(share / 10).append('.').append(share % 10);
            html.append("%\"/>");
        }
        html.append("</colgroup><thead><tr>");
        for (String heading : t.headings()) {
            html.append("<th>").append(breaks(heading)).append("</th>");
        }
        html.append("</tr></thead><tbody>");
        for (List<String> row : t.rows()) {
            html.append("<tr>");
            for (int c = 0; c < columns; c++) {
                html.append(t.numericColumns().contains(c) ? "<td class=\"n\">" : "<td>");
                html.append(breaks(row.get(c))).append("</td>");
            }
            html.append("</tr>");
        }
        if (t.rows().isEmpty()) {
            html.append("<tr><td class=\"none\" colspan=\"").append(columns).append("\">");
            html.append(Layout.EMPTY_TEXT).append("</td></tr>");
        }
        html.append("</tbody></table>");
    }

    private void lines(String style, String text) {
        Wording.lines(text).forEach(l -> line(style, l));
    }

    private void line(String style, String text) {
        html.append("<p class=\"").append(style).append("\">").append(escape(text));
        html.append("</p>");
    }

    private static String breaks(String text) {
        return escape(text).replace("\n", "<br/>");
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static final String STYLE =
            """
            @page { size: %dmm %dmm; margin: %dmm %dmm %dmm %dmm;
              @top-center { content: counter(page); font-family: '%s'; font-size: %dpt; vertical-align: middle; } }
            @page :first { @top-center { content: none; } }
            """
                            .formatted(
                                    Layout.PAGE_WIDTH_MM,
                                    Layout.PAGE_HEIGHT_MM,
                                    Layout.TOP_MM,
                                    Layout.RIGHT_MM,
                                    Layout.BOTTOM_MM,
                                    Layout.LEFT_MM,
                                    FONT,
                                    Layout.PAGE_NUMBER)
                    + """
            body { font-family: '%s'; font-size: %dpt; line-height: %.3f; color: #000; margin: 0;
              word-wrap: break-word; }
            p { margin: 0; }
            """
                            .formatted(FONT, Layout.BODY, Layout.LINES * Layout.SINGLE)
                    + """
            .text, .heading { margin: 0 0 %dpt 0; text-indent: %dmm; }
            .text { text-align: justify; orphans: 2; widows: 2; }
            .heading { font-weight: bold; page-break-after: avoid; }
            .note { font-size: %dpt; font-style: italic; margin: 0 0 %dpt 0; text-align: justify; }
            """
                            .formatted(Layout.PARAGRAPH_GAP, Layout.FIRST_LINE_MM, Layout.NOTE, Layout.PARAGRAPH_GAP)
                    + """
            .rule { border-top: 0.75pt solid #000; height: 0; margin: 2pt auto 0 auto; }
            .agency-rule { width: %dmm; }
            .about-rule { width: %dmm; margin-bottom: 14pt; }
            .letter { height: 14pt; }
            .type { font-weight: bold; text-align: center; margin-top: 14pt; page-break-after: avoid; }
            .about { font-weight: bold; text-align: center; page-break-after: avoid; }
            """
                            .formatted(Layout.AGENCY_RULE_MM, Layout.ABOUT_RULE_MM)
                    + """
            .head, .foot { width: 100%%; table-layout: fixed; border-collapse: collapse; line-height: %.3f; }
            .head td, .foot td { padding: 0; vertical-align: top; text-align: center; }
            .head td.left { width: %dmm; }
            .above, .agency { font-size: %dpt; }
            .agency, .nation, .motto { font-weight: bold; }
            .nation { font-size: %dpt; }
            .motto { font-size: %dpt; }
            .motto span { border-bottom: 0.75pt solid #000; padding-bottom: 1pt; }
            .number { font-size: %dpt; margin-top: 8pt; }
            .subject { font-size: 12pt; }
            .date { font-size: %dpt; font-style: italic; margin-top: 8pt; }
            """
                            .formatted(
                                    Layout.SINGLE,
                                    Layout.AGENCY_MM,
                                    Layout.AGENCY,
                                    Layout.NATION,
                                    Layout.MOTTO,
                                    Layout.NUMBER,
                                    Layout.PLACE)
                    + """
            .caption { font-weight: bold; text-align: center; margin: 4pt 0; page-break-after: avoid; }
            .data { width: 100%%; table-layout: fixed; border-collapse: collapse; font-size: %dpt; line-height: %.3f;
              margin: 0 0 %dpt 0; -fs-table-paginate: paginate; }
            .data th, .data td { border: 0.5pt solid #000; padding: 2pt 4pt; vertical-align: middle; }
            .data tr { page-break-inside: avoid; }
            .data th { font-weight: bold; text-align: center; }
            .data td.n { text-align: right; }
            .data td.none { font-style: italic; text-align: center; }
            """
                            .formatted(Layout.CELL, Layout.SINGLE, Layout.PARAGRAPH_GAP)
                    + """
            .foot { margin-top: 12pt; page-break-inside: avoid; page-break-before: avoid; }
            .foot td.to { width: %dmm; text-align: left; }
            .to-head { font-size: %dpt; font-weight: bold; font-style: italic; }
            .to-line { font-size: %dpt; }
            .sign { font-weight: bold; }
            .seal { height: %dmm; }
            """
                            .formatted(
                                    Layout.RECIPIENTS_MM,
                                    Layout.RECIPIENTS_HEAD,
                                    Layout.RECIPIENTS,
                                    Layout.SIGNATURE_MM);
}
