package vn.angiang.plan72.web.work;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.angiang.plan72.casefile.CaseAccess;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.journal.FormSnapshots;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.worklist.Inbox;

/** The receipt for a task that was done; stays readable. */
@Controller
class ReceiptController {

    private final FormSnapshots snapshots;
    private final CaseAccess access;
    private final Cases cases;
    private final Inbox inbox;
    private final TaskPage page;

    ReceiptController(FormSnapshots snapshots, CaseAccess access, Cases cases, Inbox inbox, TaskPage page) {
        this.snapshots = snapshots;
        this.access = access;
        this.cases = cases;
        this.inbox = inbox;
        this.page = page;
    }

    @GetMapping("/viec/{taskId}/bien-nhan")
    String receipt(@PathVariable String taskId, Model model) {
        var snapshot = snapshots.ofTask(taskId).orElseThrow(() -> new Refusal.NotFound("worklist.task.notFound"));
        String number = snapshot.task().caseNumber();
        access.requireVisible(number);
        model.addAttribute("receipt", page.earlier(snapshot));
        model.addAttribute("file", cases.byNumber(number));
        model.addAttribute("waiting", inbox.ofCase(number));
        return "work/receipt";
    }
}
