package vn.angiang.plan72.web.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.angiang.plan72.web.chart.ChartSample.*;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.templateresolver.StringTemplateResolver;

/** The fragment around a chart, and colours that can be read; writes target/charts.html for looking at. */
class ChartPageTests {

    private static final Path STYLES = Path.of("src/main/resources/static/css/plan72.css");
    private static final Locale VI = Locale.forLanguageTag("vi");

    @Test
    void theFragmentShowsTheChartAndItsTable() {
        var table = new DataTable("b", List.of("Đơn vị", "<Giá trị>", "Nhóm"), List.of(List.of("A & B", "1,5", "I")));
        String html = figure("<svg id=\"x\"></svg>", table, "Tỷ lệ <hộ> nghèo");

        assertThat(html)
                .contains("<figcaption>Tỷ lệ &lt;hộ&gt; nghèo</figcaption>")
                .contains("<svg id=\"x\"></svg>")
                .contains("<summary>Xem số liệu dạng bảng</summary>")
                .contains(">&lt;Giá trị&gt;</th>")
                .contains("<th scope=\"row\">A &amp; B</th>")
                .contains("<td class=\"p72-number\">1,5</td><td class=\"p72-number\">I</td>");
        assertThat(html.split("<figure", -1)).as("one figure").hasSize(2);
    }

    @Test
    void theFragmentOfListsShowsTheSame() {
        var table = TileMap.table("Bản đồ", "%", tiles(), VIETNAMESE);
        String lists = rendered(
                "chart(${caption}, ${svg}, ${table.headings}, ${table.rows})",
                Map.of("caption", "c", "svg", "<svg></svg>", "table", table));

        assertThat(lists).isEqualTo(figure("<svg></svg>", table, "c"));
    }

    @Test
    void everyTextOnATileCanBeReadOnItsColour() throws IOException {
        String css = Files.readString(STYLES);
        for (int c = 1; c <= 5; c++) {
            String ground = first(css, "p72-tile--" + c + " \\{ fill: (#[0-9a-f]{6})");
            String ink = first(css, "p72-tile__text--" + c + "[^{]*\\{ fill: (#[0-9a-f]{6})");
            assertThat(contrast(ground, ink)).as("class %d", c).isGreaterThanOrEqualTo(4.5);
        }
        String stripe = first(css, "p72-tile__stripe \\{ fill: (#[0-9a-f]{6})");
        assertThat(contrast(stripe, "#10202c")).as("hatched").isGreaterThanOrEqualTo(4.5);
    }

    @Test
    void classesGrowDarkerSoThatTheyReadInBlackAndWhite() throws IOException {
        String css = Files.readString(STYLES);
        var light = IntStream.rangeClosed(1, 5)
                .mapToObj(c -> luminance(first(css, "p72-tile--" + c + " \\{ fill: (#[0-9a-f]{6})")))
                .toList();

        for (int i = 1; i < light.size(); i++) {
            assertThat((light.get(i - 1) + 0.05) / (light.get(i) + 0.05))
                    .as("step %d", i)
                    .isGreaterThan(1.2);
        }
    }

    @Test
    void aPageWithEverythingIsWrittenForLookingAt() throws IOException {
        var long20 = IntStream.rangeClosed(1, 20)
                .mapToObj(i -> point("Q" + (i % 4 + 1) + "/" + (2015 + i / 4), i == 7 ? null : 9 - i * 0.3 + ""))
                .toList();
        var gaps = new ArrayList<>(tiles());
        gaps.set(4, new TileMap.Tile("889", "Châu Phú", null, "/x"));
        gaps.set(0, new TileMap.Tile("891", "Tri Tôn", new BigDecimal("18.51"), "/y"));
        var compared = new LineChart.Target("Toàn tỉnh 6,75", new BigDecimal("6.75"));
        var official = new ArrayList<BarChart.Bar>();
        bars("").forEach(b -> official.add(new BarChart.Bar("Huyện " + b.name(), b.value())));
        official.set(3, new BarChart.Bar("Thành phố Long Xuyên", null));
        String body = figure(
                        LineChart.draw("l", "Tỷ lệ hộ nghèo toàn tỉnh", "%", PROVINCE, GOALS, VIETNAMESE),
                        LineChart.table("Tỷ lệ", "%", PROVINCE, GOALS, VIETNAMESE),
                        "Tỷ lệ hộ nghèo toàn tỉnh")
                + figure(
                        BarChart.draw("b", "Theo huyện", "%", bars("Châu Phú"), compared, VIETNAMESE),
                        BarChart.table("Theo huyện", "%", bars("Châu Phú"), VIETNAMESE),
                        "Tỷ lệ hộ nghèo theo huyện, cuối năm 2016")
                + figure(
                        TileMap.draw("m", "Bản đồ", "%", tiles(), VIETNAMESE),
                        TileMap.table("Bản đồ", "%", tiles(), VIETNAMESE),
                        "Bản đồ tỷ lệ hộ nghèo, cuối năm 2016")
                + figure(
                        LineChart.draw(
                                "l2",
                                "Dài",
                                "mô tả",
                                "%",
                                long20,
                                new LineChart.Target("Mục tiêu dưới 3 (2020)", new BigDecimal("3"))),
                        LineChart.table("Dài", "%", long20, List.of(), VIETNAMESE),
                        "Hai mươi kỳ")
                + figure(
                        BarChart.draw("b2", "Theo huyện", "mô tả", "hộ", official, compared),
                        BarChart.table("Theo huyện", "hộ", official, VIETNAMESE),
                        "Tên đầy đủ")
                + figure(
                        TileMap.draw("m2", "Map", "%", gaps, ENGLISH),
                        TileMap.table("Map", "%", gaps, ENGLISH),
                        "With links and a gap");
        Path page = Path.of("target/charts.html");
        Files.writeString(
                page,
                "<!DOCTYPE html><html lang=vi><meta charset=utf-8><meta name=viewport content='width=device-width'><title>c</title><style>"
                        + Files.readString(STYLES) + "</style><div class=p72-page><main>" + body
                        + "</main></div></html>");

        assertThat(page).content().contains("</html>").doesNotContain("??");
        assertThat(body.split("<svg ", -1)).hasSize(7);
    }

    private static String figure(String svg, DataTable table, String caption) {
        return rendered(
                "withTable(${svg}, ${table}, ${caption})", Map.of("svg", svg, "table", table, "caption", caption));
    }

    private static String rendered(String fragment, Map<String, Object> model) {
        var files = new ClassLoaderTemplateResolver();
        files.setPrefix("templates/");
        files.setSuffix(".html");
        files.setCharacterEncoding("UTF-8");
        files.setResolvablePatterns(Set.of("parts/*"));
        var texts = new StringTemplateResolver();
        texts.setOrder(2);
        files.setOrder(1);
        var source = new StaticMessageSource();
        source.addMessage("chart.table", VI, "Xem số liệu dạng bảng");
        var engine = new SpringTemplateEngine();
        engine.addTemplateResolver(files);
        engine.addTemplateResolver(texts);
        engine.setTemplateEngineMessageSource(source);
        return engine.process(
                "<th:block th:replace=\"~{parts/chart :: " + fragment + "}\"></th:block>", new Context(VI, model));
    }

    private static String first(String css, String pattern) {
        var found = Pattern.compile(pattern).matcher(css);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
    }

    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String colour) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            double c = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            sum += weights[i] * (c <= 0.03928 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4));
        }
        return sum;
    }
}
