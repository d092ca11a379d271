package vn.angiang.plan72.web.supervision;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.angiang.plan72.document.official.SafeSheets;
import vn.angiang.plan72.document.official.SafeSheets.Column;
import vn.angiang.plan72.document.official.SafeSheets.Kind;
import vn.angiang.plan72.supervision.Overview;
import vn.angiang.plan72.web.work.Words;

/** The leader's board as a workbook: the lines of the page, in its order, and the table of clauses. */
@Component
class OverviewSheet {

    private final Words words;

    OverviewSheet(Words words) {
        this.words = words;
    }

    void write(Overview.View view, OutputStream out) throws IOException {
        SafeSheets.xlsx(
                out,
                new SafeSheets.Sheet(
                        words.say("overview.title"),
                        lineColumns(),
                        view.lines().stream().map(this::line)),
                new SafeSheets.Sheet(
                        words.say("overview.heat"),
                        heatColumns(view),
                        view.heat().stream().map(this::heat)));
    }

    private List<Column> lineColumns() {
        return List.of(
                new Column(words.say("overview.unit"), 40, Kind.TEXT),
                new Column(words.say("overview.head"), 28, Kind.TEXT),
                new Column(words.say("overview.total"), 10, Kind.WHOLE),
                new Column(words.say("overview.doneOnTime"), 14, Kind.WHOLE),
                new Column(words.say("overview.doneLate"), 14, Kind.WHOLE),
                new Column(words.say("overview.openInTime"), 14, Kind.WHOLE),
                new Column(words.say("overview.openOverdue"), 14, Kind.WHOLE),
                new Column(words.say("overview.failed"), 14, Kind.WHOLE),
                new Column(words.say("overview.extended"), 14, Kind.WHOLE),
                new Column(words.say("overview.onTime"), 14, Kind.PERCENT),
                new Column(words.say("overview.reminders"), 14, Kind.WHOLE));
    }

    private List<@Nullable Object> line(Overview.Line l) {
        var s = l.status();
        var cells = new ArrayList<@Nullable Object>(List.of(
                words.unit(l.unit()),
                l.head(),
                s.total(),
                s.doneOnTime(),
                s.doneLate(),
                s.openInTime(),
                s.openOverdue(),
                s.failed(),
                s.extended()));
        cells.add(s.ended() == 0 ? null : s.onTimePercent() / 100.0);
        cells.add(l.reminders());
        return cells;
    }

    private List<Column> heatColumns(Overview.View view) {
        var columns = new ArrayList<Column>();
        columns.add(new Column(words.say("overview.unit"), 40, Kind.TEXT));
        view.clauses().forEach(c -> columns.add(new Column(c.id(), 10, Kind.TEXT)));
        return columns;
    }

    private List<@Nullable Object> heat(Overview.HeatLine line) {
        var cells = new ArrayList<@Nullable Object>();
        cells.add(words.unit(line.unit()));
        line.byClause().forEach(s -> cells.add(s.total() == 0 ? null : s.late() + "/" + s.total()));
        return cells;
    }
}
