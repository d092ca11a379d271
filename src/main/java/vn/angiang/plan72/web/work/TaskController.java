package vn.angiang.plan72.web.work;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import vn.angiang.plan72.document.UploadedParts;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.CurrentActor;
import vn.angiang.plan72.shared.FieldError;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.worklist.Drafts;
import vn.angiang.plan72.worklist.OpenTask;
import vn.angiang.plan72.worklist.TaskDesk;

/** One task: look, keep a draft, hand in. Whatever goes wrong, what was typed stays. */
@Controller
@RequestMapping("/viec/{taskId:[0-9a-f-]{36}}")
class TaskController {

    private final TaskDesk desk;
    private final Drafts drafts;
    private final UploadedParts uploads;
    private final TaskPage page;
    private final CurrentActor currentActor;
    private final Words words;

    TaskController(
            TaskDesk desk,
            Drafts drafts,
            UploadedParts uploads,
            TaskPage page,
            CurrentActor currentActor,
            Words words) {
        this.desk = desk;
        this.drafts = drafts;
        this.uploads = uploads;
        this.page = page;
        this.currentActor = currentActor;
        this.words = words;
    }

    @GetMapping
    ModelAndView show(@PathVariable String taskId, Model model) {
        Actor actor = currentActor.get();
        OpenTask task = desk.open(taskId, actor);
        var draft = drafts.find(taskId, actor.username());
        long revision = draft.map(Drafts.Draft::revision).orElse(task.file().revision());
        draft.ifPresent(d -> model.addAttribute("draftAt", d.savedAt()));
        page.fill(model, task, draft.map(Drafts.Draft::raw).orElse(Map.of()), revision, List.of(), actor);
        return new ModelAndView("work/task", model.asMap(), HttpStatus.OK);
    }

    /** Hands in; with {@code buoc=kiem-tra} only checks and shows the answers once more. */
    @PostMapping
    ModelAndView complete(@PathVariable String taskId, HttpServletRequest request, Model model) {
        Actor actor = currentActor.get();
        Sent sent = Sent.of(request);
        OpenTask task = openKeeping(taskId, sent, actor);
        var received = uploads.receive(
                task.schema().fileKeys(),
                sent.files(),
                sent.raw(),
                new UploadedParts.Place(task.item().caseNumber(), taskId),
                actor,
                words.locale());
        var raw = received.raw();
        if (!received.errors().isEmpty()) {
            return again(model, task, raw, sent.revision(), received.errors(), HttpStatus.BAD_REQUEST, actor);
        }
        var submission = new TaskDesk.Submission(raw, sent.revision(), words.locale());
        try {
            if (sent.isCheck()) {
                return page.check(model, task, submission, actor);
            }
            desk.complete(taskId, submission, actor);
            return new ModelAndView("redirect:/viec/" + taskId + "/bien-nhan");
        } catch (Refusal.BadInput mistakes) {
            return again(model, task, raw, sent.revision(), mistakes.errors(), HttpStatus.BAD_REQUEST, actor);
        } catch (Refusal.Conflict conflict) {
            return conflict(model, taskId, raw, sent, conflict, actor);
        }
    }

    /** Keeps what was typed and shows what happened: the task is gone, held by another, or the case changed. */
    private ModelAndView conflict(
            Model model,
            String taskId,
            Map<String, List<String>> raw,
            Sent sent,
            Refusal.Conflict conflict,
            Actor actor) {
        Supplier<ModelAndView> gone = () -> page.gone(model, taskId, raw, conflict);
        if (!conflict.messageKey().equals("worklist.case.changed")) {
            return gone.get();
        }
        OpenTask now;
        try {
            now = desk.open(taskId, actor);
        } catch (Refusal.Conflict e) {
            return page.gone(model, taskId, raw, e);
        }
        drafts.save(taskId, actor.username(), raw, now.file().revision());
        model.addAttribute(
                "changedSince",
                page.changesSince(
                        now.file().number(), sent.revision(), now.file().revision()));
        return again(model, now, raw, now.file().revision(), List.of(), HttpStatus.CONFLICT, actor);
    }

    private OpenTask openKeeping(String taskId, Sent sent, Actor actor) {
        try {
            return desk.open(taskId, actor);
        } catch (Refusal.Conflict gone) {
            throw new TaskGone(taskId, sent.raw(), gone);
        }
    }

    private ModelAndView again(
            Model model,
            OpenTask task,
            Map<String, List<String>> raw,
            long revision,
            List<FieldError> errors,
            HttpStatus status,
            Actor actor) {
        page.fill(model, task, raw, revision, errors, actor);
        return new ModelAndView("work/task", model.asMap(), status);
    }

    @org.springframework.web.bind.annotation.ExceptionHandler
    ModelAndView gone(TaskGone gone) {
        return page.gone(
                new org.springframework.validation.support.BindingAwareModelMap(),
                gone.taskId,
                gone.raw,
                gone.conflict);
    }

    /** The task was over before the form arrived; carries what was typed. */
    private static final class TaskGone extends RuntimeException {
        private final String taskId;
        private final transient Map<String, List<String>> raw;
        private final transient Refusal.Conflict conflict;

        TaskGone(String taskId, Map<String, List<String>> raw, Refusal.Conflict conflict) {
            super(conflict);
            this.taskId = taskId;
            this.raw = raw;
            this.conflict = conflict;
        }
    }

    @PostMapping("/nhap")
    ModelAndView draft(@PathVariable String taskId, HttpServletRequest request, Model model) {
        Actor actor = currentActor.get();
        Sent sent = Sent.of(request);
        OpenTask task = openKeeping(taskId, sent, actor);
        var received = uploads.receive(
                task.schema().fileKeys(),
                sent.files(),
                sent.raw(),
                new UploadedParts.Place(task.item().caseNumber(), taskId),
                actor,
                words.locale());
        drafts.save(taskId, actor.username(), received.raw(), sent.revision());
        if (request.getHeader("HX-Request") != null) {
            model.addAttribute("taskId", taskId);
            model.addAttribute(
                    "draftAt",
                    drafts.find(taskId, actor.username()).orElseThrow().savedAt());
            return new ModelAndView("work/draft :: draft", model.asMap());
        }
        return new ModelAndView("redirect:/viec/" + taskId);
    }

    /** The fields again, after an answer on which others depend. */
    @PostMapping("/bieu-mau")
    ModelAndView fields(@PathVariable String taskId, HttpServletRequest request, Model model) {
        Actor actor = currentActor.get();
        Sent sent = Sent.of(request);
        OpenTask task = desk.open(taskId, actor);
        page.fill(model, task, page.again(task, sent.raw()), sent.revision(), List.of(), actor);
        return new ModelAndView("components/form :: fields(form=${form},files=${files})", model.asMap());
    }
}
