package vn.angiang.plan72.web.work;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.ModelAndView;
import vn.angiang.plan72.calendar.WorkingCalendar;
import vn.angiang.plan72.casefile.CaseFacts;
import vn.angiang.plan72.casefile.CaseFile;
import vn.angiang.plan72.casefile.CaseLooks;
import vn.angiang.plan72.document.Documents;
import vn.angiang.plan72.document.UploadedParts;
import vn.angiang.plan72.flow.AnswerOptions;
import vn.angiang.plan72.journal.FormSnapshots;
import vn.angiang.plan72.journal.Journal;
import vn.angiang.plan72.journal.JournalEntry;
import vn.angiang.plan72.process.StartableProcesses;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.FieldError;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.taskform.FormSchema;
import vn.angiang.plan72.taskform.FormView;
import vn.angiang.plan72.taskform.Forms;
import vn.angiang.plan72.worklist.CaseForms;
import vn.angiang.plan72.worklist.Handover;
import vn.angiang.plan72.worklist.OpenTask;
import vn.angiang.plan72.worklist.TaskDesk;
import vn.angiang.plan72.worklist.WorkItem;

/** Puts together what the task page shows. */
@Component
class TaskPage {

    private final CaseLooks looks;
    private final Forms forms;
    private final CaseForms caseForms;
    private final UploadedParts uploads;
    private final Documents documents;
    private final FormSnapshots snapshots;
    private final Journal journal;
    private final WorkingCalendar calendar;
    private final Clock clock;
    private final Words words;
    private final List<CaseFacts> facts;
    private final StartableProcesses startable;
    private final AnswerOptions options;
    private final Handover handover;

    TaskPage(
            Forms forms,
            CaseForms caseForms,
            UploadedParts uploads,
            Documents documents,
            FormSnapshots snapshots,
            Journal journal,
            WorkingCalendar calendar,
            Clock clock,
            Words words,
            List<CaseFacts> facts,
            StartableProcesses startable,
            AnswerOptions options,
            CaseLooks looks,
            Handover handover) {
        this.handover = handover;
        this.looks = looks;
        this.forms = forms;
        this.caseForms = caseForms;
        this.uploads = uploads;
        this.documents = documents;
        this.snapshots = snapshots;
        this.journal = journal;
        this.calendar = calendar;
        this.clock = clock;
        this.words = words;
        this.facts = facts;
        this.startable = startable;
        this.options = options;
    }

    void fill(
            Model model,
            OpenTask task,
            Map<String, List<String>> raw,
            long revision,
            List<FieldError> errors,
            Actor actor) {
        WorkItem item = task.item();
        CaseFile file = task.file();
        looks.looked(file.number(), "viec", actor);
        model.addAttribute("task", item);
        model.addAttribute("file", file);
        model.addAttribute("facts", factsOf(file));
        model.addAttribute(
                "standIn", task.standIn().map(Actor.StandIn::fullName).orElse(null));
        model.addAttribute("form", forms.view(task.schema(), raw, task.context(), errors, words.locale()));
        model.addAttribute("files", uploads.shown(new UploadedParts.Place(file.number(), item.taskId()), actor));
        model.addAttribute("revision", revision);
        model.addAttribute("errors", errors);
        model.addAttribute("me", actor.username());
        model.addAttribute("mayHand", handover.mayHand(item, actor));
        model.addAttribute("act", actOf(item.taskKey(), item.taskName()));
        model.addAttribute("checks", isBinding(item));
        model.addAttribute("term", term(item));
        model.addAttribute("workspace", workspace(file, item.processKey()));
        model.addAttribute("workspaceName", workspaceName(item.processKey()));
        model.addAttribute("earlier", earlier(file.number()));
        if (revision != file.revision() && !model.containsAttribute("changedSince")) {
            model.addAttribute("changedSince", changesSince(file.number(), revision, file.revision()));
            model.addAttribute("revision", file.revision());
        }
    }

    /** What was typed, when the fields are drawn anew. */
    Map<String, List<String>> again(OpenTask task, Map<String, List<String>> raw) {
        return forms.again(task.schema(), raw, task.context());
    }

    /** How the term of the task was counted, when it is one of working days from the day it opened. */
    private @Nullable String term(WorkItem item) {
        LocalDate opened = item.openedAt().atZone(clock.getZone()).toLocalDate();
        if (item.dueOn() == null || !item.dueOn().isAfter(opened)) {
            return null;
        }
        int days = calendar.workingDaysBetween(opened, item.dueOn());
        var deadline = calendar.deadline(opened, days);
        return deadline.due().equals(item.dueOn()) ? deadline.explain(words.locale()) : null;
    }

