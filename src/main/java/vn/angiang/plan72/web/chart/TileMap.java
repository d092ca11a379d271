package vn.angiang.plan72.web.chart;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The eleven districts as tiles where they roughly lie on the map, north on top. Laid out by hand from the neighbourhoods
 * of the districts; says nothing about their size.
 */
public final class TileMap {

    private static final int WIDTH = 420;
    private static final int TILE_WIDTH = 114;
    private static final int TILE_HEIGHT = 84;
    private static final int GAP = 4;
    private static final int CLASSES = 5;
    private static final int MOST_LETTERS = 12;
    private static final List<String> MARKS = List.of("I", "II", "III", "IV", "V");
    private static final List<String> KINDS = List.of("Thành phố ", "Thị xã ", "Huyện ");

    /** Code of the statistics office to column and row; half columns as in a wall of bricks. */
    private static final Map<String, double[]> PLACES = Map.ofEntries(
            Map.entry("886", new double[] {0.5, 0}),
            Map.entry("887", new double[] {1.5, 0}),
            Map.entry("884", new double[] {1, 1}),
            Map.entry("888", new double[] {2, 1}),
            Map.entry("890", new double[] {0.5, 2}),
            Map.entry("889", new double[] {1.5, 2}),
            Map.entry("893", new double[] {2.5, 2}),
            Map.entry("891", new double[] {0, 3}),
            Map.entry("892", new double[] {1, 3}),
            Map.entry("883", new double[] {2, 3}),
            Map.entry("894", new double[] {1, 4}));

    private TileMap() {}

    /**
     * @param code of the statistics office, three digits; others are not on the map
     * @param name with or without the kind of unit
     * @param href a page of this site, or null
     */
    public record Tile(String code, String name, @Nullable BigDecimal value, @Nullable String href) {

        public Tile(String code, String name, @Nullable BigDecimal value) {
            this(code, name, value, null);
        }
    }

    /** Draws the map and describes it: how many districts, the highest and the lowest; five classes of one round width. */
    public static String draw(String id, String title, String unit, List<Tile> tiles, ChartWords words) {
        return drawn(
                id,
                title,
                describe(tiles, unit, words),
                words.say("chart.unit", unit),
                words.say("chart.none"),
                tiles,
                ClassNames.inWords(words));
    }

    /** Draws the map with a description at hand; its classes are written in signs. */
    public static String draw(
            String id, String title, String description, String unit, String noFigure, List<Tile> tiles) {
        return drawn(id, title, description, unit, noFigure, tiles, ClassNames.inSigns());
    }

    /** The same figures as a table, with the class of each. */
    public static DataTable table(String caption, String unit, List<Tile> tiles, ChartWords words) {
        var bounds = bounds(tiles);
        return new DataTable(
                caption,
                List.of(
                        words.say("chart.column.unit"),
                        words.say("chart.column.value", unit),
                        words.say("chart.column.class")),
                tiles.stream()
                        .map(t -> t.value == null
                                ? List.of(t.name, words.say("chart.none"), Numbers.NONE)
                                : List.of(t.name, Numbers.number(t.value), MARKS.get(classOf(t.value, bounds))))
                        .toList());
    }

    /** A sentence: how many, highest, lowest. */
    static String describe(List<Tile> tiles, String unit, ChartWords words) {
        return Extremes.of(tiles, Tile::name, Tile::value)
                .map(e -> words.say(
                        "chart.names.description", unit, e.count(), e.highName(), e.high(), e.lowName(), e.low()))
                .orElseGet(() -> words.say("chart.none"));
    }

    private static String drawn(
            String id,
            String title,
            String description,
            String unit,
            String none,
            List<Tile> tiles,
            ClassNames classes) {
        int map = 5 * (TILE_HEIGHT + GAP);
        boolean links = tiles.stream().anyMatch(t -> t.href != null);
        var svg = new Svg(id, "narrow", links ? "group" : "img", WIDTH, map + 122, title, description);
        svg.stripes("none", "p72-tile__paper", "p72-tile__stripe");
        var bounds = bounds(tiles);
        for (Tile tile : tiles) {
            if (PLACES.containsKey(tile.code)) {
                tile(svg, tile, bounds, none);
            }
        }
        legend(svg, map + 20, unit, none, bounds, classes);
        return svg.done();
    }

