package vn.angiang.plan72.modelling;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import vn.angiang.plan72.casefile.CaseFile;
import vn.angiang.plan72.casefile.CaseState;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.journal.Act;
import vn.angiang.plan72.journal.Journal;
import vn.angiang.plan72.process.EngineEvents;
import vn.angiang.plan72.process.ModelChecks;
import vn.angiang.plan72.process.ModelReleaser;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.CurrentActor;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.worklist.TaskAnswered;

/** What the tasks and steps of {@code modelRelease} mean. Nobody approves what he wrote or sent himself. */
@Service
public class ReleaseFlow {

    private final DraftStore store;
    private final ReleaseStore releases;
    private final Releases submissions;
    private final ReleasedModels released;
    private final ModelChecks checks;
    private final ModelReleaser releaser;
    private final Modelers modelers;
    private final Cases cases;
    private final Journal journal;
    private final CurrentActor currentActor;
    private final Clock clock;

    ReleaseFlow(
            DraftStore store,
            ReleaseStore releases,
            Releases submissions,
            ReleasedModels released,
            ModelChecks checks,
            ModelReleaser releaser,
            Modelers modelers,
            Cases cases,
            Journal journal,
            CurrentActor currentActor,
            Clock clock) {
        this.store = store;
        this.releases = releases;
        this.submissions = submissions;
        this.released = released;
        this.checks = checks;
        this.releaser = releaser;
        this.modelers = modelers;
        this.cases = cases;
        this.journal = journal;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    @EventListener
    void on(TaskAnswered a) {
        if (!a.task().processKey().equals(Releases.PROCESS)) {
            return;
        }
        switch (a.task().taskKey()) {
            case "UserTask_reviewModel" -> reviewed(a);
            case "UserTask_reviseModel" -> revised(a);
            default -> modelers.require(a.actor());
        }
    }

    private void reviewed(TaskAnswered a) {
        modelers.require(a.actor());
        Draft draft = draft(a.file().number());
        if (isAuthor(draft, a.actor())) {
            throw new Refusal.Forbidden("modelling.ownWork");
        }
        if (a.text("modelApproval").equals("RETURNED")) {
            store.state(draft.id(), DraftState.IN_REVIEW, DraftState.EDITING);
        }
    }

    /** Whether the person wrote in the draft or sent it for approval. */
    boolean isAuthor(Draft draft, Actor actor) {
        return actor.username().equals(draft.submittedBy())
                || store.authors(draft.id()).contains(actor.username());
    }

    private void revised(TaskAnswered a) {
        modelers.require(a.actor());
        Draft draft = draft(a.file().number());
        if (a.text("draftAnswer").equals("WITHDRAWN")) {
            store.state(draft.id(), DraftState.EDITING, DraftState.WITHDRAWN);
            return;
        }
        try {
            submissions.resubmit(draft, a.actor());
        } catch (Refusal.Conflict refused) {
            throw modelers.mistake("draftAnswer", refused.messageKey(), refused.arguments());
        }
    }

    /**
     * Releases the draft of a case if it still is what was approved.
     *
     * @return {@code RELEASED}, or {@code REFUSED}: then its author reads why and may change it
     */
    public String release(String caseNumber) {
        Draft draft = draft(caseNumber);
        List<DraftFile> files = store.files(draft.id());
        String refusal = refusal(draft, files);
        if (refusal != null) {
            store.refused(draft.id(), refusal);
            record(draft, caseNumber, "model.releaseRefused", Map.of("reason", refusal));
            return "REFUSED";
        }
        var version = releaser.release(draft.folder(), Drafts.resources(files));
        if (version.version() != draft.baseVersion() + 1) {
            throw new Refusal.Conflict("modelling.submit.outdated"); // somebody released at the same moment
        }
        store.state(draft.id(), DraftState.IN_REVIEW, DraftState.RELEASED);
        releases.add(version, draft, currentActor.get().username());
        var data = new HashMap<String, Object>();
        data.put("process", version.processKey());
        data.put("version", version.version());
        data.put("sha256", draft.sealedHash());
        data.put("author", draft.submittedBy());
        record(draft, caseNumber, "model.released", data);
        return "RELEASED";
    }

    private @org.jspecify.annotations.Nullable String refusal(Draft draft, List<DraftFile> files) {
        if (!Seal.of(files).equals(draft.sealedHash())) {
            return modelers.say("modelling.refused.seal");
        }
        var latest = released.latest(draft.folder()).orElse(null);
        if (!Objects.equals(latest == null ? null : latest.definitionId(), draft.baseDefinition())) {
            return modelers.say("modelling.submit.outdated");
        }
        int problems = checks.check(Drafts.resources(files)).size();
        return problems == 0 ? null : modelers.say("modelling.submit.gate", problems);
    }

    /** How many processes run on versions before the one just released. */
    public Long countRunning(String caseNumber) {
        return releaser.running(draft(caseNumber).processKey());
    }

    private Draft draft(String caseNumber) {
        return store.ofCase(caseNumber)
                .map(d -> store.lock(d.id()))
                .orElseThrow(() -> new Refusal.NotFound("modelling.draft.unknown", caseNumber));
    }

    @EventListener
    void on(EngineEvents.ProcessEnded ended) {
        if (ended.processKey().equals(Releases.PROCESS) && ended.root()) {
            cases.find(ended.caseNumber()).filter(CaseFile::isOpen).ifPresent(file -> close(file, ended));
        }
    }

    private void close(CaseFile file, EngineEvents.ProcessEnded ended) {
        boolean done = ended.lastElement().equals("Event_modelReleased");
        if (done && file.submittedOn() == null) {
            cases.submitted(file.number(), LocalDate.now(clock));
        }
        cases.close(file.number(), done ? CaseState.HOAN_THANH : CaseState.HUY, null);
        if (!done) {
            store.ofCase(file.number())
                    .filter(d -> !d.isOver())
                    .ifPresent(d -> store.state(d.id(), d.state(), DraftState.WITHDRAWN));
        }
        journal.record(Act.of(
                file.leadUnit(),
                "flow.ended",
                file.number(),
                currentActor.get(),
                Map.of("name", ended.lastName(), "element", ended.lastElement())));
    }

    private void record(Draft draft, String caseNumber, String action, Map<String, ?> more) {
        var data = new HashMap<String, Object>(more);
        data.put("draft", draft.id());
        data.put("folder", draft.folder());
        journal.record(Act.of(cases.byNumber(caseNumber).leadUnit(), action, caseNumber, currentActor.get(), data));
    }
}
