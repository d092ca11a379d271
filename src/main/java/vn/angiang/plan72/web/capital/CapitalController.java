package vn.angiang.plan72.web.capital;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.angiang.plan72.capital.CapitalOverview;
import vn.angiang.plan72.capital.CapitalOverview.By;
import vn.angiang.plan72.capital.CapitalWorkbook;
import vn.angiang.plan72.shared.CurrentActor;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.web.work.Words;

/** A year's capital: given, allocated, disbursed, settled; every sum can be opened down to its lines and cases. */
@Controller
@RequestMapping("/phan-bo-von")
class CapitalController {

    private static final Map<String, By> VIEWS = Map.of("huyen", By.DISTRICT, "nguon", By.SOURCE, "du-an", By.PROJECT);

    private final CapitalOverview overview;
    private final CapitalWorkbook workbook;
    private final CurrentActor currentActor;
    private final Words words;

    CapitalController(CapitalOverview overview, CapitalWorkbook workbook, CurrentActor currentActor, Words words) {
        this.overview = overview;
        this.workbook = workbook;
        this.currentActor = currentActor;
        this.words = words;
    }

    @GetMapping
    String overview(
            @RequestParam(defaultValue = "") String nam,
            @RequestParam(defaultValue = "huyen") String theo,
            @RequestParam(defaultValue = "") String ma,
            Model model) {
        var actor = currentActor.get();
        var years = overview.years();
        int year = year(nam, years);
        By by = VIEWS.get(theo);
        if (by == null) {
            throw new Refusal.NotFound("capital.ledger.unknown");
        }
        var rows = overview.rows(year, by, actor);
        model.addAttribute("years", years);
        model.addAttribute("year", year);
        model.addAttribute("theo", theo);
        model.addAttribute("views", List.of("huyen", "nguon", "du-an"));
        model.addAttribute("viewKeys", Map.of("huyen", "DISTRICT", "nguon", "SOURCE", "du-an", "PROJECT"));
        model.addAttribute("by", by.name());
        model.addAttribute("rows", rows);
        model.addAttribute(
                "total",
                rows.stream()
                        .reduce(
                                new CapitalOverview.Row("", "", 0, 0, 0, 0),
                                (a, b) -> a.plus(b.given(), b.allocated(), b.disbursed(), b.settled())));
        model.addAttribute("ma", ma);
        rows.stream().filter(r -> r.code().equals(ma)).findFirst().ifPresent(r -> {
            model.addAttribute("opened", r);
            model.addAttribute("parts", overview.behind(year, by, ma, actor));
        });
        return "capital/overview";
    }

    private int year(String typed, List<Integer> years) {
        if (typed.isEmpty()) {
            return years.isEmpty() ? words.today().getYear() : years.get(0);
        }
        if (!typed.matches("20\\d\\d")) {
            throw new Refusal.NotFound("capital.ledger.unknown");
        }
        return Integer.parseInt(typed);
    }

    @GetMapping("/bang.xlsx")
    void export(@RequestParam(defaultValue = "") String nam, HttpServletResponse response) throws IOException {
        int year = year(nam, overview.years());
        Downloads.workbook(response, "von-" + year);
        workbook.export(year, currentActor.get(), response.getOutputStream());
    }
}
