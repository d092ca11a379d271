package vn.angiang.plan72.web.flow;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.angiang.plan72.casefile.CaseList;
import vn.angiang.plan72.casefile.CaseQuery;
import vn.angiang.plan72.flow.Flows;
import vn.angiang.plan72.process.DeployedModels;
import vn.angiang.plan72.process.StartableProcesses.Startable;
import vn.angiang.plan72.shared.CurrentActor;
import vn.angiang.plan72.shared.FieldError;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.taskform.TypedDate;
import vn.angiang.plan72.web.work.Words;

/** Which flows there are, and opening a case of one. */
@Controller
@RequestMapping("/quy-trinh-rieng")
class FlowController {

    private static final int MOST_SHOWN = 200;
    private static final int LONGEST_DUTY = 90;

    private final Flows flows;
    private final CaseList cases;
    private final DeployedModels models;
    private final CurrentActor currentActor;
    private final Words words;
    private final Clock clock;

    FlowController(
            Flows flows, CaseList cases, DeployedModels models, CurrentActor currentActor, Words words, Clock clock) {
        this.flows = flows;
        this.cases = cases;
        this.models = models;
        this.currentActor = currentActor;
        this.words = words;
        this.clock = clock;
    }

    /** What was typed into the form. */
    record Typed(String title, String unit, String year, String obligation, String dueOn) {
        Typed {
            title = title == null ? "" : title;
            unit = unit == null ? "" : unit.strip();
            year = year == null ? "" : year.strip();
            obligation = obligation == null ? "" : obligation.strip();
            dueOn = dueOn == null ? "" : dueOn.strip();
        }
    }

    @GetMapping
    String all(Model model) {
        model.addAttribute("flows", flows.startableBy(currentActor.get()));
        return "flow/list";
    }

    @GetMapping("/{key}")
    String one(@PathVariable String key, Model model) {
        fill(model, flows.byKey(key), new Typed("", "", String.valueOf(thisYear()), "", ""));
        return "flow/flow";
    }

    @GetMapping("/{key}/so-do.bpmn")
    ResponseEntity<String> diagram(@PathVariable String key) {
        return ResponseEntity.ok()
                .contentType(new MediaType("application", "xml", StandardCharsets.UTF_8))
                .body(models.diagram(flows.byKey(key).definitionId()));
    }

    @PostMapping("/{key}")
    ModelAndView open(@PathVariable String key, @ModelAttribute Typed typed, Model model, RedirectAttributes flash) {
        var process = flows.byKey(key);
        var errors = new ArrayList<FieldError>();
        LocalDate due = null;
        if (!typed.dueOn().isEmpty()) {
            due = TypedDate.read(typed.dueOn()).orElse(null);
            if (due == null) {
                errors.add(new FieldError("dueOn", words.say("flow.error.date")));
            }
        }
        int year = typed.year().matches("\\d{4}") ? Integer.parseInt(typed.year()) : 0;
        if (errors.isEmpty()) {
            try {
                String number = flows.start(
                        new Flows.Opening(
                                key,
                                typed.title(),
                                typed.unit(),
                                year,
                                typed.obligation().isEmpty() ? null : typed.obligation(),
                                due),
                        currentActor.get());
                flash.addFlashAttribute("notice", words.say("flow.opened", number));
                return new ModelAndView("redirect:/ho-so/" + number);
            } catch (Refusal.BadInput mistakes) {
                errors.addAll(mistakes.errors());
            }
        }
        fill(model, process, typed);
        model.addAttribute("errors", List.copyOf(errors));
        return new ModelAndView("flow/flow", model.asMap(), HttpStatus.BAD_REQUEST);
    }

    private void fill(Model model, Startable process, Typed typed) {
        var actor = currentActor.get();
        model.addAttribute("flow", process);
        model.addAttribute("typed", typed);
        var units = new LinkedHashMap<String, String>();
        flows.unitsFor(process, actor).forEach(u -> units.put(u.code(), u.name(words.locale())));
        model.addAttribute("units", units);
        var duties = new LinkedHashMap<String, String>();
        flows.obligationsOf(process.processKey())
                .forEach(o -> duties.put(o.id(), o.id() + " – " + shortened(o.paraphrase(words.locale()))));
        model.addAttribute("obligations", duties);
        model.addAttribute(
                "cases",
                cases.find(CaseQuery.all().withProcess(process.processKey()).withPage(0, MOST_SHOWN), actor)
                        .cases());
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_DUTY
                ? text
                : text.substring(0, LONGEST_DUTY - 1).strip() + "…";
    }

    private int thisYear() {
        return Math.max(2016, Math.min(2020, LocalDate.now(clock).getYear()));
    }
}
