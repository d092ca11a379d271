package vn.angiang.plan72.inspection;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.casefile.CaseAccess;
import vn.angiang.plan72.casefile.CaseState;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.casefile.InspectionWanted;
import vn.angiang.plan72.casefile.NewCase;
import vn.angiang.plan72.document.Documents;
import vn.angiang.plan72.journal.Act;
import vn.angiang.plan72.journal.Journal;
import vn.angiang.plan72.organization.Units;
import vn.angiang.plan72.process.DeployedModels;
import vn.angiang.plan72.process.ProcessInstances;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.shared.Texts;

/** Inspections: opened from the plan or out of turn; findings and recommendations are written down here. */
@Service
public class Inspections {

    /** Key of the flow. */
    public static final String PROCESS = "inspection";

    private static final int LONGEST = 4000;
    private static final Set<String> KINDS = Set.of("KIEM_TRA", "GIAM_SAT");
    private static final Set<String> FINDINGS =
            Set.of("MISUSE", "LOSS", "WASTE", "WRONG_BENEFICIARY", "DELAY", "PROCEDURE", "RECORDS");
    private static final BigDecimal MOST = new BigDecimal("100000000");

    private final InspectionStore store;
    private final Cases cases;
    private final CaseAccess access;
    private final ProcessInstances processes;
    private final DeployedModels models;
    private final Units units;
    private final Documents documents;
    private final Journal journal;
    private final InspectionWords words;
    private final Clock clock;

    Inspections(
            InspectionStore store,
            Cases cases,
            CaseAccess access,
            ProcessInstances processes,
            DeployedModels models,
            Units units,
            Documents documents,
            Journal journal,
            InspectionWords words,
            Clock clock) {
        this.store = store;
        this.cases = cases;
        this.access = access;
        this.processes = processes;
        this.models = models;
        this.units = units;
        this.documents = documents;
        this.journal = journal;
        this.words = words;
        this.clock = clock;
    }

    /**
     * Opens an inspection.
     *
     * @return number of its case
     * @throws Refusal.Forbidden unless an officer of the standing agency opens it
     * @throws Refusal.BadInput unknown unit or kind, or no scope
     */
    @Transactional
    public String open(String unit, String kind, String scope, Actor by) {
        requireInspector(by);
        var inspected = units.find(unit).filter(u -> !u.isGroup() && !u.isPosition());
        if (inspected.isEmpty() || unit.equals(units.standingAgency().code())) {
            throw words.refuse("unit", "inspection.error.unit");
        }
        if (!KINDS.contains(kind)) {
            throw words.refuse("kind", "inspection.error.kind");
        }
        return start(unit, kind, text("scope", scope), by);
    }

    /**
     * Another flow asks for an inspection out of turn: opens one, or widens the one of the unit that is not decided yet.
     */
    @EventListener
    void on(InspectionWanted wanted) {
        String scope = words.say("inspection.wanted", wanted.sourceCase(), wanted.scope());
        var waiting = store.undecided(wanted.unitCode());
        if (waiting.isEmpty()) {
            start(wanted.unitCode(), "KIEM_TRA", scope, wanted.actor());
            return;
        }
        String number = waiting.get();
        store.set(number, Map.of("scope", store.of(number).scope() + "\n\n" + scope));
        cases.touch(number);
        journal.record(Act.of(
                units.standingAgency().code(),
                "inspection.widened",
                number,
                wanted.actor(),
                Map.of("source", wanted.sourceCase())));
    }

    private String start(String unit, String kind, String what, Actor by) {
        String standing = units.standingAgency().code();
        var file = cases.open(
                new NewCase(
                        "KT",
                        PROCESS,
                        words.say("inspection.title." + kind, units.nameOf(unit)),
                        "IV.1.b.1",
                        "IV.1",
                        unit,
                        standing,
                        Set.of(),
                        LocalDate.now(clock).getYear(),
                        "mandatory",
                        CaseState.DANG_THUC_HIEN,
                        null),
                by);
        store.insert(file.number(), unit, kind, what);
        String instance = processes.start(PROCESS, file.number(), Map.of("unit", unit));
        cases.runsOn(file.number(), instance, models.latestDefinition(PROCESS));
        return file.number();
    }

    /** The inspection, for those who may see its case. */
    @Transactional(readOnly = true)
    public Inspection of(String number) {
        access.requireVisible(number);
        return store.of(number);
    }

    /** Whether this person writes findings and recommendations: an officer of the standing agency or of the team. */
    public boolean mayWrite(Inspection inspection, Actor actor) {
        return actor.has("officer", units.standingAgency().code())
                || inspection.members().contains(actor.username());
    }

    /**
     * Writes a finding down, while the team is on site.
     *
     * @param amount million đồng, 0 or more
     * @param evidence ids of own files uploaded to the case and not yet handed in
     * @throws Refusal.Conflict when the minutes are being signed already, or a file is not one of these
     */
    @Transactional
    public void addFinding(
            String number,
            String kind,
            @Nullable String place,
            String text,
            @Nullable BigDecimal amount,
            boolean repeated,
            List<String> evidence,
            Actor by) {
        Inspection inspection = writable(number, by);
        if (inspection.drawn().isEmpty() || inspection.interviewed() != null) {
            throw new Refusal.Conflict("inspection.finding.notNow");
        }
        if (!FINDINGS.contains(kind)) {
            throw words.refuse("kind", "inspection.error.findingKind");
        }
        BigDecimal money = amount == null ? BigDecimal.ZERO : amount;
        if (money.signum() < 0 || money.compareTo(MOST) > 0) {
            throw words.refuse("amount", "inspection.error.amount");
        }
        String what = text("text", text);
        documents.seal(evidence, null, number);
        store.addFinding(
                number,
                new Inspection.Finding(
                        0, kind, Texts.clean(place), what, money, repeated, evidence, null, by.fullName()));
        cases.touch(number);
        record(number, "inspection.finding", by);
    }

    /**
     * Adds what has to be remedied for a finding, until the conclusion is signed.
     *
     * @throws Refusal.Conflict when it is signed
     */
    @Transactional
    public void addRecommendation(String number, long finding, String text, Actor by) {
        Inspection inspection = writable(number, by);
        if (inspection.concludedOn() != null) {
            throw new Refusal.Conflict("inspection.recommendation.notNow");
        }
        if (inspection.findings().stream().noneMatch(f -> f.id() == finding)) {
            throw words.refuse("finding", "inspection.error.finding");
        }
        store.addRecommendation(number, finding, text("text", text));
        cases.touch(number);
        record(number, "inspection.recommendation", by);
    }

    private Inspection writable(String number, Actor by) {
        access.requireVisible(number);
        Inspection inspection = store.of(number);
        if (!mayWrite(inspection, by)) {
            throw new Refusal.Forbidden("inspection.notTeam");
        }
        return inspection;
    }

    private void record(String number, String action, Actor by) {
        journal.record(Act.of(units.standingAgency().code(), action, number, by, Map.of()));
    }

    private String text(String field, String typed) {
        String clean = Texts.clean(typed);
        if (clean.isEmpty() || clean.length() > LONGEST) {
            throw words.refuse(field, "inspection.error.text");
        }
        return clean;
    }

    void requireInspector(Actor by) {
        if (!by.has("officer", units.standingAgency().code())) {
            throw new Refusal.Forbidden("inspection.onlyStandingAgency");
        }
    }
}
