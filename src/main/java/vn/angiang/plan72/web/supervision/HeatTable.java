package vn.angiang.plan72.web.supervision;

import java.util.ArrayList;
import java.util.List;
import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.UriComponentsBuilder;
import vn.angiang.plan72.casefile.CaseStatus;
import vn.angiang.plan72.supervision.Overview;
import vn.angiang.plan72.supervision.OverviewFilter;
import vn.angiang.plan72.web.work.Words;

/**
 * Rows of the table of units and clauses. More than a thousand cells, each a link: written here and not in the template,
 * where they took most of the time of the page.
 */
final class HeatTable {

    private final OverviewFilter filter;
    private final Words words;
    private final String path;
    private final StringBuilder html = new StringBuilder(120_000);

    private HeatTable(OverviewFilter filter, Words words, String contextPath) {
        this.filter = filter;
        this.words = words;
        this.path = contextPath + "/ho-so";
    }

    /** The rows as HTML; everything in them that people wrote is escaped. */
    static String rows(Overview.View view, OverviewFilter filter, Words words, String contextPath) {
        var table = new HeatTable(filter, words, contextPath);
        for (var line : view.heat()) {
            table.html.append("<tr><th scope=\"row\">").append(escaped(table.words.unit(line.unit())));
            table.html.append("</th>");
            for (int i = 0; i < line.byClause().size(); i++) {
                table.cell(
                        line.unit(), view.clauses().get(i).id(), line.byClause().get(i));
            }
            table.html.append("</tr>");
        }
        return table.html.toString();
    }

    private void cell(String unit, String clause, CaseStatus status) {
        html.append("<td class=\"p72-heat__cell--").append(colour(status)).append("\">");
        if (status.total() > 0) {
            html.append("<a href=\"").append(escaped(href(unit, clause, status.late() > 0 ? "tre" : "tat-ca")));
            html.append("\">")
                    .append(status.late())
                    .append('/')
                    .append(status.total())
                    .append("</a>");
        }
        html.append("</td>");
    }

    /** 0 nothing, 1 nothing late, then by share late: under a quarter, under half, more. */
    private static int colour(CaseStatus status) {
        if (status.total() == 0 || status.late() == 0) {
            return status.total() == 0 ? 0 : 1;
        }
        if (status.late() * 4 < status.total()) {
            return 2;
        }
        return status.late() * 2 < status.total() ? 3 : 4;
    }

    private String href(String unit, String clause, String bucket) {
        var values = new ArrayList<>(List.of(unit, clause));
        var uri =
                UriComponentsBuilder.fromPath(path).queryParam("don-vi", "{a}").queryParam("khoan", "{b}");
        if (filter.year() != null) {
            values.add(String.valueOf(filter.year()));
            uri.queryParam("nam", "{c}");
        }
        if (!filter.process().isEmpty()) {
            values.add(filter.process());
            uri.queryParam("quy-trinh", "{d}");
        }
        values.add(bucket);
        uri.queryParam("tinh-trang", "{e}");
        return uri.encode().buildAndExpand(values.toArray()).toUriString();
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
