package vn.angiang.plan72.web.chart;

import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Poverty rates at the end of 2016, and the words of the bundle, for tests and for looking at. */
final class ChartSample {

    static final ChartWords VIETNAMESE = words("messages-chart.properties");
    static final ChartWords ENGLISH = words("messages-chart_en.properties");
    static final List<String> CODES =
            List.of("891", "886", "890", "894", "889", "887", "892", "888", "893", "884", "883");
    static final List<String> NAMES = List.of(
            "Tri Tôn",
            "An Phú",
            "Tịnh Biên",
            "Thoại Sơn",
            "Châu Phú",
            "Tân Châu",
            "Châu Thành",
            "Phú Tân",
            "Chợ Mới",
            "Châu Đốc",
            "Long Xuyên");
    static final List<String> RATES =
            List.of("18.51", "14.80", "14.32", "5.99", "5.83", "5.57", "5.27", "5.23", "4.92", "1.37", "1.36");
    static final List<LineChart.Point> PROVINCE = List.of(
            point("2015", "8.45"),
            point("2016", "6.75"),
            point("2017", null),
            point("2018", null),
            point("2019", null));
    static final List<LineChart.Goal> GOALS = List.of(new LineChart.Goal("2020", new BigDecimal("3"), "dưới 3"));

    private ChartSample() {}

    static LineChart.Point point(String label, @Nullable String value) {
        return new LineChart.Point(label, value == null ? null : new BigDecimal(value));
    }

    static List<BarChart.Bar> bars(String highlighted) {
        return IntStream.range(0, CODES.size())
                .mapToObj(i -> new BarChart.Bar(
                        NAMES.get(i), new BigDecimal(RATES.get(i)), NAMES.get(i).equals(highlighted)))
                .toList();
    }

    static List<TileMap.Tile> tiles() {
        return IntStream.range(0, CODES.size())
                .mapToObj(i -> new TileMap.Tile(CODES.get(i), NAMES.get(i), new BigDecimal(RATES.get(i))))
                .toList();
    }

    private static ChartWords words(String file) {
        var properties = new Properties();
        try (Reader in = Files.newBufferedReader(Path.of("src/main/resources", file))) {
            properties.load(in);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return (key, arguments) -> {
            String pattern = properties.getProperty(key);
            if (pattern == null) {
                throw new IllegalArgumentException(key);
            }
            return new MessageFormat(pattern, Locale.ROOT).format(arguments);
        };
    }
}
