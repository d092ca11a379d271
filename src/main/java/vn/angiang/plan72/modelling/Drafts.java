package vn.angiang.plan72.modelling;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.journal.Act;
import vn.angiang.plan72.journal.Journal;
import vn.angiang.plan72.organization.Units;
import vn.angiang.plan72.process.ModelChecks;
import vn.angiang.plan72.process.ModelGate;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.shared.Texts;

/** What modelers write before it is released. Every act asks whether the person is a modeler. */
@Service("modelDrafts")
public class Drafts {

    private static final int LONGEST_TITLE = 300;
    private static final int MOST_FILES = 60;
    private static final int LARGEST = 500_000;

    private final DraftStore store;
    private final ReleasedModels released;
    private final ModelChecks checks;
    private final Modelers modelers;
    private final Journal journal;
    private final Units units;

    Drafts(
            DraftStore store,
            ReleasedModels released,
            ModelChecks checks,
            Modelers modelers,
            Journal journal,
            Units units) {
        this.store = store;
        this.released = released;
        this.checks = checks;
        this.modelers = modelers;
        this.journal = journal;
        this.units = units;
    }

    /**
     * Answer to a save.
     *
     * @param saved whether it was written; if not, {@code file} is what somebody else wrote meanwhile
     */
    public record Save(boolean saved, DraftFile file) {}

    /** Drafts that are being written or wait for approval, newest first. */
    @Transactional(readOnly = true)
    public List<Draft> open(Actor by) {
        modelers.require(by);
        return store.open();
    }

    /** All drafts of a folder, newest first. */
    @Transactional(readOnly = true)
    public List<Draft> ofFolder(String folder, Actor by) {
        modelers.require(by);
        return store.ofFolder(folder);
    }

    /** @throws Refusal.NotFound when there is none of this number */
    @Transactional(readOnly = true)
    public Draft get(long id, Actor by) {
        modelers.require(by);
        return store.get(id);
    }

    /** @throws Refusal.NotFound when the case is not that of a release */
    @Transactional(readOnly = true)
    public Draft ofCase(String caseNumber, Actor by) {
        modelers.require(by);
        return store.ofCase(caseNumber).orElseThrow(() -> new Refusal.NotFound("modelling.draft.unknown", caseNumber));
    }

    /** Files of a draft, the process first. */
    @Transactional(readOnly = true)
    public List<DraftFile> files(long id, Actor by) {
        modelers.require(by);
        return store.files(id);
    }

    /** @throws Refusal.NotFound when the draft has no file of this name */
    @Transactional(readOnly = true)
    public DraftFile file(long id, String name, Actor by) {
        modelers.require(by);
        return store.file(id, name).orElseThrow(() -> new Refusal.NotFound("modelling.file.unknown", name));
    }

    /**
     * Begins a draft with the files of a released version, to follow the latest one.
     *
     * @param definitionId version whose files are taken, or null for the latest
     * @throws Refusal.NotFound when nothing of this folder is released
     */
    @Transactional
    public Draft begin(String folder, @Nullable String definitionId, String title, Actor by) {
        modelers.require(by);
        var latest =
                released.latest(folder).orElseThrow(() -> new Refusal.NotFound("modelling.folder.unknown", folder));
        var taken = definitionId == null ? latest : released.version(folder, definitionId);
        boolean older = !taken.definitionId().equals(latest.definitionId());
        return store(
                folder, title, older ? DraftSource.ROLLBACK : DraftSource.BROWSER, latest, released.files(taken), by);
    }

    /**
     * Begins a draft of a process that does not exist yet.
     *
     * @param name Vietnamese name of the process
     * @throws Refusal.Conflict when there is a process of this folder already
     */
    @Transactional
    public Draft create(String folder, String name, Actor by) {
        modelers.require(by);
        if (!ModelNames.isFreeFolder(folder)) {
            throw modelers.mistake("folder", "modelling.error.folder");
        }
        if (released.latest(folder).isPresent()) {
            throw new Refusal.Conflict("modelling.folder.taken", folder);
        }
        return store(folder, name, DraftSource.BROWSER, null, NewModel.files(folder, Texts.clean(name)), by);
    }

    /**
     * Takes in files from outside. What is missing of the released version is taken from it; the folder is that of the
     * process.
     *
     * @param files any names; the kind is told by the ending, the folder by the id of the process
     * @throws Refusal.BadInput when there is not exactly one process among them or a file cannot be read
     */
    @Transactional
    public Draft receive(String title, DraftSource source, List<ModelGate.Resource> files, Actor by) {
        modelers.require(by);
        var named = Intake.named(files);
        var latest = released.latest(named.folder()).orElse(null);
        var all = new TreeMap<String, String>(latest == null ? Map.of() : released.files(latest));
        all.putAll(named.files());
        return store(named.folder(), title, source, latest, all, by);
    }

