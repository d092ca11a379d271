package vn.angiang.plan72.web.work;

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
import vn.angiang.plan72.assignment.Assignments;
import vn.angiang.plan72.casefile.CaseAccess;
import vn.angiang.plan72.casefile.CaseFile;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.flow.FlowControl;
import vn.angiang.plan72.shared.CurrentActor;
import vn.angiang.plan72.shared.FieldError;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.shared.Texts;

/** Acts of the assigner, each with its reason: suspend, resume, withdraw. */
@Controller
@RequestMapping("/ho-so/{number}/{act:tam-dung|tiep-tuc|thu-hoi}")
class AssignerActsController {

    private static final int LONGEST = 4000;

    private final CaseAccess access;
    private final Cases cases;
    private final Assignments assignments;
    private final FlowControl flows;
    private final CurrentActor currentActor;
    private final Words words;

    AssignerActsController(
            CaseAccess access,
            Cases cases,
            Assignments assignments,
            FlowControl flows,
            CurrentActor currentActor,
            Words words) {
        this.access = access;
        this.cases = cases;
        this.assignments = assignments;
        this.flows = flows;
        this.currentActor = currentActor;
        this.words = words;
    }

    @GetMapping
    ModelAndView ask(@PathVariable String number, @PathVariable String act, Model model) {
        return page(model, ours(number), act, "", List.of(), HttpStatus.OK);
    }

    private CaseFile ours(String number) {
        access.requireVisible(number);
        CaseFile file = cases.byNumber(number);
        boolean may = flows.isOurs(file)
                ? flows.mayControl(file, currentActor.get())
                : assignments.actsForAssigner(file, currentActor.get());
        if (!may) {
            throw new Refusal.Forbidden("assignment.onlyAssigner");
        }
        return file;
    }

    @PostMapping
    ModelAndView act(
            @PathVariable String number,
            @PathVariable String act,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            RedirectAttributes flash) {
        CaseFile file = ours(number);
        String clean = Texts.clean(reason);
        if (clean.isEmpty() || clean.codePointCount(0, clean.length()) > LONGEST) {
            String key = clean.isEmpty() ? "case.reason.empty" : "case.reason.tooLong";
            var errors = List.of(new FieldError("reason", words.say(key, LONGEST)));
            return page(model, file, act, reason, errors, HttpStatus.BAD_REQUEST);
        }
        var actor = currentActor.get();
        if (flows.isOurs(cases.byNumber(number))) {
            switch (act) {
                case "tam-dung" -> flows.suspend(number, clean, actor);
                case "tiep-tuc" -> flows.resume(number, clean, actor);
                default -> flows.withdraw(number, clean, actor);
            }
        } else {
            switch (act) {
                case "tam-dung" -> assignments.suspend(number, clean, actor);
                case "tiep-tuc" -> assignments.resume(number, clean, actor);
                default -> assignments.withdraw(number, clean, actor);
            }
        }
        flash.addFlashAttribute("notice", words.say("case.done." + act));
        return new ModelAndView("redirect:/ho-so/" + number);
    }

    private ModelAndView page(
            Model model, CaseFile file, String act, String reason, List<FieldError> errors, HttpStatus status) {
        model.addAttribute("file", file);
        model.addAttribute("act", act);
        model.addAttribute("reason", reason);
        model.addAttribute("errors", errors);
        return new ModelAndView("cases/assigner-act", model.asMap(), status);
    }
}
