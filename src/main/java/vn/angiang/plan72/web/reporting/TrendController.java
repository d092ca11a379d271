package vn.angiang.plan72.web.reporting;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.angiang.plan72.reporting.Measure;
import vn.angiang.plan72.reporting.Measures;
import vn.angiang.plan72.reporting.Trends;
import vn.angiang.plan72.web.chart.BarChart;
import vn.angiang.plan72.web.chart.LineChart;
import vn.angiang.plan72.web.chart.TileMap;
import vn.angiang.plan72.web.work.Words;

/** An indicator over time, by district, and on the tile map. Only issued figures: everybody signed in may look. */
@Controller
class TrendController {

    private final Trends trends;
    private final Measures measures;
    private final Figures figures;
    private final Words words;

    TrendController(Trends trends, Measures measures, Figures figures, Words words) {
        this.trends = trends;
        this.measures = measures;
        this.figures = figures;
        this.words = words;
    }

    /** A chart with its table. */
    record Chart(String caption, String svg, List<String> headings, List<List<String>> rows) {}

    @GetMapping("/bao-cao/bieu-do")
    String show(@RequestParam(name = "chi-tieu", defaultValue = "POV_RATE") String code, Model model) {
        Measure measure = figures.measure(code);
        var points = trends.ofProvince(code);
        var districts = trends.byDistrict(code);
        model.addAttribute("measures", measures.all());
        model.addAttribute("measure", measure);
        model.addAttribute("line", points.isEmpty() ? null : line(measure, points));
        model.addAttribute("bars", districts.units().isEmpty() ? null : bars(measure, districts, latest(points)));
        model.addAttribute("map", districts.units().isEmpty() ? null : map(measure, districts));
        model.addAttribute("otherStandards", trends.byOtherStandard(code));
        model.addAttribute(
                "sources",
                points.stream()
                        .filter(Trends.Point::baseline)
                        .map(Trends.Point::source)
                        .distinct()
                        .toList());
        return "reporting/trend";
    }

    private Chart line(Measure m, List<Trends.Point> points) {
        String caption = words.say("reporting.trend.line", figures.name(m.code()));
        var values = points.stream().map(Trends.Point::value).toList();
        String svg = LineChart.draw(
                "qua-ky",
                caption,
                describe(values),
                figures.unit(m.code()),
                points.stream()
                        .map(p -> new LineChart.Point(p.label(), p.value()))
                        .toList(),
                target(m));
        var rows = points.stream()
                .map(p -> List.of(
                        p.baseline() ? p.label() + " (" + words.say("reporting.trend.baseline") + ")" : p.source(),
                        figures.number(p.value())))
                .toList();
        return new Chart(caption, svg, headings(m, "chart.period"), rows);
    }

    private LineChart.@Nullable Target target(Measure m) {
        return measures.target(m.code())
                .map(t -> new LineChart.Target(
                        words.say("chart.target", figures.number(t.below()), String.valueOf(t.year())), t.below()))
                .orElse(null);
    }

    private Chart bars(Measure m, Trends.ByDistrict districts, @Nullable BigDecimal province) {
        String caption = words.say("reporting.trend.bars", figures.name(m.code()), districts.label());
        var sorted = districts.units().stream()
                .sorted(Comparator.comparing(
                        Trends.OfUnit::value, Comparator.nullsLast(Comparator.<BigDecimal>reverseOrder())))
                .toList();
        var whole = province == null || !m.isRatio()
                ? null
                : new LineChart.Target(words.say("chart.province", figures.number(province)), province);
        String svg = BarChart.draw(
                "theo-huyen",
                caption,
                describe(sorted.stream().map(Trends.OfUnit::value).toList()),
                figures.unit(m.code()),
                sorted.stream()
                        .map(u -> new BarChart.Bar(words.unit(u.unit()), u.value()))
                        .toList(),
                whole);
        return new Chart(caption, svg, headings(m, "reporting.unit"), rows(sorted));
    }

    private Chart map(Measure m, Trends.ByDistrict districts) {
        String caption = words.say("reporting.trend.map", districts.label());
        String svg = TileMap.draw(
                "ban-do",
                caption,
                describe(districts.units().stream().map(Trends.OfUnit::value).toList()),
                figures.unit(m.code()),
                words.say("chart.noFigure"),
                districts.units().stream()
                        .map(u -> new TileMap.Tile(u.gsoCode(), words.unit(u.unit()), u.value()))
                        .toList());
        return new Chart(caption, svg, headings(m, "reporting.unit"), rows(districts.units()));
    }

    private List<List<String>> rows(List<Trends.OfUnit> districts) {
        return districts.stream()
                .map(u -> List.of(words.unit(u.unit()), figures.number(u.value())))
                .toList();
    }

    private List<String> headings(Measure m, String first) {
        return List.of(words.say(first), figures.name(m.code()) + " (" + figures.unit(m.code()) + ")");
    }

    private String describe(List<@Nullable BigDecimal> values) {
        var known = values.stream().filter(Objects::nonNull).toList();
        if (known.isEmpty()) {
            return words.say("reporting.trend.none");
        }
        return words.say(
                "chart.description",
                figures.number(known.get(0)),
                figures.number(known.get(known.size() - 1)),
                figures.number(known.stream().min(Comparator.naturalOrder()).orElseThrow()),
                figures.number(known.stream().max(Comparator.naturalOrder()).orElseThrow()));
    }

    private static @Nullable BigDecimal latest(List<Trends.Point> points) {
        return points.isEmpty() ? null : points.get(points.size() - 1).value();
    }
}