    /**
     * Takes in what Camunda Modeler sends, which sends again and again while somebody is drawing: a draft it began for
     * this person and folder, and that is still being written, is brought up to date instead of a new one.
     *
     * @throws Refusal.Conflict when the gate refuses the files; {@code arguments()[0]} says why, one problem per line
     */
    @Transactional
    public Draft receiveFromModeler(String title, List<ModelGate.Resource> files, Actor by) {
        modelers.require(by);
        var named = Intake.named(files);
        var latest = released.latest(named.folder()).orElse(null);
        var all = new TreeMap<String, String>(latest == null ? Map.of() : released.files(latest));
        var known = store.ofFolder(named.folder()).stream()
                .filter(d -> d.isEditable() && d.source() == DraftSource.CAMUNDA_MODELER)
                .filter(d -> d.createdBy().equals(by.username()))
                .findFirst();
        known.ifPresent(d -> store.files(d.id()).forEach(f -> all.put(f.name(), f.content())));
        all.putAll(named.files());
        var problems = checks.check(resourcesOf(all));
        if (!problems.isEmpty()) {
            throw new Refusal.Conflict(
                    "modelling.modeler.refused",
                    problems.stream()
                            .map(p -> (p.elementId() == null ? p.resource() : p.elementId()) + ": " + p.messageVi())
                            .collect(Collectors.joining("\n")));
        }
        if (known.isEmpty()) {
            return store(named.folder(), title, DraftSource.CAMUNDA_MODELER, latest, all, by);
        }
        long id = store.lock(known.get().id()).id();
        named.files().forEach((name, content) -> {
            fits(content);
            store.file(id, name)
                    .ifPresentOrElse(
                            f -> store.update(id, name, content, f.revision(), by.username()),
                            () -> store.put(id, name, content, by.username()));
        });
        return store.get(id);
    }

    /** Takes in the whole folder as a version of the application brought it, unless it was taken in before. */
    @Transactional
    public void receiveShipped(String title, String folder, List<ModelGate.Resource> files) {
        var all = Intake.named(files).files();
        if (!store.began(folder, DraftSource.APPLICATION, Seal.of(all))) {
            var latest = released.latest(folder).orElse(null);
            store(folder, title, DraftSource.APPLICATION, latest, all, Actor.SYSTEM);
        }
    }

    private Draft store(
            String folder,
            String title,
            DraftSource source,
            ReleasedModels.@Nullable Version base,
            Map<String, String> files,
            Actor by) {
        String clean = Texts.clean(title);
        if (clean.isEmpty() || clean.codePointCount(0, clean.length()) > LONGEST_TITLE) {
            throw modelers.mistake("title", "modelling.error.title", LONGEST_TITLE);
        }
        if (files.size() > MOST_FILES) {
            throw new Refusal.TooLarge("modelling.error.tooManyFiles", MOST_FILES);
        }
        files.values().forEach(Drafts::fits);
        long id = store.create(folder, clean, source, base, Seal.of(files), by.username());
        files.forEach((name, content) -> store.put(id, name, content, by.username()));
        record("model.draftBegun", by, Map.of("draft", id, "folder", folder, "title", clean, "source", source.name()));
        return store.get(id);
    }

    /**
     * Saves a file over the revision the person last saw.
     *
     * @throws Refusal.Conflict when the draft is not being written any more
     * @throws Refusal.TooLarge when it is too large
     */
    @Transactional
    public Save save(long id, String name, String content, long revision, Actor by) {
        modelers.require(by);
        fits(content);
        editable(id);
        boolean saved = store.update(id, name, content, revision, by.username());
        DraftFile now = store.file(id, name).orElseThrow(() -> new Refusal.NotFound("modelling.file.unknown", name));
        return new Save(saved, now);
    }

    /**
     * Adds a file.
     *
     * @throws Refusal.BadInput when the name does not fit the folder
     * @throws Refusal.Conflict when there is one of this name
     */
    @Transactional
    public DraftFile add(long id, String name, String content, Actor by) {
        modelers.require(by);
        fits(content);
        Draft draft = editable(id);
        if (store.files(id).size() >= MOST_FILES) {
            throw new Refusal.TooLarge("modelling.error.tooManyFiles", MOST_FILES);
        }
        if (!Intake.fits(draft.folder(), name)) {
            throw modelers.mistake("fileName", "modelling.error.fileName");
        }
        if (store.file(id, name).isPresent()) {
            throw new Refusal.Conflict("modelling.file.taken", name);
        }
        store.put(id, name, content, by.username());
        return file(id, name, by);
    }

    /**
     * Adds a new table or form with the least that passes the gate.
     *
     * @param kind {@code dmn} or {@code form}
     * @param words what it is called; its file name is made of it
     */
    @Transactional
    public DraftFile addNew(long id, String kind, String words, Actor by) {
        modelers.require(by);
        Draft draft = store.get(id);
        String fileName = ModelNames.FOLDER.matcher(words).matches() ? words : ModelNames.fileNameOf(words);
        if (fileName.isEmpty()) {
            throw modelers.mistake("fileName", "modelling.error.fileName");
        }
        return switch (kind) {
            case "dmn" ->
                add(
                        id,
                        ModelNames.decisionFile(draft.folder(), fileName),
                        NewModel.decision(fileName, Texts.clean(words)),
                        by);
            case "form" -> add(id, ModelNames.formFile(draft.folder(), fileName), NewModel.form(fileName), by);
            default -> throw modelers.mistake("kind", "modelling.error.kind");
        };
    }

