package vn.angiang.plan72.web.work;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.CurrentActor;
import vn.angiang.plan72.shared.FieldError;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.worklist.Handover;
import vn.angiang.plan72.worklist.WorkItem;

/**
 * Giao lại việc, one or all of one person: choose, look at exactly what goes to whom, confirm; each task in a transaction
 * of its own with its own result.
 */
@Controller
@RequestMapping("/viec/giao-lai")
class HandoverController {

    private final Handover handover;
    private final CurrentActor currentActor;
    private final Words words;

    HandoverController(Handover handover, CurrentActor currentActor, Words words) {
        this.handover = handover;
        this.currentActor = currentActor;
        this.words = words;
    }

    /**
     * What would become, or became, of one task.
     *
     * @param holder user name of who held it when it was looked at; empty for nobody
     * @param refused why not, or null
     */
    record Outcome(@Nullable WorkItem item, String taskId, String holder, @Nullable String refused) {}

    /** @param chosen {@code <task>~<holder>}, as the pages send them */
    @GetMapping
    ModelAndView choose(
            @RequestParam(name = "viec", defaultValue = "") List<String> chosen,
            @RequestParam(name = "tu", defaultValue = "") String holder,
            Model model) {
        Actor actor = currentActor.get();
        var ids = clean(chosen);
        var items = ids.isEmpty() && !holder.isBlank()
                ? handover.heldBy(holder, actor)
                : ids.stream().map(id -> handover.offered(taskOf(id), actor)).toList();
        if (ids.isEmpty() && !handover.leads(actor)) {
            throw new Refusal.Forbidden("worklist.handover.forbidden");
        }
        model.addAttribute("byPerson", ids.isEmpty());
        model.addAttribute("holder", holder);
        return page(model, items, new Typed("", ""), List.of(), HttpStatus.OK);
    }

    private record Typed(String to, String reason) {}

    private ModelAndView page(
            Model model, List<WorkItem> items, Typed typed, List<FieldError> errors, HttpStatus status) {
        model.addAttribute("items", items);
        model.addAttribute("people", handover.colleagues(items));
        model.addAttribute("holders", handover.holders(currentActor.get()));
        model.addAttribute("to", typed.to());
        model.addAttribute("reason", typed.reason());
        model.addAttribute("errors", errors);
        return new ModelAndView("work/handover", model.asMap(), status);
    }

    @PostMapping
    ModelAndView look(
            @RequestParam(name = "viec", defaultValue = "") List<String> chosen,
            @RequestParam(name = "giao", defaultValue = "") String to,
            @RequestParam(name = "ly-do", defaultValue = "") String reason,
            Model model) {
        Actor actor = currentActor.get();
        var outcomes = new ArrayList<Outcome>();
        for (String id : counted(chosen)) {
            try {
                outcomes.add(outcome(id, handover.look(wish(id, to, reason), actor), null));
            } catch (Refusal.BadInput mistakes) {
                var items = counted(chosen).stream()
                        .map(c -> handover.offered(taskOf(c), actor))
                        .toList();
                model.addAttribute("byPerson", false);
                model.addAttribute("holder", "");
                return page(model, items, new Typed(to, reason), mistakes.errors(), HttpStatus.BAD_REQUEST);
            } catch (Refusal.Conflict no) {
                outcomes.add(outcome(id, known(id, actor), no));
            }
        }
        model.addAttribute(
                "will", outcomes.stream().filter(o -> o.refused() == null).toList());
        model.addAttribute(
                "wont", outcomes.stream().filter(o -> o.refused() != null).toList());
        model.addAttribute("to", to);
        model.addAttribute("reason", reason);
        return new ModelAndView("work/handover-check", model.asMap());
    }

    @PostMapping("/xac-nhan")
    ModelAndView hand(
            @RequestParam(name = "viec", defaultValue = "") List<String> chosen,
            @RequestParam(name = "giao", defaultValue = "") String to,
            @RequestParam(name = "ly-do", defaultValue = "") String reason,
            Model model) {
        Actor actor = currentActor.get();
        var outcomes = new ArrayList<Outcome>();
        for (String id : counted(chosen)) {
            try {
                outcomes.add(outcome(id, handover.hand(wish(id, to, reason), actor), null));
            } catch (Refusal no) {
                outcomes.add(outcome(id, known(id, actor), no));
            }
        }
        long done = outcomes.stream().filter(o -> o.refused() == null).count();
        model.addAttribute("outcomes", outcomes);
        model.addAttribute("done", done);
        model.addAttribute("to", to);
        return new ModelAndView("work/handover-done", model.asMap(), done == 0 ? HttpStatus.CONFLICT : HttpStatus.OK);
    }

    private Outcome outcome(String id, @Nullable WorkItem item, @Nullable Refusal no) {
        String refused = null;
        if (no instanceof Refusal.BadInput mistakes) {
            refused = mistakes.errors().get(0).message();
        } else if (no != null) {
            refused = words.say(no.messageKey(), no.arguments());
        }
        return new Outcome(item, taskOf(id), holderOf(id), refused);
    }

    /** The task, to name it beside the reason why it stays; null when it is over or not this person's to know. */
    private @Nullable WorkItem known(String id, Actor actor) {
        try {
            return handover.offered(taskOf(id), actor);
        } catch (Refusal unknown) {
            return null;
        }
    }

    private static Handover.Wish wish(String id, String to, String reason) {
        String holder = holderOf(id);
        return new Handover.Wish(taskOf(id), holder.isEmpty() ? null : holder, to, reason);
    }

    private static String taskOf(String id) {
        int at = id.indexOf('~');
        return at < 0 ? id : id.substring(0, at);
    }

    private static String holderOf(String id) {
        int at = id.indexOf('~');
        return at < 0 ? "" : id.substring(at + 1);
    }

    private static List<String> clean(List<String> chosen) {
        return chosen.stream().filter(c -> !c.isBlank()).distinct().toList();
    }

    private List<String> counted(List<String> chosen) {
        var ids = clean(chosen);
        if (ids.isEmpty() || ids.size() > Handover.MOST) {
            throw new Refusal.BadInput("viec", words.say("work.handover.count", Handover.MOST));
        }
        return ids;
    }
}
