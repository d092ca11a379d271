package vn.angiang.plan72.web.chart;

import java.util.List;

/**
 * The figures of a chart for those who would rather read a table.
 *
 * @param rows as many words each as there are headings; the first names the row
 */
public record DataTable(String caption, List<String> headings, List<List<String>> rows) {

    public DataTable {
        headings = List.copyOf(headings);
        rows = rows.stream().map(List::copyOf).toList();
        for (var row : rows) {
            if (row.size() != headings.size()) {
                throw new IllegalArgumentException("A row of " + row.size() + " under " + headings.size());
            }
        }
    }
}
