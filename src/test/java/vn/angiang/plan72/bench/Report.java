package vn.angiang.plan72.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

/** The figures of a run: printed as they come, written as Markdown and JSON at the end. */
final class Report {

    /** One line: the same act by us and by the bare engine with and without the indexes we add. */
    record Line(int openTasks, String act, Series ours, Series bare, Series bareAsShipped) {}

    private final String title;
    private final List<String> facts = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();

    Report(String title) {
        this.title = title;
    }

    void fact(String text) {
        facts.add(text);
        System.out.println(text);
    }

    void add(Line line) {
        if (lines.isEmpty()) {
            System.out.print(header());
        }
        lines.add(line);
        System.out.print(row(line));
        for (Series series : List.of(line.ours, line.bare, line.bareAsShipped)) {
            if (series.failed() > 0) {
                System.out.println("  FAILED " + series.failed() + ": " + series.firstFailure());
            }
        }
    }

    void write(Path folder, String name) throws IOException {
        var text = new StringBuilder("# " + title + "\n\n");
        facts.forEach(f -> text.append("- ").append(f).append('\n'));
        text.append('\n').append(header());
        lines.forEach(l -> text.append(row(l)));
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(name + ".md"), text);
        var json = new LinkedHashMap<String, Object>();
        json.put("title", title);
        json.put("facts", facts);
        json.put("lines", lines);
        new ObjectMapper()
                .writerWithDefaultPrettyPrinter()
                .writeValue(folder.resolve(name + ".json").toFile(), json);
    }

    private static String header() {
        return "| open tasks | act | clients | ours p50/p95 ms | ours /s | bare p50/p95 ms | bare /s"
                + " | as shipped p50/p95 ms | as shipped /s | p50 ratio bare:ours | /s ratio ours:bare |\n"
                + "|---:|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|\n";
    }

    private static String row(Line l) {
        Series other = l.bareAsShipped.acts() > 0 ? l.bareAsShipped : l.bare;
        boolean both = l.ours.acts() > 0 && other.acts() > 0;
        return "| %,d | %s | %d | %s | %s | %s | %s | %s | %s | %s | %s |%n"
                .formatted(
                        l.openTasks,
                        l.act,
                        Math.max(l.ours.clients(), l.bare.clients()),
                        times(l.ours),
                        rate(l.ours),
                        times(l.bare),
                        rate(l.bare),
                        times(l.bareAsShipped),
                        rate(l.bareAsShipped),
                        both ? "%.1f×".formatted(other.p50() / l.ours.p50()) : "–",
                        both ? "%.2f×".formatted(l.ours.perSecond() / other.perSecond()) : "–");
    }

    private static String times(Series s) {
        return s.acts() == 0 ? "–" : String.format(Locale.ROOT, "%.1f / %.1f", s.p50(), s.p95());
    }

    private static String rate(Series s) {
        return s.acts() == 0 ? "–" : String.format(Locale.ROOT, "%.0f", s.perSecond());
    }
}
