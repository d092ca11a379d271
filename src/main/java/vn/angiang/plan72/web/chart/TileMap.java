package vn.angiang.plan72.web.chart;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The eleven districts as tiles where they roughly lie on the map, north on top. Laid out by hand from the neighbourhoods
 * of the districts; says nothing about their size.
 */
public final class TileMap {

    private static final int TILE = 104;
    private static final int GAP = 6;
    private static final int CLASSES = 5;
    /** Code of the statistics office to column and row. */
    private static final Map<String, double[]> PLACES = Map.ofEntries(
            Map.entry("886", new double[] {1, 0}),
            Map.entry("887", new double[] {2, 0}),
            Map.entry("884", new double[] {1, 1}),
            Map.entry("888", new double[] {2, 1}),
            Map.entry("890", new double[] {0, 2}),
            Map.entry("889", new double[] {1, 2}),
            Map.entry("893", new double[] {3, 2}),
            Map.entry("891", new double[] {0, 3}),
            Map.entry("892", new double[] {1, 3}),
            Map.entry("883", new double[] {2, 3}),
            Map.entry("894", new double[] {1, 4}));

    private TileMap() {}

    /** @param code of the statistics office, three digits */
    public record Tile(String code, String name, @Nullable BigDecimal value) {}

    /** Draws the map; five classes of equal width, marked I to V and not by colour alone. */
    public static String draw(
            String id, String title, String description, String unit, String noFigure, List<Tile> tiles) {
        int width = 4 * (TILE + GAP) + 190;
        int height = 5 * (TILE + GAP);
        var svg = new Svg(id, width, height, title, description);
        double lowest = bound(tiles, true);
        double highest = bound(tiles, false);
        double step = Math.max((highest - lowest) / CLASSES, 1e-9);
        for (Tile tile : tiles) {
            double[] place = PLACES.get(tile.code);
            if (place != null) {
                double x = place[0] * (TILE + GAP);
                double y = place[1] * (TILE + GAP);
                int shade = tile.value == null ? 0 : classOf(tile.value.doubleValue(), lowest, step);
                svg.rect("p72-tile p72-tile--" + shade, x, y, TILE, TILE);
                String ink = shade >= 4 ? "p72-tile__text p72-tile__text--light" : "p72-tile__text";
                String[] lines = twoLines(tile.name);
                svg.text(ink, x + TILE / 2.0, y + 26, "middle", lines[0]);
                svg.text(ink, x + TILE / 2.0, y + 44, "middle", lines[1]);
                svg.text(ink + " p72-tile__value", x + TILE / 2.0, y + 74, "middle", Svg.number(tile.value));
                svg.text(ink, x + TILE / 2.0, y + 94, "middle", shade == 0 ? noFigure : roman(shade));
            }
        }
        legend(svg, unit, lowest, step);
        return svg.done();
    }

    private static double bound(List<Tile> tiles, boolean low) {
        var values = tiles.stream().map(Tile::value).filter(Objects::nonNull).mapToDouble(BigDecimal::doubleValue);
        return low ? values.min().orElse(0) : values.max().orElse(0);
    }

    private static int classOf(double value, double lowest, double step) {
        return Math.min(CLASSES, 1 + (int) Math.floor((value - lowest) / step));
    }

    private static void legend(Svg svg, String unit, double lowest, double step) {
        double x = 4 * (TILE + GAP) + 10.0;
        svg.text("p72-chart__unit", x, 16, "start", unit);
        for (int c = 1; c <= CLASSES; c++) {
            double y = 8 + c * 28.0;
            svg.rect("p72-tile p72-tile--" + c, x, y, 20, 20);
            BigDecimal from = BigDecimal.valueOf(lowest + (c - 1) * step);
            BigDecimal to = BigDecimal.valueOf(lowest + c * step);
            svg.text(
                    "p72-chart__tick",
                    x + 28,
                    y + 15,
                    "start",
                    roman(c) + ": " + Svg.number(from) + " – " + Svg.number(to));
        }
    }

    private static String roman(int shade) {
        return List.of("I", "II", "III", "IV", "V").get(shade - 1);
    }

    /** A name as two lines: the kind of unit and its own name. */
    private static String[] twoLines(String name) {
        for (String kind : List.of("Thành phố ", "Thị xã ", "Huyện ")) {
            if (name.startsWith(kind)) {
                return new String[] {kind.strip(), name.substring(kind.length())};
            }
        }
        return new String[] {name, ""};
    }
}
