package vn.angiang.plan72.web.capital;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.angiang.plan72.capital.Given;
import vn.angiang.plan72.capital.Line;
import vn.angiang.plan72.capital.TypedRow;
import vn.angiang.plan72.shared.FieldError;
import vn.angiang.plan72.web.work.Words;

/** Rows of a table between page and module: fields are called {@code amount.0}, {@code source.0} … */
@Component
class Rows {

    private static final int BLANKS = 6;

    private final Words words;
    private final Money money;

    Rows(Words words, Money money) {
        this.words = words;
        this.money = money;
    }

    /** What stands in the inputs of one row. */
    public record Cells(String district, String source, String project, String commune, String work, String amount) {

        static final Cells BLANK = new Cells("", "", "", "", "", "");
    }

    List<Cells> ofGiven(List<Given> given) {
        return withBlanks(given.stream()
                .map(g ->
                        new Cells(g.district(), g.source().name(), g.project().name(), "", "", money.typed(g.amount())))
                .toList());
    }

    List<Cells> ofLines(List<Line> lines) {
        return withBlanks(lines.stream()
                .filter(l -> l.amount() > 0)
                .map(l -> new Cells(
                        "", l.source().name(), l.project().name(), l.place(), l.work(), money.typed(l.amount())))
                .toList());
    }

    private static List<Cells> withBlanks(List<Cells> rows) {
        var all = new ArrayList<>(rows);
        for (int i = 0; i < BLANKS; i++) {
            all.add(Cells.BLANK);
        }
        return all;
    }

    /** What was typed, as it stands on the page. */
    List<Cells> again(Map<String, String> typed) {
        return numbers(typed).stream().map(i -> cells(typed, i)).toList();
    }

    /** What was typed, for the module to read; mistakes are said at the field and with the number of the row. */
    List<TypedRow> read(Map<String, String> typed) {
        var numbers = numbers(typed);
        var rows = new ArrayList<TypedRow>();
        for (int at = 0; at < numbers.size(); at++) {
            int shown = at;
            Cells c = cells(typed, numbers.get(at));
            TypedRow.Place place = (column, message) -> new FieldError(
                    column.name().toLowerCase(Locale.ROOT) + "." + shown,
                    words.say("capital.row", shown + 1) + ": " + message);
            rows.add(new TypedRow(place, c.district(), c.source(), c.project(), c.commune(), c.work(), c.amount()));
        }
        return rows;
    }

    private static List<Integer> numbers(Map<String, String> typed) {
        return typed.keySet().stream()
                .filter(k -> k.matches("amount\\.\\d{1,4}"))
                .map(k -> Integer.parseInt(k.substring("amount.".length())))
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    private static Cells cells(Map<String, String> typed, int i) {
        return new Cells(
                typed.getOrDefault("district." + i, ""),
                typed.getOrDefault("source." + i, ""),
                typed.getOrDefault("project." + i, ""),
                typed.getOrDefault("commune." + i, ""),
                typed.getOrDefault("work." + i, ""),
                typed.getOrDefault("amount." + i, ""));
    }
}
