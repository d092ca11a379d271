package vn.angiang.plan72.web.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.angiang.plan72.web.chart.ChartSample.*;

import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** Charts: what is drawn, what is said of it, and that no name can break out of it. */
class ChartsTests {

    private static final List<String> HOSTILE = List.of(
            "</text></svg><script>alert(1)</script>",
            "\" onload=\"alert(1)",
            "a' b & c < d",
            "]]>\u0000\u0008",
            "x\uFFFE");

    @Test
    void theLineIsBrokenWhereThereIsNoFigure() throws Exception {
        var points = List.of(point("1", "4"), point("2", "5"), point("3", null), point("4", "6"), point("5", "7"));
        var svg = parsed(LineChart.draw("a", "t", "%", points, List.of(), VIETNAMESE));

        assertThat(paths(svg, "p72-chart__line")).singleElement().satisfies(d -> assertThat(
                        d.chars().filter(c -> c == 'M').count())
                .isEqualTo(2));
        assertThat(svg.getElementsByTagName("circle").getLength()).isEqualTo(4);
    }

    @Test
    void theDescriptionOfALineSaysFirstLastLowestHighestAndGoal() {
        assertThat(LineChart.describe(PROVINCE, GOALS, "%", VIETNAMESE))
                .isEqualTo("Đơn vị tính: %. Đầu kỳ (2015) 8,45; mới nhất (2016) 6,75; thấp nhất 6,75 (2016);"
                        + " cao nhất 8,45 (2015). Mục tiêu 2020: dưới 3.");
        assertThat(LineChart.describe(List.of(), List.of(), "%", ENGLISH)).isEqualTo("no figure yet");
    }

    @Test
    void theGoalIsADiamondAndADashedLineFromTheLatestFigure() throws Exception {
        var svg = parsed(LineChart.draw("a", "t", "%", PROVINCE, GOALS, VIETNAMESE));

        assertThat(paths(svg, "p72-chart__goal"))
                .as("in the legend and at 2020")
                .hasSize(2);
        assertThat(paths(svg, "p72-chart__target")).singleElement().asString().startsWith("M");
        assertThat(texts(svg)).contains("Thực hiện", "Mục tiêu", "dưới 3", "8,45", "6,75", "2020", "Đơn vị tính: %");
    }

    @Test
    void valuesAreWrittenOnlyWhileThereIsRoom() throws Exception {
        assertThat(values(12)).hasSize(12);
        assertThat(values(13)).isEmpty();
    }

    @Test
    void aTargetToStayBelowIsALevelLine() throws Exception {
        var target = new LineChart.Target("Mục tiêu dưới 3", new BigDecimal("3"));
        var svg = parsed(LineChart.draw("a", "t", "d", "%", PROVINCE, target));

        assertThat(texts(svg)).contains("Mục tiêu dưới 3");
        assertThat(svg.getElementsByTagName("desc").item(0).getTextContent()).isEqualTo("d");
    }

