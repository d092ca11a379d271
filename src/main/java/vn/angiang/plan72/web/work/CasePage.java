package vn.angiang.plan72.web.work;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.angiang.plan72.assignment.Assignments;
import vn.angiang.plan72.assignment.Progress;
import vn.angiang.plan72.casefile.CaseFile;
import vn.angiang.plan72.casefile.CaseLooks;
import vn.angiang.plan72.casefile.Comments;
import vn.angiang.plan72.document.Documents;
import vn.angiang.plan72.flow.FlowSheets;
import vn.angiang.plan72.journal.Journal;
import vn.angiang.plan72.notification.Reminders;
import vn.angiang.plan72.process.CalledProcesses;
import vn.angiang.plan72.process.ProcessInstances;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.CurrentActor;
import vn.angiang.plan72.worklist.Handover;
import vn.angiang.plan72.worklist.Inbox;

/** Puts together what the page of a case shows. */
@Component
class CasePage {

    private static final int TIMELINE = 200;

    private final CaseLooks looks;
    private final TaskPage tasks;
    private final Inbox inbox;
    private final Journal journal;
    private final Comments comments;
    private final Documents documents;
    private final Progress progress;
    private final Reminders reminders;
    private final CaseActs acts;
    private final ProcessInstances processes;
    private final CalledProcesses calledProcesses;
    private final FlowSheets sheets;
    private final CaseRun run;
    private final CurrentActor currentActor;
    private final Words words;
    private final Handover handover;

    CasePage(
            TaskPage tasks,
            Inbox inbox,
            Journal journal,
            Comments comments,
            Documents documents,
            Progress progress,
            Reminders reminders,
            CaseActs acts,
            ProcessInstances processes,
            CalledProcesses calledProcesses,
            FlowSheets sheets,
            CaseRun run,
            CurrentActor currentActor,
            Words words,
            CaseLooks looks,
            Handover handover) {
        this.looks = looks;
        this.tasks = tasks;
        this.inbox = inbox;
        this.journal = journal;
        this.comments = comments;
        this.documents = documents;
        this.progress = progress;
        this.reminders = reminders;
        this.acts = acts;
        this.processes = processes;
        this.calledProcesses = calledProcesses;
        this.sheets = sheets;
        this.run = run;
        this.currentActor = currentActor;
        this.words = words;
        this.handover = handover;
    }

    void fill(Model model, CaseFile file) {
        Actor actor = currentActor.get();
        looks.looked(file.number(), "ho-so", actor);
        model.addAttribute("file", file);
        model.addAttribute("facts", tasks.factsOf(file));
        var waiting = inbox.ofCase(file.number());
        model.addAttribute("waiting", waiting);
        model.addAttribute(
                "mine",
                waiting.stream()
                        .filter(w -> w.candidates().stream().anyMatch(actor.allGroups()::contains))
                        .map(w -> w.taskId())
                        .toList());
        model.addAttribute(
                "handed",
                file.suspended()
                        ? List.of()
                        : waiting.stream()
                                .filter(w -> handover.mayHand(w, actor))
                                .map(w -> w.taskId())
                                .toList());
        model.addAttribute("timeline", journal.ofCase(file.number(), TIMELINE));
        model.addAttribute("comments", comments.of(file.number()));
        model.addAttribute("documents", documents.ofCase(file.number()));
        model.addAttribute("earlier", tasks.earlier(file.number()));
        model.addAttribute(
                "progress", file.processKey().equals(Assignments.PROCESS) ? progress.of(file.number()) : List.of());
        model.addAttribute("reminders", reminders.ofCase(file.number(), words.locale()));
        model.addAttribute("acts", acts.of(file, actor));
        model.addAttribute("sheet", sheets.isThere(file.number()));
        List<CalledProcesses.Called> called =
                file.processInstanceId() == null ? List.of() : calledProcesses.of(file.processInstanceId());
        diagrams(model, file, called);
        run.fill(model, file, called, actor);
    }

    private void diagrams(Model model, CaseFile file, List<CalledProcesses.Called> called) {
        String working = called.stream()
                .filter(c -> c.open() && TaskPage.workspace(file, c.processKey()) != null)
                .map(CalledProcesses.Called::processKey)
                .findFirst()
                .orElse(file.processKey());
        model.addAttribute("workspace", TaskPage.workspace(file, working));
        model.addAttribute("workspaceName", tasks.workspaceName(working));
        if (file.processInstanceId() != null) {
            model.addAttribute("position", processes.position(file.processInstanceId()));
            model.addAttribute(
                    "called",
                    called.stream()
                            .map(c ->
                                    new CalledFlow(c.processKey(), c.name(), processes.position(c.processInstanceId())))
                            .toList());
        }
    }

    /** A process that the flow of the case called, and where it stands. */
    record CalledFlow(String processKey, String name, ProcessInstances.Position position) {}
}
