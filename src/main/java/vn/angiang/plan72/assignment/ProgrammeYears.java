package vn.angiang.plan72.assignment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.casefile.CaseState;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.casefile.NewCase;
import vn.angiang.plan72.journal.Act;
import vn.angiang.plan72.journal.Journal;
import vn.angiang.plan72.organization.Units;
import vn.angiang.plan72.process.DeployedModels;
import vn.angiang.plan72.process.ProcessInstances;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.shared.Texts;

/** The year's list of assignments: opened and edited by the standing agency, signed by the Chair. */
@Service
public class ProgrammeYears {

    /** Key of the flow. */
    public static final String PROCESS = "programmeYear";

    /** Years of the plan (obligation II). */
    public static final int FIRST_YEAR = 2016;

    /** Last year of the plan (obligation II). */
    public static final int LAST_YEAR = 2020;

    private final ProgrammeStore store;
    private final Cases cases;
    private final ProcessInstances processes;
    private final DeployedModels models;
    private final Units units;
    private final Journal journal;
    private final Clock clock;

    ProgrammeYears(
            ProgrammeStore store,
            Cases cases,
            ProcessInstances processes,
            DeployedModels models,
            Units units,
            Journal journal,
            Clock clock) {
        this.store = store;
        this.cases = cases;
        this.processes = processes;
        this.models = models;
        this.units = units;
        this.journal = journal;
        this.clock = clock;
    }

    /** How far starting the cases has come. */
    public record StartProgress(long started, long total) {}

    /**
     * Opens a year.
     *
     * @return number of its case
     * @throws Refusal.Conflict when the year is open already: one case per year
     */
    @Transactional
    public String open(int year, Actor by) {
        requireEditor(by);
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new Refusal.BadInput("year", "");
        }
        var present = store.year(year);
        if (present.filter(y -> y.state() != ProgrammeYear.State.WITHDRAWN).isPresent()) {
            throw new Refusal.Conflict("programme.year.open", String.valueOf(year));
        }
        String standing = units.standingAgency().code();
        var file = cases.open(
                new NewCase(
                        "GV",
                        PROCESS,
                        "Giao nhiệm vụ năm " + year + " thực hiện Kế hoạch 72/KH-UBND",
                        null,
                        "IV",
                        standing,
                        "UBND_TINH",
                        Set.of(),
                        year,
                        "mandatory",
                        CaseState.DANG_LAP,
                        null),
                by);
        try {
            if (present.isPresent()) {
                store.reopenYear(year, file.number());
            } else {
                store.openYear(year, file.number());
            }
        } catch (DuplicateKeyException e) {
            throw new Refusal.Conflict("programme.year.open", String.valueOf(year));
        }
        var variables = new HashMap<String, Object>();
        variables.put("year", (long) year);
        String instance = processes.start(PROCESS, file.number(), variables);
        cases.runsOn(file.number(), instance, models.latestDefinition(PROCESS));
        return file.number();
    }

    /** Years opened so far. */
    @Transactional(readOnly = true)
    public List<ProgrammeYear> years() {
        return store.years();
    }

    /** A year, if it was opened. */
    @Transactional(readOnly = true)
    public Optional<ProgrammeYear> year(int year) {
        return store.year(year);
    }

    /** Rows of a year in the order of the plan. */
    @Transactional(readOnly = true)
    public List<ProgrammeItem> items(int year) {
        return store.items(year);
    }

    /** One row. */
    @Transactional(readOnly = true)
    public ProgrammeItem item(long id) {
        return store.item(id);
    }

    /** How far starting has come. */
    @Transactional(readOnly = true)
    public StartProgress progress(int year) {
        long total = store.included(year);
        return new StartProgress(total - store.waiting(year), total);
    }

    /** Whether this person edits the list of a year that is being edited. */
    public boolean mayEdit(ProgrammeYear year, Actor actor) {
        return year.state() == ProgrammeYear.State.EDITING && isEditor(actor);
    }

    /** Whether this person belongs to those who may open a year. */
    public boolean isEditor(Actor actor) {
        return actor.has("officer", units.standingAgency().code());
    }

    /** Whether this person may look at the lists: standing agency, steering committee, People's Committee. */
    public boolean mayRead(Actor actor) {
        return actor.allUnitCodes().stream()
                .anyMatch(Set.of(units.standingAgency().code(), "UBND_TINH", "BCD_TINH", "VP_UBND_TINH")::contains);
    }

    /**
     * Changes a row.
     *
     * @throws Refusal.Conflict when somebody else changed it meanwhile, or the list is no longer edited
     */
    @Transactional
    public void change(ProgrammeItem changed, Actor by) {
        var year = editable(changed.year(), by);
        var clean = new ProgrammeItem(
                changed.id(),
                changed.year(),
                changed.obligationId(),
                changed.unitCode(),
                Texts.clean(changed.deliverable()),
                changed.dueOn(),
                changed.dueBasis(),
                changed.leadDerived(),
                changed.leadConfirmed(),
                changed.datedConfirmed(),
                changed.included(),
                changed.caseNumber(),
                changed.revision());
        if (!store.update(clean)) {
            throw new Refusal.Conflict("programme.item.changed");
        }
        journal.record(Act.of(
                units.standingAgency().code(),
                "programme.itemChanged",
                year.caseNumber(),
                by,
                Map.of(
                        "obligation", clean.obligationId(),
                        "unit", clean.unitCode(),
                        "due", String.valueOf(clean.dueOn()),
                        "included", clean.included())));
    }

    /** Confirms leads, deliverables and dates of all rows that have both, as proposed; returns how many. */
    @Transactional
    public int confirmAll(int year, Actor by) {
        var programme = editable(year, by);
        LocalDate today = LocalDate.now(clock);
        int confirmed = 0;
        for (ProgrammeItem i : store.items(year)) {
            boolean ready = i.included()
                    && i.dueOn() != null
                    && i.dueOn().isAfter(today)
                    && !i.deliverable().isBlank();
            if (ready && !i.problems(today).isEmpty()) {
                store.update(new ProgrammeItem(
                        i.id(),
                        year,
                        i.obligationId(),
                        i.unitCode(),
                        i.deliverable(),
                        i.dueOn(),
                        i.dueBasis(),
                        i.leadDerived(),
                        true,
                        true,
                        true,
                        null,
                        i.revision()));
                confirmed++;
            }
        }
        journal.record(Act.of(
                units.standingAgency().code(),
                "programme.confirmed",
                programme.caseNumber(),
                by,
                Map.of("rows", confirmed)));
        return confirmed;
    }

    private ProgrammeYear editable(int year, Actor by) {
        requireEditor(by);
        var programme = store.year(year)
                .orElseThrow(() -> new Refusal.NotFound("programme.year.unknown", String.valueOf(year)));
        if (programme.state() != ProgrammeYear.State.EDITING) {
            throw new Refusal.Conflict("programme.year.notEditing", String.valueOf(year));
        }
        return programme;
    }

    private void requireEditor(Actor by) {
        if (!isEditor(by)) {
            throw new Refusal.Forbidden("programme.onlyStandingAgency");
        }
    }
}