    /** A page of its own on which the work of a process of the case is done, beside its task. */
    static @Nullable String workspace(CaseFile file, String processKey) {
        return switch (processKey) {
            case "programmeYear" -> "/giao-viec/" + file.year();
            case "reportingCycle", "unitReport", "communeReport" -> "/bao-cao/ho-so/" + file.number();
            case "inspection" -> "/kiem-tra/" + file.number();
            case "inspectionPlan" -> "/kiem-tra/ke-hoach/" + file.year();
            case "accountability" -> "/trach-nhiem/" + file.number();
            case "capitalAllocation", "capitalDisbursement" -> "/phan-bo-von/ho-so/" + file.number();
            case "smallWorks" -> "/cong-trinh/ho-so/" + file.number();
            case "householdReview" -> "/ra-soat/" + file.number();
            case "communeReview" -> "/ra-soat/xa/" + file.number();
            case "householdRequest" -> "/ra-soat/de-nghi/" + file.number();
            case "modelRelease" -> "/mo-hinh/ho-so/" + file.number();
            default -> null;
        };
    }

    String workspaceName(String processKey) {
        return words.first("work.workspace." + processKey, words.say("work.workspace.reporting"));
    }

    String actOf(String taskKey, String taskName) {
        return words.first("work.act." + taskKey.replace("UserTask_", ""), words.say("work.act", taskName));
    }

    /** Acts that bind the person who does them are shown once more before they count. */
    private boolean isBinding(WorkItem item) {
        return switch (item.taskKey().replace("UserTask_", "")) {
            case "approvePlan", "approveResult", "verifyResult", "decideExtension", "signAssignmentList" -> true;
            case "signReport", "signCommuneReport", "approveConsolidation", "signConsolidation" -> true;
            case "signRequest", "confirmNoGrounds", "explain", "decideMoreTime", "assess", "conclude" -> true;
            case "approveInspectionPlan", "decideInspection", "signMinutesUnit", "concludeInspection" -> true;
            case "decideCapital", "approveAllocation", "checkSettlement" -> true;
            case "approveWorks", "acceptWork", "checkWorkSettlement", "decideRequest" -> true;
            default -> isLeadersDecision(item);
        };
    }

    /** In flows without a module of their own, whatever is asked of leaders alone. */
    private boolean isLeadersDecision(WorkItem item) {
        return !item.candidates().isEmpty()
                && item.candidates().stream().allMatch(group -> group.startsWith("leader."))
                && startable.ofDefinition(item.definitionId()).isPresent();
    }

    /** A line of a summary list in words. */
    record Line(String label, String value) {}

    List<Line> factsOf(CaseFile file) {
        return facts.stream()
                .filter(f -> f.knows(file))
                .flatMap(f -> f.factsOf(file, words.locale()).stream())
                .map(f -> new Line(words.say(f.labelKey()), f.value()))
                .toList();
    }

    /** An earlier answer of the case in words. */
    record Earlier(
            FormSnapshots.FormSnapshot snapshot,
            List<FormView.Answer> answers,
            Map<String, vn.angiang.plan72.document.DocumentRef> files) {}

    List<Earlier> earlier(String caseNumber) {
        var list = new ArrayList<Earlier>();
        for (var snapshot : snapshots.ofCase(caseNumber)) {
            list.add(earlier(snapshot));
        }
        return list;
    }

    Earlier earlier(FormSnapshots.FormSnapshot snapshot) {
        FormSchema schema = caseForms.sealedSchema(
                snapshot.form().deploymentId(), snapshot.form().formId());
        var answers = forms.summary(schema, snapshot.answers(), options.all(), words.locale());
        var ids = answers.stream().flatMap(a -> a.fileIds().stream()).toList();
        return new Earlier(snapshot, answers, documents.byId(ids));
    }

    /** Who did what on the case since a revision was read. */
    List<JournalEntry> changesSince(String caseNumber, long seen, long now) {
        int most = (int) Math.max(1, Math.min(10, now - seen));
        return journal.ofCase(caseNumber, most);
    }

    /** Shows the checked answers once more, with the act's own button. */
    ModelAndView check(Model model, OpenTask task, TaskDesk.Submission submission, Actor actor) {
        var result = forms.check(task.schema(), submission.raw(), task.context(), words.locale());
        if (!result.errors().isEmpty()) {
            throw new Refusal.BadInput(result.errors());
        }
        fill(
                model,
                task,
                submission.raw(),
                Optional.ofNullable(submission.revision()).orElse(0L),
                List.of(),
                actor);
        model.addAttribute("answers", forms.summary(task.schema(), result.answers(), task.context(), words.locale()));
        model.addAttribute("raw", submission.raw());
        return new ModelAndView("work/check", model.asMap(), HttpStatus.OK);
    }

    /** The task is over: what was typed is shown, so that nothing is lost. */
    ModelAndView gone(Model model, String taskId, Map<String, List<String>> raw, Refusal.Conflict conflict) {
        var done = snapshots.ofTask(taskId);
        model.addAttribute("reason", words.say(conflict.messageKey(), conflict.arguments()));
        model.addAttribute("done", done.orElse(null));
        var typed = new LinkedHashMap<String, String>();
        raw.forEach((key, values) -> {
            String text = String.join("\n", values);
            if (!text.isBlank() && key.length() <= 64) {
                typed.put(key, text);
            }
        });
        model.addAttribute("typed", typed);
        return new ModelAndView("work/gone", model.asMap(), HttpStatus.CONFLICT);
    }
}
