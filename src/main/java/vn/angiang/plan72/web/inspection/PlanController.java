package vn.angiang.plan72.web.inspection;

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
import vn.angiang.plan72.inspection.InspectionPlans;
import vn.angiang.plan72.shared.CurrentActor;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.web.work.Words;
import vn.angiang.plan72.worklist.Inbox;

/** The inspection plan of a year. */
@Controller("inspectionPlanController")
@RequestMapping("/kiem-tra/ke-hoach")
class PlanController {

    private final InspectionPlans plans;
    private final Inbox inbox;
    private final CaseAccess access;
    private final CurrentActor currentActor;
    private final Words words;

    PlanController(InspectionPlans plans, Inbox inbox, CaseAccess access, CurrentActor currentActor, Words words) {
        this.plans = plans;
        this.inbox = inbox;
        this.access = access;
        this.currentActor = currentActor;
        this.words = words;
    }

    @PostMapping
    String open(@RequestParam(name = "nam", defaultValue = "0") int year) {
        plans.open(year, currentActor.get());
        return "redirect:/kiem-tra/ke-hoach/" + year;
    }

    @GetMapping("/{year:20\\d\\d}")
    String plan(@PathVariable int year, Model model) {
        fill(year, model);
        return "inspection/plan";
    }

    private void fill(int year, Model model) {
        if (!access.scopeOf(currentActor.get()).everything()) {
            throw new Refusal.Forbidden("inspection.onlyStandingAgency");
        }
        var plan = plans.year(year);
        model.addAttribute("plan", plan);
        model.addAttribute("items", plans.items(year));
        model.addAttribute("mayEdit", plans.mayEdit(plan, currentActor.get()));
        model.addAttribute(
                "mayStart", plan.state().equals("ADOPTED") && currentActor.get().has("officer", "SLDTBXH"));
        model.addAttribute("waiting", inbox.ofCase(plan.caseNumber()));
    }

    @PostMapping("/{year:20\\d\\d}/{id:\\d{1,18}}")
    ModelAndView change(
            @PathVariable int year,
            @PathVariable long id,
            @RequestParam(defaultValue = "KIEM_TRA") String kind,
            @RequestParam(defaultValue = "0") int month,
            @RequestParam(defaultValue = "") String scope,
            @RequestParam(defaultValue = "false") boolean included,
            @RequestParam(name = "p72-revision", defaultValue = "0") long revision,
            Model model,
            RedirectAttributes flash) {
        try {
            plans.change(id, kind, month, scope, included, revision, currentActor.get());
            flash.addFlashAttribute("notice", words.say("inspection.plan.saved"));
            return new ModelAndView("redirect:/kiem-tra/ke-hoach/" + year);
        } catch (Refusal.BadInput refused) {
            fill(year, model);
            model.addAttribute("errors", refused.errors());
            return new ModelAndView("inspection/plan", model.asMap(), HttpStatus.BAD_REQUEST);
        }
    }

    @PostMapping("/{year:20\\d\\d}/{id:\\d{1,18}}/mo")
    String start(@PathVariable int year, @PathVariable long id) {
        return "redirect:/kiem-tra/" + plans.openInspection(id, currentActor.get());
    }
}