    @Test
    void anEmptyChartIsStillAPicture() throws Exception {
        assertThat(texts(parsed(LineChart.draw("a", "t", "%", List.of(), List.of(), VIETNAMESE))))
                .contains("0", "1");
        assertThat(parsed(BarChart.draw("a", "t", "%", List.of(), null, VIETNAMESE)))
                .isNotNull();
        assertThat(parsed(TileMap.draw("a", "t", "%", List.of(), VIETNAMESE))).isNotNull();
        assertThat(parsed(LineChart.draw("a", "t", "%", List.of(), GOALS, VIETNAMESE)))
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "0,0",
        "0,8.45",
        "0,5",
        "0,5.0001",
        "0,1",
        "-0.5,4.5",
        "-7,-3",
        "-0.1,5",
        "0,0.0007",
        "0,1234567",
        "-3,3"
    })
    void anAxisHasFourToSixRoundTicksAroundAllValues(BigDecimal lowest, BigDecimal highest) {
        var ticks = Numbers.ticks(lowest, highest);

        assertThat(ticks).hasSizeBetween(4, 6);
        assertThat(ticks.get(0)).isLessThanOrEqualTo(lowest.min(BigDecimal.ZERO));
        assertThat(ticks.get(ticks.size() - 1)).isGreaterThanOrEqualTo(highest);
        assertThat(ticks.stream().map(Numbers::round)).doesNotHaveDuplicates();
        assertThat(ticks.get(1)
                        .subtract(ticks.get(0))
                        .stripTrailingZeros()
                        .unscaledValue()
                        .toString())
                .isIn("1", "2", "5", "25");
    }

    @Test
    void longLabelsStayInsideTheChart() throws Exception {
        var points = List.of(point("12/2015", "8"), point("2017-DX1-BS", "7"));
        var svg = parsed(LineChart.draw("a", "t", "%", points, List.of(), VIETNAMESE));
        var last = elements(svg, "text").stream()
                .filter(t -> t.getTextContent().equals("2017-DX1-BS"))
                .findFirst()
                .orElseThrow();

        assertThat(Double.parseDouble(last.getAttribute("x")) + Svg.width("2017-DX1-BS") / 2)
                .isLessThan(420);
    }

    @Test
    void numbersAreWrittenAsInVietNam() {
        assertThat(Numbers.number(new BigDecimal("1234567.805"))).isEqualTo("1.234.567,81");
        assertThat(Numbers.number(new BigDecimal("14.80"))).isEqualTo("14,8");
        assertThat(Numbers.number(null)).isEqualTo("–");
        assertThat(Numbers.round(new BigDecimal("0.0025"))).isEqualTo("0,0025");
    }

    @Test
    void barsStandInTheOrderGivenAndOneIsStriped() throws Exception {
        var svg = parsed(BarChart.draw("b", "t", "%", bars("Tịnh Biên"), null, VIETNAMESE));

        assertThat(texts(svg).stream().filter(NAMES::contains)).containsExactlyElementsOf(NAMES);
        assertThat(fills(svg)).containsExactly("url(#b-highlight)");
        assertThat(texts(svg)).contains("18,51", "1,36");
    }

    @Test
    void longerBarsAreForHigherFigures() throws Exception {
        var svg = parsed(BarChart.draw("b", "t", "%", bars(""), null, VIETNAMESE));

        assertThat(widths(svg, "p72-chart__bar")).hasSize(11).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }

    @Test
    void theLineBarsAreComparedWithIsNamedAlsoInTheDescription() throws Exception {
        var target = new LineChart.Target("Toàn tỉnh 6,75", new BigDecimal("6.75"));

        assertThat(texts(parsed(BarChart.draw("b", "t", "%", bars(""), target, VIETNAMESE))))
                .contains("Toàn tỉnh 6,75");
        assertThat(BarChart.describe(bars(""), target, "%", VIETNAMESE))
                .isEqualTo("Đơn vị tính: %. Có số liệu của 11 đơn vị; cao nhất là Tri Tôn (18,51),"
                        + " thấp nhất là Long Xuyên (1,36). Đường so sánh: Toàn tỉnh 6,75.");
    }

    @Test
    void aBarBelowZeroGoesTheOtherWay() throws Exception {
        var bars = List.of(new BarChart.Bar("A", new BigDecimal("-2")), new BarChart.Bar("B", new BigDecimal("2")));
        var svg = parsed(BarChart.draw("b", "t", "%", bars, null, VIETNAMESE));

        var widths = widths(svg, "p72-chart__bar");
        assertThat(widths.get(0)).isGreaterThan(10).isEqualTo(widths.get(1));
    }

    @Test
    void allElevenDistrictsLieApartAndInsideTheMap() throws Exception {
        var svg = parsed(TileMap.draw("m", "t", "%", tiles(), VIETNAMESE));
        var places = svg.getElementsByTagName("rect");
        var seen = new ArrayList<double[]>();
        for (int i = 0; i < places.getLength(); i++) {
            var r = (Element) places.item(i);
            if ("114.0".equals(r.getAttribute("width"))) {
                seen.add(new double[] {Double.parseDouble(r.getAttribute("x")), Double.parseDouble(r.getAttribute("y"))
                });
            }
        }
        assertThat(seen).hasSize(11).allSatisfy(p -> assertThat(p[0]).isBetween(0.0, 306.0));
        for (int i = 0; i < seen.size(); i++) {
            for (int j = i + 1; j < seen.size(); j++) {
                double dx = Math.abs(seen.get(i)[0] - seen.get(j)[0]);
                double dy = Math.abs(seen.get(i)[1] - seen.get(j)[1]);
                assertThat(dx >= 114 || dy >= 84).as("%d and %d", i, j).isTrue();
            }
        }
    }

    @Test
    void everyTileCarriesItsClassAndTheLegendNamesThemAll() throws Exception {
        var texts = texts(parsed(TileMap.draw("m", "t", "%", tiles(), VIETNAMESE)));

        assertThat(texts).contains("dưới 4", "4 đến dưới 8", "từ 16 trở lên", "chưa có số liệu");
        assertThat(texts.stream().filter("I"::equals))
                .as("two tiles and the legend")
                .hasSize(3);
        assertThat(texts.stream().filter("II"::equals))
                .as("six tiles and the legend")
                .hasSize(7);
        assertThat(texts.stream().filter("V"::equals))
                .as("Tri Tôn and the legend")
                .hasSize(2);
    }

    @Test
    void aFigureOnABoundBelongsToTheClassAbove() {
        var tiles = List.of(
                new TileMap.Tile("886", "An Phú", BigDecimal.ZERO),
                new TileMap.Tile("887", "Tân Châu", new BigDecimal("4")),
                new TileMap.Tile("884", "Châu Đốc", new BigDecimal("20")));

        assertThat(TileMap.table("c", "%", tiles, VIETNAMESE).rows())
                .extracting(r -> r.get(2))
                .containsExactly("I", "II", "V");
    }

    @Test
    void aDistrictWithoutFigureIsHatched() throws Exception {
        var svg = parsed(TileMap.draw("m", "t", "%", List.of(new TileMap.Tile("886", "An Phú", null)), VIETNAMESE));

        assertThat(fills(svg)).as("tile and legend").containsExactly("url(#m-none)", "url(#m-none)");
        assertThat(TileMap.table("c", "%", List.of(new TileMap.Tile("886", "An Phú", null)), VIETNAMESE)
                        .rows())
                .containsExactly(List.of("An Phú", "chưa có số liệu", "–"));
    }

    @Test
    void aMapOfLinksIsAGroupWhoseLinksSayNameAndFigure() throws Exception {
        var tile = new TileMap.Tile("886", "An Phú", new BigDecimal("14.8"), "/bao-cao?a=1&b=2");
        var svg = parsed(TileMap.draw("m", "t", "%", List.of(tile), VIETNAMESE));
        var link = (Element) svg.getElementsByTagName("a").item(0);

        assertThat(svg.getDocumentElement().getAttribute("role")).isEqualTo("group");
        assertThat(link.getAttribute("href")).isEqualTo("/bao-cao?a=1&b=2");
        assertThat(link.getAttribute("aria-label")).isEqualTo("An Phú: 14,8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"javascript:alert(1)", "//evil.example/x", "https://evil.example", "/\\evil.example", "", " /x"})
    void aTileLinksOnlyToThisSite(String href) {
        var tiles = List.of(new TileMap.Tile("886", "An Phú", BigDecimal.ONE, href));

        assertThatThrownBy(() -> TileMap.draw("m", "t", "%", tiles, VIETNAMESE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void noNameBreaksOutOfTheChart() throws Exception {
        for (String evil : HOSTILE) {
            ChartWords words = (key, arguments) ->
                    evil + String.join(evil, List.of(arguments).toString());
            var target = new LineChart.Target(evil, BigDecimal.TEN);
            var points = List.of(new LineChart.Point(evil, BigDecimal.ONE), point("b", "2"));
            var goals = List.of(new LineChart.Goal(evil + "x", BigDecimal.TEN, evil));
            var bars = List.of(new BarChart.Bar(evil, BigDecimal.ONE, true), new BarChart.Bar(evil, null));
            var tiles = List.of(
                    new TileMap.Tile("886", evil, BigDecimal.ONE, "/" + evil.replace("\\", "")),
                    new TileMap.Tile(evil, evil, null));
            for (String svg : List.of(
                    LineChart.draw(evil, evil, evil, points, goals, words),
                    LineChart.draw(evil, evil, evil, evil, points, target),
                    BarChart.draw(evil, evil, evil, bars, target, words),
                    BarChart.draw(evil, evil, evil, evil, bars, target),
                    TileMap.draw(evil, evil, evil, tiles, words),
                    TileMap.draw(evil, evil, evil, evil, evil, tiles))) {
                var document = parsed(svg);
                assertThat(document.getElementsByTagName("script").getLength()).isZero();
                var all = document.getElementsByTagName("*");
                for (int i = 0; i < all.getLength(); i++) {
                    for (int a = 0; a < all.item(i).getAttributes().getLength(); a++) {
                        assertThat(all.item(i).getAttributes().item(a).getNodeName())
                                .doesNotStartWith("on")
                                .isNotEqualTo("style");
                    }
                }
            }
        }
    }

    @Test
    void everyChartIsNamedAndDescribed() throws Exception {
        for (String svg : List.of(
                LineChart.draw("l", "Tên", "%", PROVINCE, GOALS, ENGLISH),
                BarChart.draw("b", "Tên", "%", bars(""), null, ENGLISH),
                TileMap.draw("m", "Tên", "%", tiles(), ENGLISH))) {
            var root = parsed(svg).getDocumentElement();
            String[] ids = root.getAttribute("aria-labelledby").split(" ");
            assertThat(root.getAttribute("role")).isEqualTo("img");
            assertThat(svg).contains("<title id=\"" + ids[0] + "\">Tên</title>", "<desc id=\"" + ids[1] + "\">");
        }
    }

    @Test
    void theTableHasWhatTheChartHas() {
        assertThat(LineChart.table("c", "%", PROVINCE, GOALS, VIETNAMESE).rows())
                .contains(
                        List.of("2015", "8,45", "–"),
                        List.of("2017", "chưa có số liệu", "–"),
                        List.of("2020", "chưa có số liệu", "dưới 3"));
        assertThat(BarChart.table("c", "%", bars(""), ENGLISH).headings()).containsExactly("Unit", "Value (%)");
        assertThatThrownBy(() -> new DataTable("c", List.of("a", "b"), List.of(List.of("1"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<String> values(int count) throws Exception {
        var points = IntStream.range(0, count)
                .mapToObj(i -> point("k" + i, "1" + i + ".5"))
                .toList();
        return texts(parsed(LineChart.draw("a", "t", "%", points, List.of(), VIETNAMESE))).stream()
                .filter(t -> t.endsWith(",5"))
                .toList();
    }

    private static Document parsed(String svg) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    private static List<Element> elements(Document svg, String tag) {
        var found = svg.getElementsByTagName(tag);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    private static List<String> texts(Document svg) {
        return elements(svg, "text").stream().map(Element::getTextContent).toList();
    }

    private static List<String> paths(Document svg, String cssClass) {
        return elements(svg, "path").stream()
                .filter(p -> p.getAttribute("class").equals(cssClass))
                .map(p -> p.getAttribute("d"))
                .toList();
    }

    private static List<String> fills(Document svg) {
        return elements(svg, "rect").stream()
                .map(r -> r.getAttribute("fill"))
                .filter(f -> !f.isEmpty())
                .toList();
    }

    private static List<Double> widths(Document svg, String cssClass) {
        return elements(svg, "rect").stream()
                .filter(r -> r.getAttribute("class").equals(cssClass))
                .map(r -> Double.valueOf(r.getAttribute("width")))
                .toList();
    }
}