    private static void tile(Svg svg, Tile tile, List<BigDecimal> bounds, String none) {
        double[] place = Objects.requireNonNull(PLACES.get(tile.code));
        double x = 2 + place[0] * (TILE_WIDTH + GAP);
        double y = 2 + place[1] * (TILE_HEIGHT + GAP);
        double middle = x + TILE_WIDTH / 2.0;
        if (tile.href != null) {
            svg.link(tile.href, tile.name + ": " + (tile.value == null ? none : Numbers.number(tile.value)));
        }
        if (tile.value == null) {
            svg.filled("p72-tile", "none", x, y, TILE_WIDTH, TILE_HEIGHT);
            svg.text("p72-tile__text p72-tile__text--1 p72-tile__name", middle, y + 26, "middle", shortName(tile.name));
            String[] lines = halves(none);
            svg.text("p72-tile__text p72-tile__text--1", middle, y + 50, "middle", lines[0]);
            svg.text("p72-tile__text p72-tile__text--1", middle, y + 70, "middle", lines[1]);
        } else {
            int rank = classOf(tile.value, bounds);
            String ink = "p72-tile__text p72-tile__text--" + (rank + 1);
            svg.rect("p72-tile p72-tile--" + (rank + 1), x, y, TILE_WIDTH, TILE_HEIGHT);
            svg.text(ink + " p72-tile__name", middle, y + 26, "middle", shortName(tile.name));
            svg.text(ink + " p72-tile__value", middle, y + 52, "middle", Numbers.number(tile.value));
            svg.text(ink + " p72-tile__mark", middle, y + 74, "middle", MARKS.get(rank));
        }
        if (tile.href != null) {
            svg.unlink();
        }
    }

    /** Below the map in two columns: a box, its mark and what it stands for. */
    private static void legend(
            Svg svg, double y, String unit, String none, List<BigDecimal> bounds, ClassNames classes) {
        svg.text("p72-chart__unit", 2, y, "start", unit);
        for (int c = 0; c <= CLASSES; c++) {
            double x = 2 + (c / 3) * 206.0;
            double top = y + 12 + (c % 3) * 30;
            String said = none;
            if (c < CLASSES) {
                svg.rect("p72-tile p72-tile--" + (c + 1), x, top, 34, 24);
                svg.text("p72-tile__text p72-tile__text--" + (c + 1), x + 17, top + 18, "middle", MARKS.get(c));
                String from = Numbers.round(bounds.get(c));
                String to = Numbers.round(bounds.get(c + 1));
                said = c == 0
                        ? classes.first().of(to)
                        : c == CLASSES - 1
                                ? classes.last().of(from)
                                : classes.between().of(from, to);
            } else {
                svg.filled("p72-tile", "none", x, top, 34, 24);
            }
            svg.text("p72-chart__name", x + 42, top + 18, "start", said);
        }
    }

    private static List<BigDecimal> bounds(List<Tile> tiles) {
        var values = tiles.stream().map(Tile::value).filter(Objects::nonNull).toList();
        return Numbers.bounds(
                values.stream().min(Comparator.naturalOrder()).orElse(BigDecimal.ZERO),
                values.stream().max(Comparator.naturalOrder()).orElse(BigDecimal.ZERO),
                CLASSES);
    }

    /** From 0; a value on a bound belongs to the class above, the highest of all to the last. */
    private static int classOf(BigDecimal value, List<BigDecimal> bounds) {
        int rank = 0;
        while (rank < CLASSES - 1 && value.compareTo(bounds.get(rank + 1)) >= 0) {
            rank++;
        }
        return rank;
    }

    /** A text too long for a tile broken at the space nearest to its middle. */
    private static String[] halves(String text) {
        int best = text.length();
        if (best <= MOST_LETTERS) {
            return new String[] {text, ""};
        }
        for (int i = text.indexOf(' '); i >= 0; i = text.indexOf(' ', i + 1)) {
            best = Math.abs(2 * i - text.length()) < Math.abs(2 * best - text.length()) ? i : best;
        }
        return new String[] {text.substring(0, best), text.substring(best).strip()};
    }

    private static String shortName(String name) {
        for (String kind : KINDS) {
            if (name.startsWith(kind)) {
                return Svg.cut(name.substring(kind.length()), MOST_LETTERS);
            }
        }
        return Svg.cut(name, MOST_LETTERS);
    }
}
