package vn.angiang.plan72.web.reporting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.angiang.plan72.casefile.CaseAccess;
import vn.angiang.plan72.reporting.Completeness;
import vn.angiang.plan72.reporting.Measures;
import vn.angiang.plan72.reporting.Periods;
import vn.angiang.plan72.shared.CurrentActor;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.taskform.TypedDate;
import vn.angiang.plan72.web.work.Words;

/** The periods of a year and who has reported. */
@Controller
@RequestMapping("/bao-cao")
class ReportController {

    private final Periods periods;
    private final Completeness completeness;
    private final Measures measures;
    private final CaseAccess access;
    private final CurrentActor currentActor;
    private final Words words;
    private final Clock clock;

    ReportController(
            Periods periods,
            Completeness completeness,
            Measures measures,
            CaseAccess access,
            CurrentActor currentActor,
            Words words,
            Clock clock) {
        this.periods = periods;
        this.completeness = completeness;
        this.measures = measures;
        this.access = access;
        this.currentActor = currentActor;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping
    String board(
            @RequestParam(name = "nam", required = false) @Nullable Integer year,
            @RequestParam(name = "xa", defaultValue = "false") boolean communes,
            Model model) {
        fill(year, communes, model);
        return "reporting/board";
    }

    private void fill(@Nullable Integer wanted, boolean communes, Model model) {
        int year = wanted == null
                ? Math.max(2016, Math.min(2020, LocalDate.now(clock).getYear()))
                : wanted;
        var actor = currentActor.get();
        model.addAttribute("year", year);
        model.addAttribute("years", IntStream.rangeClosed(2016, 2020).boxed().toList());
        model.addAttribute("communes", communes);
        model.addAttribute("board", completeness.board(year, communes, actor));
        model.addAttribute("keeper", periods.isKeeper(actor));
        model.addAttribute("overseer", access.scopeOf(actor).everything());
        model.addAttribute("measures", measures.all());
    }

    @PostMapping("/lap")
    String plan(
            @RequestParam(name = "nam") int year,
            @RequestParam(name = "xa", defaultValue = "false") boolean communes,
            RedirectAttributes flash) {
        int planned = periods.planYear(year, communes, currentActor.get());
        flash.addFlashAttribute("notice", words.say("reporting.plan.done", planned));
        return "redirect:/bao-cao?nam=" + year;
    }

    @PostMapping("/dot-xuat")
    ModelAndView adHoc(
            @RequestParam(name = "name", defaultValue = "") String name,
            @RequestParam(name = "dueOn", defaultValue = "") String dueOn,
            @RequestParam(name = "xa", defaultValue = "false") boolean communes,
            @RequestParam(name = "indicators", required = false) @Nullable Set<String> indicators,
            Model model) {
        try {
            LocalDate due = TypedDate.read(dueOn)
                    .orElseThrow(() -> new Refusal.BadInput("dueOn", words.say("reporting.adhoc.dueOn")));
            String code = periods.planAdHoc(
                    name, due, indicators == null ? Set.of() : new TreeSet<>(indicators), communes, currentActor.get());
            return new ModelAndView("redirect:/bao-cao/ky/" + code);
        } catch (Refusal.BadInput refused) {
            fill(null, false, model);
            model.addAttribute("errors", refused.errors());
            model.addAttribute("typedName", name);
            model.addAttribute("typedDue", dueOn);
            model.addAttribute("typedIndicators", indicators == null ? Set.of() : indicators);
            return new ModelAndView("reporting/board", model.asMap(), HttpStatus.BAD_REQUEST);
        }
    }

    /** From a case to the page its work is done on. */
    @GetMapping("/ho-so/{number}")
    String ofCase(@PathVariable String number) {
        access.requireVisible(number);
        return periods.all().stream()
                .filter(p -> p.caseNumber().equals(number))
                .findFirst()
                .map(p -> "redirect:/bao-cao/ky/" + p.code() + (p.isLocked() ? "/tong-hop" : ""))
                .orElse("redirect:/bao-cao/" + number + "/so-lieu");
    }
}