    /** Removes a table or a form; the process itself stays. */
    @Transactional
    public void remove(long id, String name, Actor by) {
        modelers.require(by);
        Draft draft = editable(id);
        if (name.equals(ModelNames.processFile(draft.folder()))) {
            throw new Refusal.Conflict("modelling.file.process");
        }
        file(id, name, by);
        store.remove(id, name, by.username());
    }

    /** Gives a draft up that was not sent for approval. */
    @Transactional
    public void discard(long id, Actor by) {
        modelers.require(by);
        Draft draft = editable(id);
        if (draft.caseNumber() != null) {
            throw new Refusal.Conflict("modelling.draft.hasCase", draft.caseNumber());
        }
        store.state(id, DraftState.EDITING, DraftState.WITHDRAWN);
        record("model.draftDiscarded", by, Map.of("draft", id, "folder", draft.folder()));
    }

    /** Lets a draft follow the version that is the latest now; its files stay as they are. */
    @Transactional
    public Draft rebase(long id, Actor by) {
        modelers.require(by);
        Draft draft = editable(id);
        released.latest(draft.folder()).ifPresent(latest -> store.base(id, latest));
        return store.get(id);
    }

    /** Whether another version than the one it was to follow is the latest now. */
    public boolean isOutdated(Draft draft) {
        String latest = released.latest(draft.folder())
                .map(ReleasedModels.Version::definitionId)
                .orElse(null);
        return !draft.isOver() && !Objects.equals(latest, draft.baseDefinition());
    }

    /**
     * A file of a draft that is not as in the version it follows.
     *
     * @param change {@code added}, {@code removed} or {@code changed}
     */
    public record Changed(String name, String change) {}

    /** Files that differ from the version the draft follows, by name. */
    @Transactional(readOnly = true)
    public List<Changed> changedFiles(long id, Actor by) {
        modelers.require(by);
        var old = baseFiles(store.get(id));
        var now = new TreeMap<String, String>();
        store.files(id).forEach(f -> now.put(f.name(), f.content()));
        var names = new TreeSet<>(old.keySet());
        names.addAll(now.keySet());
        return names.stream()
                .filter(n -> !Objects.equals(old.get(n), now.get(n)))
                .map(n -> new Changed(n, !old.containsKey(n) ? "added" : now.containsKey(n) ? "changed" : "removed"))
                .toList();
    }

    /** A draft's files and those of the version it follows, text by name. */
    public record Beside(Map<String, String> base, Map<String, String> draft) {}

    /** Both sides of a comparison. */
    @Transactional(readOnly = true)
    public Beside beside(long id, Actor by) {
        modelers.require(by);
        var now = new TreeMap<String, String>();
        store.files(id).forEach(f -> now.put(f.name(), f.content()));
        return new Beside(baseFiles(store.get(id)), now);
    }

    /** Files of the version a draft follows, by name; empty for a new process. */
    private Map<String, String> baseFiles(Draft draft) {
        String base = draft.baseDefinition();
        return base == null ? Map.of() : released.files(released.version(draft.folder(), base));
    }

    /** What the gate says of the draft as it is. */
    public List<ModelGate.Problem> check(long id, Actor by) {
        modelers.require(by);
        return checks.check(resources(store.files(id)));
    }

    /** What the gate would say with one file as the person has it in the editor. */
    public List<ModelGate.Problem> check(long id, String name, String content, Actor by) {
        modelers.require(by);
        fits(content);
        var files = new TreeMap<String, String>();
        store.files(id).forEach(f -> files.put(f.name(), f.content()));
        files.put(name, content);
        return checks.check(resourcesOf(files));
    }

    private static List<ModelGate.Resource> resourcesOf(Map<String, String> files) {
        return files.entrySet().stream()
                .map(f -> new ModelGate.Resource(f.getKey(), f.getValue().getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    /** Files as the gate and the engine take them. */
    public static List<ModelGate.Resource> resources(List<DraftFile> files) {
        return files.stream()
                .map(f -> new ModelGate.Resource(f.name(), f.content().getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    private Draft editable(long id) {
        Draft draft = store.lock(id);
        if (!draft.isEditable()) {
            throw new Refusal.Conflict("modelling.draft.sealed");
        }
        return draft;
    }

    private static void fits(String content) {
        if (content.length() > LARGEST) {
            throw new Refusal.TooLarge("modelling.error.tooLarge");
        }
    }

    private void record(String action, Actor by, Map<String, ?> data) {
        journal.record(Act.of(units.standingAgency().code(), action, null, by, data));
    }
}
