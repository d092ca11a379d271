package vn.angiang.plan72.web.admin;

import java.util.List;
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
import vn.angiang.plan72.organization.People;
import vn.angiang.plan72.organization.Substitutions;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.CurrentActor;
import vn.angiang.plan72.shared.FieldError;
import vn.angiang.plan72.shared.Refusal;

/** Everybody names a deputy for the own absence; leaders for their unit, administrators for all. */
@Controller
@RequestMapping("/thay-the")
class SubstitutionController {

    private final Substitutions substitutions;
    private final SubstitutionView view;
    private final People people;
    private final CurrentActor currentActor;
    private final Input input;

    SubstitutionController(
            Substitutions substitutions, SubstitutionView view, People people, CurrentActor currentActor, Input input) {
        this.substitutions = substitutions;
        this.view = view;
        this.people = people;
        this.currentActor = currentActor;
        this.input = input;
    }

    @GetMapping
    String show(Model model) {
        view.fill(model, currentActor.get(), view.emptyForm(currentActor.get()));
        return "admin/substitutions";
    }

    @PostMapping
    Object create(
            @RequestParam(defaultValue = "") String absent,
            @RequestParam(defaultValue = "") String deputy,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(name = "process", required = false, defaultValue = "") List<String> processKeys,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            RedirectAttributes flash) {
        var form = new SubstitutionView.Form(absent, deputy, from, to, processKeys, reason);
        var actor = currentActor.get();
        try {
            var days = input.dates(List.of("from", "to"), List.of(from, to));
            var processes = view.processes();
            var known = processKeys.stream().filter(processes::containsKey).toList();
            substitutions.create(absent.strip(), deputy.strip(), days.get(0), days.get(1), known, reason, actor);
            flash.addFlashAttribute(
                    "notice",
                    input.say(
                            "admin.substitution.created",
                            people.nameOf(deputy.strip()),
                            people.nameOf(absent.strip()),
                            Input.shown(days.get(0)),
                            Input.shown(days.get(1))));
            return "redirect:/thay-the";
        } catch (Refusal.BadInput mistakes) {
            return again(model, actor, form, mistakes.errors(), HttpStatus.BAD_REQUEST);
        } catch (Refusal.Conflict taken) {
            var words = input.say(taken.messageKey(), taken.arguments());
            return again(model, actor, form, List.of(new FieldError("deputy", words)), HttpStatus.CONFLICT);
        }
    }

    private ModelAndView again(
            Model model, Actor actor, SubstitutionView.Form form, List<FieldError> errors, HttpStatus status) {
        view.fill(model, actor, form);
        model.addAttribute("errors", errors);
        return new ModelAndView("admin/substitutions", model.asMap(), status);
    }

    @PostMapping("/{id}/ket-thuc")
    String end(@PathVariable long id, RedirectAttributes flash) {
        var ended = substitutions.end(id, currentActor.get());
        flash.addFlashAttribute("notice", input.say("admin.substitution.ended", people.nameOf(ended.deputyUsername())));
        return "redirect:/thay-the";
    }
}
