package vn.angiang.plan72.web.reporting;

import java.math.BigDecimal;
import java.util.Map;
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
import vn.angiang.plan72.reporting.Consolidation;
import vn.angiang.plan72.reporting.Corrections;
import vn.angiang.plan72.reporting.Figure;
import vn.angiang.plan72.reporting.Measure;
import vn.angiang.plan72.reporting.Period;
import vn.angiang.plan72.reporting.Periods;
import vn.angiang.plan72.shared.CurrentActor;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.taskform.TypedNumber;
import vn.angiang.plan72.web.work.Words;

/** Corrects one locked figure. */
@Controller
@RequestMapping("/bao-cao/ky/{code:[0-9A-Z-]{3,20}}/dinh-chinh")
class CorrectionController {

    private final Periods periods;
    private final Consolidation consolidation;
    private final Corrections corrections;
    private final Figures figures;
    private final CurrentActor currentActor;
    private final Words words;

    CorrectionController(
            Periods periods,
            Consolidation consolidation,
            Corrections corrections,
            Figures figures,
            CurrentActor currentActor,
            Words words) {
        this.periods = periods;
        this.consolidation = consolidation;
        this.corrections = corrections;
        this.figures = figures;
        this.currentActor = currentActor;
        this.words = words;
    }

    @GetMapping
    String form(
            @PathVariable String code,
            @RequestParam("don-vi") String unit,
            @RequestParam("chi-tieu") String indicator,
            Model model) {
        requireCorrector();
        fill(periods.byCode(code), unit, indicator, Map.of(), model);
        return "reporting/correction";
    }

    @PostMapping
    ModelAndView correct(
            @PathVariable String code,
            @RequestParam("don-vi") String unit,
            @RequestParam("chi-tieu") String indicator,
            @RequestParam Map<String, String> typed,
            Model model,
            RedirectAttributes flash) {
        requireCorrector();
        Measure m = figures.measure(indicator);
        try {
            var value = m.isRatio()
                    ? Figure.Value.ratio(number(typed.get("numerator"), m), number(typed.get("denominator"), m))
                    : Figure.Value.of(number(typed.get("value"), m));
            int made = corrections.correct(
                    code, unit, indicator, value, typed.getOrDefault("reason", ""), currentActor.get());
            flash.addFlashAttribute("notice", words.say("reporting.correction.done", made));
            return new ModelAndView("redirect:/bao-cao/ky/" + code + "/tong-hop/" + indicator);
        } catch (Refusal.BadInput refused) {
            fill(periods.byCode(code), unit, indicator, typed, model);
            model.addAttribute("errors", refused.errors());
            return new ModelAndView("reporting/correction", model.asMap(), HttpStatus.BAD_REQUEST);
        }
    }

    private @Nullable BigDecimal number(@Nullable String typed, Measure m) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        String key = m.decimals() == 0 ? "reporting.check.notNumber" : "reporting.check.notDecimal";
        return TypedNumber.read(typed, m.decimals())
                .orElseThrow(() -> new Refusal.BadInput("value", words.say(key, figures.name(m.code()))));
    }

    private void fill(Period period, String unit, String indicator, Map<String, String> typed, Model model) {
        model.addAttribute("period", period);
        model.addAttribute("unit", unit);
        model.addAttribute("measure", figures.measure(indicator));
        model.addAttribute("typed", typed);
        model.addAttribute(
                "before",
                consolidation.shares(period, indicator).stream()
                        .filter(s -> s.report().unit().equals(unit))
                        .findFirst()
                        .orElseThrow(() -> new Refusal.NotFound("reporting.correction.noReport"))
                        .figure()
                        .value());
    }

    private void requireCorrector() {
        if (!corrections.may(currentActor.get())) {
            throw new Refusal.Forbidden("reporting.correction.notYours");
        }
    }
}
