package vn.angiang.plan72.modelling;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.casefile.CaseFile;
import vn.angiang.plan72.casefile.CaseState;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.casefile.NewCase;
import vn.angiang.plan72.journal.Act;
import vn.angiang.plan72.journal.Journal;
import vn.angiang.plan72.organization.Units;
import vn.angiang.plan72.process.DeployedModels;
import vn.angiang.plan72.process.ModelChecks;
import vn.angiang.plan72.process.ProcessInstances;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.shared.Texts;

/** Sends drafts for approval: from then on they are sealed, and the flow {@code modelRelease} decides. */
@Service
public class Releases {

    /** Key of the process by which models change. */
    public static final String PROCESS = "modelRelease";

    private static final String PREFIX = "MH";
    private static final int LONGEST_REASON = 2000;

    private final DraftStore store;
    private final ReleasedModels released;
    private final ModelChecks checks;
    private final Modelers modelers;
    private final Cases cases;
    private final ProcessInstances processes;
    private final DeployedModels models;
    private final Journal journal;
    private final Units units;
    private final Clock clock;

    Releases(
            DraftStore store,
            ReleasedModels released,
            ModelChecks checks,
            Modelers modelers,
            Cases cases,
            ProcessInstances processes,
            DeployedModels models,
            Journal journal,
            Units units,
            Clock clock) {
        this.store = store;
        this.released = released;
        this.checks = checks;
        this.modelers = modelers;
        this.cases = cases;
        this.processes = processes;
        this.models = models;
        this.journal = journal;
        this.units = units;
        this.clock = clock;
    }

    /**
     * Sends a draft for approval and opens the case of its release.
     *
     * @param reason why it is to be released, 1 to 2000 characters
     * @return number of the case
     * @throws Refusal.Conflict when it is not being written, the gate refuses it, nothing differs from the released
     *     version, or another version was released since
     */
    @Transactional
    public String submit(long draftId, String reason, Actor by) {
        modelers.require(by);
        Draft draft = store.lock(draftId);
        if (!draft.isEditable()) {
            throw new Refusal.Conflict("modelling.draft.sealed");
        }
        if (draft.caseNumber() != null) {
            throw new Refusal.Conflict("modelling.submit.task", draft.caseNumber());
        }
        String clean = Texts.clean(reason);
        if (clean.isEmpty() || clean.codePointCount(0, clean.length()) > LONGEST_REASON) {
            throw modelers.mistake("reason", "modelling.error.reason", LONGEST_REASON);
        }
        String hash = seal(draft);
        CaseFile file = open(draft, by);
        store.submitted(draftId, file.number(), clean, by.username(), hash);
        String instance = processes.start(PROCESS, file.number(), Map.of("leadUnit", file.leadUnit()));
        cases.runsOn(file.number(), instance, models.latestDefinition(PROCESS));
        record(draft, file.number(), "model.submitted", by, hash);
        return file.number();
    }

    /** Sends a draft once more after it was returned; the reason stays. */
    @Transactional
    public void resubmit(Draft draft, Actor by) {
        String hash = seal(draft);
        String caseNumber = draft.caseNumber();
        String reason = draft.reason();
        if (caseNumber == null || reason == null) {
            throw new IllegalStateException("Draft " + draft.id() + " was never sent for approval");
        }
        store.submitted(draft.id(), caseNumber, reason, by.username(), hash);
        record(draft, caseNumber, "model.submitted", by, hash);
    }

    private String seal(Draft draft) {
        List<DraftFile> files = store.files(draft.id());
        var latest = released.latest(draft.folder()).orElse(null);
        String base = latest == null ? null : latest.definitionId();
        if (!java.util.Objects.equals(base, draft.baseDefinition())) {
            throw new Refusal.Conflict("modelling.submit.outdated");
        }
        if (latest != null && Seal.same(files, released.files(latest))) {
            throw new Refusal.Conflict("modelling.submit.same");
        }
        int problems = checks.check(Drafts.resources(files)).size();
        if (problems > 0) {
            throw new Refusal.Conflict("modelling.submit.gate", problems);
        }
        return Seal.of(files);
    }

    private CaseFile open(Draft draft, Actor by) {
        String agency = units.standingAgency().code();
        CaseFile file = cases.open(
                new NewCase(
                        PREFIX,
                        PROCESS,
                        draft.title(),
                        null,
                        null,
                        agency,
                        agency,
                        Set.of(),
                        LocalDate.now(clock).getYear(),
                        "mandatory",
                        CaseState.DANG_THUC_HIEN,
                        null),
                by);
        cases.restrict(
                file.number(),
                Set.of(
                        Actor.group("modeler", agency),
                        Actor.group("admin", agency),
                        Actor.group("leader", agency),
                        Actor.group("supervisor", agency)));
        return file;
    }

    private void record(Draft draft, String caseNumber, String action, Actor by, String hash) {
        var data = new HashMap<String, Object>();
        data.put("draft", draft.id());
        data.put("folder", draft.folder());
        data.put("sha256", hash);
        journal.record(Act.of(units.standingAgency().code(), action, caseNumber, by, data));
    }
}
