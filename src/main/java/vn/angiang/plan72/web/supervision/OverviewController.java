package vn.angiang.plan72.web.supervision;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;
import vn.angiang.plan72.process.DeployedModels;
import vn.angiang.plan72.shared.CurrentActor;
import vn.angiang.plan72.supervision.DigestLetter;
import vn.angiang.plan72.supervision.Overview;
import vn.angiang.plan72.supervision.OverviewFilter;
import vn.angiang.plan72.web.Unchanged;
import vn.angiang.plan72.web.chart.LineChart;
import vn.angiang.plan72.web.work.Words;

/** Toàn cảnh: one page on which a leader sees whom to call. */
@Controller
class OverviewController {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM/yyyy");

    private final Overview overview;
    private final OverviewSheet sheet;
    private final DigestLetter digest;
    private final DeployedModels models;
    private final CurrentActor currentActor;
    private final Words words;

    OverviewController(
            Overview overview,
            OverviewSheet sheet,
            DigestLetter digest,
            DeployedModels models,
            CurrentActor currentActor,
            Words words) {
        this.overview = overview;
        this.sheet = sheet;
        this.digest = digest;
        this.models = models;
        this.currentActor = currentActor;
        this.words = words;
    }

    private static OverviewFilter filter(String year, String process, String level, String order) {
        return new OverviewFilter(year.matches("20\\d\\d") ? Integer.valueOf(year) : null, process, level, order);
    }

    @GetMapping("/toan-canh")
    String show(
            @RequestParam(name = "nam", defaultValue = "") String year,
            @RequestParam(name = "quy-trinh", defaultValue = "") String process,
            @RequestParam(name = "cap", defaultValue = "") String level,
            @RequestParam(name = "sap-xep", defaultValue = "") String order,
            WebRequest request,
            Model model) {
        var filter = filter(year, process, level, order);
        var actor = currentActor.get();
        fill(model, filter, overview.of(filter, actor), request);
        model.addAttribute("orders", OverviewFilter.ORDERS);
        model.addAttribute("levels", overview.levels(actor));
        model.addAttribute("processes", models.processNames());
        return "supervision/overview";
    }

    private void fill(Model model, OverviewFilter filter, Overview.View view, WebRequest request) {
        model.addAttribute("filter", filter);
        model.addAttribute("view", view);
        model.addAttribute("heat", HeatTable.rows(view, filter, words, request.getContextPath()));
        model.addAttribute("trend", view.months().isEmpty() ? null : trend(view.months()));
    }

    /** The board alone, asked for again while the page is looked at; 304 when nothing changed. */
    @GetMapping("/toan-canh/bang")
    @Nullable
    String board(
            @RequestParam(name = "nam", defaultValue = "") String year,
            @RequestParam(name = "quy-trinh", defaultValue = "") String process,
            @RequestParam(name = "cap", defaultValue = "") String level,
            @RequestParam(name = "sap-xep", defaultValue = "") String order,
            WebRequest request,
            HttpServletResponse response,
            Model model) {
        var filter = filter(year, process, level, order);
        var view = overview.of(filter, currentActor.get());
        if (Unchanged.since(view, request, response)) {
            return null;
        }
        fill(model, filter, view, request);
        return "supervision/overview :: board";
    }

    /** The same lines and table as on the page. */
    @GetMapping("/toan-canh.xlsx")
    void xlsx(
            @RequestParam(name = "nam", defaultValue = "") String year,
            @RequestParam(name = "quy-trinh", defaultValue = "") String process,
            @RequestParam(name = "cap", defaultValue = "") String level,
            @RequestParam(name = "sap-xep", defaultValue = "") String order,
            HttpServletResponse response)
            throws IOException {
        var view = overview.of(filter(year, process, level, order), currentActor.get());
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader("Content-Disposition", "attachment; filename=\"toan-canh.xlsx\"");
        sheet.write(view, response.getOutputStream());
    }

    /** The board on paper, as it goes out every week. */
    @GetMapping("/toan-canh.pdf")
    void pdf(HttpServletResponse response) throws IOException {
        response.setContentType("application/pdf");
        response.setHeader("Content-Disposition", "attachment; filename=\"toan-canh.pdf\"");
        response.getOutputStream().write(digest.pdf(currentActor.get()));
    }

    /** The chart of the on-time rate with its table. */
    record Trend(String caption, String svg, List<String> headings, List<List<String>> rows) {}

    private Trend trend(List<Overview.MonthLine> months) {
        String caption = words.say("overview.trend");
        String svg = LineChart.draw(
                "theo-thang",
                caption,
                words.say(
                        "overview.trend.says",
                        months.get(0).percent(),
                        months.get(months.size() - 1).percent()),
                "%",
                months.stream()
                        .map(m -> new LineChart.Point(MONTH.format(m.month()), BigDecimal.valueOf(m.percent())))
                        .toList(),
                null);
        var headings = List.of(
                words.say("overview.month"),
                words.say("overview.doneOnTime"),
                words.say("overview.doneLate"),
                words.say("overview.failed"),
                words.say("overview.onTime"));
        var rows = months.stream()
                .map(m -> List.of(
                        MONTH.format(m.month()),
                        String.valueOf(m.onTime()),
                        String.valueOf(m.late()),
                        String.valueOf(m.failed()),
                        m.percent() + "%"))
                .toList();
        return new Trend(caption, svg, headings, rows);
    }
}
