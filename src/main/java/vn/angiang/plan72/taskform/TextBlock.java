package vn.angiang.plan72.taskform;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A piece of static text, markdown-light: {@code # heading}, paragraphs, {@code - lists} and {@code **bold**}. Everything
 * else, HTML included, is shown as it was written.
 *
 * @param kind {@code heading}, {@code paragraph} or {@code list}
 * @param lines one for a heading or paragraph, one per item for a list
 */
public record TextBlock(String kind, List<List<Span>> lines) {

    /** Part of a line. */
    public record Span(String text, boolean bold) {}

    private static final Pattern HEADING = Pattern.compile("#{1,6}\\s+(.*)");
    private static final Pattern ITEM = Pattern.compile("[-*]\\s+(.*)");

    static List<TextBlock> of(String text) {
        var blocks = new ArrayList<TextBlock>();
        var paragraph = new ArrayList<String>();
        var items = new ArrayList<List<Span>>();
        for (String line : (text + "\n\n").split("\n", -1)) {
            var heading = HEADING.matcher(line.strip());
            var item = ITEM.matcher(line.strip());
            if (!item.matches() && !items.isEmpty()) {
                blocks.add(new TextBlock("list", List.copyOf(items)));
                items.clear();
            }
            boolean plain = !line.isBlank() && !item.matches() && !heading.matches();
            if (!plain && !paragraph.isEmpty()) {
                blocks.add(new TextBlock("paragraph", List.of(spans(String.join(" ", paragraph)))));
                paragraph.clear();
            }
            if (heading.matches()) {
                blocks.add(new TextBlock("heading", List.of(spans(heading.group(1)))));
            } else if (item.matches()) {
                items.add(spans(item.group(1)));
            } else if (plain) {
                paragraph.add(line.strip());
            }
        }
        return List.copyOf(blocks);
    }

    private static List<Span> spans(String line) {
        var spans = new ArrayList<Span>();
        String[] parts = line.split("\\*\\*", -1);
        boolean closed = parts.length % 2 == 1;
        for (int i = 0; i < parts.length; i++) {
            boolean bold = closed && i % 2 == 1;
            String part = closed || i == 0 ? parts[i] : "**" + parts[i];
            if (!part.isEmpty()) {
                spans.add(new Span(part, bold));
            }
        }
        return List.copyOf(spans);
    }
}
