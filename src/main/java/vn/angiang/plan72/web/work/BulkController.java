package vn.angiang.plan72.web.work;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
import vn.angiang.plan72.taskform.Forms;
import vn.angiang.plan72.worklist.OpenTask;
import vn.angiang.plan72.worklist.TaskDesk;

/**
 * One decision for several cases at the same step. The page lists exactly what it will hit; each task is checked and
 * completed in a transaction of its own, and each has its own result.
 */
@Controller
@RequestMapping("/viec/duyet-nhieu")
class BulkController {

    private static final int MOST = 100;

    private final TaskDesk desk;
    private final Forms forms;
    private final TaskPage page;
    private final CurrentActor currentActor;
    private final Words words;

    BulkController(TaskDesk desk, Forms forms, TaskPage page, CurrentActor currentActor, Words words) {
        this.desk = desk;
        this.forms = forms;
        this.page = page;
        this.currentActor = currentActor;
        this.words = words;
    }

    /** What became of one task; {@code refused} is null when it was done. */
    record Outcome(String taskId, String caseNumber, String title, String refused) {}

    @GetMapping
    ModelAndView ask(@RequestParam(name = "viec", defaultValue = "") List<String> taskIds, Model model) {
        return form(model, open(taskIds), Map.of(), List.of(), HttpStatus.OK);
    }

    @PostMapping
    ModelAndView decide(
            @RequestParam(name = "viec", defaultValue = "") List<String> taskIds,
            HttpServletRequest request,
            Model model) {
        Actor actor = currentActor.get();
        var tasks = open(taskIds);
        var raw = Sent.of(request).raw();
        var first = tasks.get(0);
        var check = forms.check(first.schema(), raw, first.context(), words.locale());
        if (!check.errors().isEmpty()) {
            return form(model, tasks, raw, check.errors(), HttpStatus.BAD_REQUEST);
        }
        var outcomes = new ArrayList<Outcome>();
        for (OpenTask task : tasks) {
            outcomes.add(complete(task, raw, actor));
        }
        model.addAttribute("outcomes", outcomes);
        model.addAttribute("name", first.item().taskName());
        model.addAttribute(
                "done", outcomes.stream().filter(o -> o.refused() == null).count());
        return new ModelAndView("work/bulk-done", model.asMap());
    }

    /** The fields again, after an answer on which others depend; decides nothing. */
    @PostMapping("/bieu-mau")
    ModelAndView fields(
            @RequestParam(name = "viec", defaultValue = "") List<String> taskIds,
            HttpServletRequest request,
            Model model) {
        form(model, open(taskIds), Sent.of(request).raw(), List.of(), HttpStatus.OK);
        model.addAttribute("files", Map.of());
        return new ModelAndView("components/form :: fields(form=${form},files=${files})", model.asMap());
    }

    private Outcome complete(OpenTask task, Map<String, List<String>> raw, Actor actor) {
        String refused = null;
        try {
            desk.complete(
                    task.item().taskId(),
                    new TaskDesk.Submission(raw, task.file().revision(), words.locale()),
                    actor);
        } catch (Refusal.BadInput mistakes) {
            refused = mistakes.errors().get(0).message();
        } catch (Refusal refusal) {
            refused = words.say(refusal.messageKey(), refusal.arguments());
        }
        return new Outcome(
                task.item().taskId(), task.file().number(), task.file().title(), refused);
    }

    /** The tasks, when they are all at the same step of the same form. */
    private List<OpenTask> open(List<String> taskIds) {
        var ids = new LinkedHashSet<>(taskIds);
        ids.removeIf(String::isBlank);
        if (ids.isEmpty() || ids.size() > MOST) {
            throw new Refusal.BadInput("", words.say("work.bulk.count", MOST));
        }
        Actor actor = currentActor.get();
        var tasks = ids.stream().map(id -> desk.open(id, actor)).toList();
        var first = tasks.get(0).item();
        boolean same = tasks.stream()
                .map(OpenTask::item)
                .allMatch(i -> i.taskKey().equals(first.taskKey())
                        && i.formKey().equals(first.formKey())
                        && i.deploymentId().equals(first.deploymentId()));
        if (!same || !InboxController.BULK.contains(first.taskKey())) {
            throw new Refusal.BadInput("", words.say("work.bulk.same"));
        }
        return tasks;
    }

    private ModelAndView form(
            Model model,
            List<OpenTask> tasks,
            Map<String, List<String>> raw,
            List<FieldError> errors,
            HttpStatus status) {
        var first = tasks.get(0);
        model.addAttribute("tasks", tasks);
        model.addAttribute("name", first.item().taskName());
        model.addAttribute("form", forms.view(first.schema(), raw, first.context(), errors, words.locale()));
        model.addAttribute("errors", errors);
        model.addAttribute(
                "act", page.actOf(first.item().taskKey(), first.item().taskName()));
        return new ModelAndView("work/bulk", model.asMap(), status);
    }
}
