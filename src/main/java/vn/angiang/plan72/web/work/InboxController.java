package vn.angiang.plan72.web.work;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.CurrentActor;
import vn.angiang.plan72.shared.Texts;
import vn.angiang.plan72.web.Unchanged;
import vn.angiang.plan72.worklist.Handover;
import vn.angiang.plan72.worklist.Inbox;
import vn.angiang.plan72.worklist.InboxQuery;
import vn.angiang.plan72.worklist.TaskDesk;
import vn.angiang.plan72.worklist.WorkItem;

/** "Việc của tôi" and "Việc của đơn vị". */
@Controller
class InboxController {

    private static final int SIZE = 25;

    /** Steps a leader may decide for several cases at once. */
    static final Set<String> BULK = Set.of("UserTask_approvePlan", "UserTask_approveResult");

    private final Inbox inbox;
    private final TaskDesk desk;
    private final Handover handover;
    private final CurrentActor currentActor;
    private final Words words;

    InboxController(Inbox inbox, TaskDesk desk, Handover handover, CurrentActor currentActor, Words words) {
        this.inbox = inbox;
        this.desk = desk;
        this.handover = handover;
        this.currentActor = currentActor;
        this.words = words;
    }

    /** Filters as they stand in the address. */
    record Filter(String q, String han, String buoc, boolean trong) {}

    @GetMapping("/viec")
    String mine(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String han,
            @RequestParam(defaultValue = "") String buoc,
            @RequestParam(required = false) @Nullable String sau,
            Model model) {
        return list(InboxQuery.View.MINE, new Filter(q, han, buoc, false), sau, model);
    }

    @GetMapping("/viec/don-vi")
    String unit(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String han,
            @RequestParam(defaultValue = "") String buoc,
            @RequestParam(defaultValue = "false") boolean trong,
            @RequestParam(required = false) @Nullable String sau,
            Model model) {
        return list(InboxQuery.View.UNIT, new Filter(q, han, buoc, trong), sau, model);
    }

    private String list(InboxQuery.View view, Filter filter, @Nullable String after, Model model) {
        Actor actor = currentActor.get();
        var due =
                switch (filter.han()) {
                    case "qua" -> InboxQuery.Due.OVERDUE;
                    case "gan" -> InboxQuery.Due.NEAR;
                    default -> InboxQuery.Due.ANY;
                };
        String text = filter.q().length() > 200 ? filter.q().substring(0, 200) : filter.q();
        var page = inbox.page(new InboxQuery(view, text, null, filter.buoc(), due, filter.trong(), after, SIZE), actor);
        model.addAttribute("unitView", view == InboxQuery.View.UNIT);
        model.addAttribute("filter", filter);
        model.addAttribute(
                "filtered", !(Texts.searchKey(text) + filter.han() + filter.buoc()).isEmpty() || filter.trong());
        model.addAttribute("items", page.items());
        model.addAttribute("next", page.next());
        model.addAttribute("counts", inbox.counts(actor));
        model.addAttribute("mark", inbox.mark(actor));
        model.addAttribute("changed", false);
        model.addAttribute("limit", Inbox.COUNT_LIMIT);
        model.addAttribute("me", actor.username());
        model.addAttribute("leads", handover.leads(actor));
        model.addAttribute("bulk", bulk(page.items(), actor));
        return "work/inbox";
    }

    /** Says whether a list shown with a mark is still right; asked while the page is looked at, 304 as long as it is. */
    @GetMapping("/viec/thay-doi")
    @Nullable
    String changes(
            @RequestParam(name = "dau", defaultValue = "") String mark,
            @RequestParam(name = "don-vi", defaultValue = "false") boolean unitView,
            WebRequest request,
            HttpServletResponse response,
            Model model) {
        boolean changed = !inbox.mark(currentActor.get()).equals(mark);
        if (Unchanged.since(mark + changed, request, response)) {
            return null;
        }
        model.addAttribute("mark", mark);
        model.addAttribute("changed", changed);
        model.addAttribute("unitView", unitView);
        return "work/inbox :: changes";
    }

    /** Whether any row may be decided together with others. */
    private static boolean bulk(List<WorkItem> items, Actor actor) {
        return items.stream().filter(i -> mayBulk(i, actor)).count() > 1;
    }

    private static boolean mayBulk(WorkItem item, Actor actor) {
        return BULK.contains(item.taskKey()) && item.candidates().stream().anyMatch(actor.allGroups()::contains);
    }

    @PostMapping("/viec/{taskId}/nhan")
    String claim(@PathVariable String taskId, RedirectAttributes flash) {
        desk.claim(taskId, currentActor.get());
        flash.addFlashAttribute("notice", words.say("work.claimed"));
        return "redirect:/viec/{taskId}";
    }

    @PostMapping("/viec/{taskId}/tra")
    String release(@PathVariable String taskId, RedirectAttributes flash) {
        desk.release(taskId, currentActor.get());
        flash.addFlashAttribute("notice", words.say("work.released"));
        return "redirect:/viec/don-vi";
    }
}
