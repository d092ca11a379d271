package vn.angiang.plan72.web.supervision;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.angiang.plan72.casefile.CaseList;
import vn.angiang.plan72.plan.Obligations;
import vn.angiang.plan72.shared.CurrentActor;
import vn.angiang.plan72.shared.FieldError;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.supervision.BulkAct;
import vn.angiang.plan72.supervision.BulkJobs;
import vn.angiang.plan72.supervision.SupervisionActs;
import vn.angiang.plan72.taskform.TypedDate;
import vn.angiang.plan72.web.work.CaseFilter;
import vn.angiang.plan72.web.work.Words;

/** One act on all cases of a filter: choose, look at what would happen, confirm, follow, stop. */
@Controller
@RequestMapping("/ho-so/hang-loat")
class BulkActController {

    private static final String ID = "/{id:\\d{1,18}}";

    private final BulkJobs jobs;
    private final SupervisionActs acts;
    private final CaseList list;
    private final Obligations obligations;
    private final CurrentActor currentActor;
    private final Words words;

    BulkActController(
            BulkJobs jobs,
            SupervisionActs acts,
            CaseList list,
            Obligations obligations,
            CurrentActor currentActor,
            Words words) {
        this.jobs = jobs;
        this.acts = acts;
        this.list = list;
        this.obligations = obligations;
        this.currentActor = currentActor;
        this.words = words;
    }

    @GetMapping
    ModelAndView choose(@RequestParam Map<String, String> parameters, Model model) {
        return page(CaseFilter.of(parameters), parameters, List.of(), HttpStatus.OK, model);
    }

    private ModelAndView page(
            CaseFilter filter, Map<String, String> typed, List<FieldError> errors, HttpStatus status, Model model) {
        var actor = currentActor.get();
        if (!acts.mayUse(actor)) {
            throw new Refusal.Forbidden("bulk.forbidden");
        }
        model.addAttribute("filter", filter);
        model.addAttribute("total", list.count(filter.query(obligations.all()), actor, BulkJobs.MOST + 1));
        model.addAttribute("most", BulkJobs.MOST);
        model.addAttribute("acts", BulkAct.values());
        model.addAttribute("typed", typed);
        model.addAttribute("errors", errors);
        return new ModelAndView("supervision/bulk", model.asMap(), status);
    }

    @PostMapping
    ModelAndView preview(@RequestParam Map<String, String> parameters, Model model) {
        var filter = CaseFilter.of(parameters);
        try {
            long id = jobs.preview(filter.query(obligations.all()), order(parameters), currentActor.get());
            return new ModelAndView("redirect:/ho-so/hang-loat/" + id);
        } catch (Refusal.BadInput refused) {
            return page(filter, parameters, refused.errors(), HttpStatus.BAD_REQUEST, model);
        }
    }

    private SupervisionActs.Order order(Map<String, String> typed) {
        BulkAct act;
        try {
            act = BulkAct.valueOf(typed.getOrDefault("act", ""));
        } catch (IllegalArgumentException unknown) {
            throw new Refusal.BadInput("act", words.say("bulk.error.act"));
        }
        String due = typed.getOrDefault("due", "").strip();
        return new SupervisionActs.Order(
                act,
                typed.getOrDefault("reason", ""),
                due.isEmpty()
                        ? null
                        : TypedDate.read(due)
                                .orElseThrow(() -> new Refusal.BadInput("due", words.say("bulk.error.due"))));
    }

    @GetMapping(ID)
    String show(@PathVariable long id, Model model) {
        var actor = currentActor.get();
        model.addAttribute("job", jobs.of(id, actor));
        model.addAttribute("items", jobs.items(id, actor));
        return "supervision/bulk-job";
    }

    /** The progress alone, asked for while the job runs. */
    @GetMapping(ID + "/tien-do")
    String progress(@PathVariable long id, Model model) {
        model.addAttribute("job", jobs.of(id, currentActor.get()));
        return "supervision/bulk-job :: progress";
    }

    @PostMapping(ID + "/xac-nhan")
    String confirm(@PathVariable long id) {
        jobs.confirm(id, currentActor.get());
        return "redirect:/ho-so/hang-loat/" + id;
    }

    @PostMapping(ID + "/dung")
    String stop(@PathVariable long id) {
        jobs.stop(id, currentActor.get());
        return "redirect:/ho-so/hang-loat/" + id;
    }
}
