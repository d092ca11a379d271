package vn.angiang.plan72.web.admin;

import java.time.Clock;
import java.time.LocalDate;
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
import vn.angiang.plan72.plan.Parameters;
import vn.angiang.plan72.shared.CurrentActor;
import vn.angiang.plan72.shared.Refusal;

/** Dated parameters: what holds today, what held before, a new value from a day on. */
@Controller
@RequestMapping("/quan-tri/tham-so")
class ParameterController {

    /** Values as typed. */
    record Form(String value, String validFrom) {}

    private final Parameters parameters;
    private final CurrentActor currentActor;
    private final Input input;
    private final Clock clock;

    ParameterController(Parameters parameters, CurrentActor currentActor, Input input, Clock clock) {
        this.parameters = parameters;
        this.currentActor = currentActor;
        this.input = input;
        this.clock = clock;
    }

    @GetMapping
    String list(Model model) {
        LocalDate today = LocalDate.now(clock);
        model.addAttribute(
                "parameters",
                parameters.all().stream().filter(p -> p.holdsOn(today)).toList());
        return "admin/parameters";
    }

    @GetMapping("/{key}")
    String show(@PathVariable String key, Model model) {
        fill(model, key, new Form("", Input.shown(LocalDate.now(clock))));
        return "admin/parameter";
    }

    @PostMapping("/{key}")
    Object change(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String value,
            @RequestParam(defaultValue = "") String validFrom,
            Model model,
            RedirectAttributes flash) {
        try {
            LocalDate from = input.date("validFrom", validFrom);
            parameters.change(key, value, from, currentActor.get());
            flash.addFlashAttribute("notice", input.say("admin.parameter.changed", key, Input.shown(from)));
            return "redirect:/quan-tri/tham-so/" + key;
        } catch (Refusal.BadInput mistakes) {
            fill(model, key, new Form(value, validFrom));
            model.addAttribute("errors", mistakes.errors());
            return new ModelAndView("admin/parameter", model.asMap(), HttpStatus.BAD_REQUEST);
        }
    }

    private void fill(Model model, String key, Form form) {
        var history = parameters.history(key);
        if (history.isEmpty()) {
            throw new Refusal.NotFound("refusal.parameter.notFound", key);
        }
        LocalDate today = LocalDate.now(clock);
        model.addAttribute("key", key);
        model.addAttribute("history", history);
        model.addAttribute(
                "current",
                history.stream().filter(p -> p.holdsOn(today)).findFirst().orElse(history.get(0)));
        model.addAttribute("today", today);
        model.addAttribute("form", form);
    }
}
