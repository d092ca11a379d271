package vn.angiang.plan72.inspection;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.calendar.WorkingCalendar;
import vn.angiang.plan72.casefile.CaseState;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.casefile.NewCase;
import vn.angiang.plan72.journal.Act;
import vn.angiang.plan72.journal.Journal;
import vn.angiang.plan72.organization.Unit;
import vn.angiang.plan72.organization.Units;
import vn.angiang.plan72.plan.Parameters;
import vn.angiang.plan72.process.DeployedModels;
import vn.angiang.plan72.process.ProcessInstances;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.shared.Texts;
import vn.angiang.plan72.worklist.TaskAnswered;

/** The yearly inspection plan: proposed, edited by the standing agency, approved by the steering committee (III.BCD). */
@Service
public class InspectionPlans {

    /** Key of the flow. */
    public static final String PROCESS = "inspectionPlan";

    private final PlanStore store;
    private final PovertyRates rates;
    private final Inspections inspections;
    private final Cases cases;
    private final ProcessInstances processes;
    private final DeployedModels models;
    private final Units units;
    private final WorkingCalendar calendar;
    private final Parameters parameters;
    private final Journal journal;
    private final InspectionWords words;
    private final Clock clock;

    InspectionPlans(
            PlanStore store,
            PovertyRates rates,
            Inspections inspections,
            Cases cases,
            ProcessInstances processes,
            DeployedModels models,
            Units units,
            WorkingCalendar calendar,
            Parameters parameters,
            Journal journal,
            InspectionWords words,
            Clock clock) {
        this.store = store;
        this.rates = rates;
        this.inspections = inspections;
        this.cases = cases;
        this.processes = processes;
        this.models = models;
        this.units = units;
        this.calendar = calendar;
        this.parameters = parameters;
        this.journal = journal;
        this.words = words;
        this.clock = clock;
    }

    /** Plans opened so far. */
    @Transactional(readOnly = true)
    public List<PlanYear> years() {
        return store.years();
    }

    /** @throws Refusal.NotFound when the year has no plan */
    @Transactional(readOnly = true)
    public PlanYear year(int year) {
        return store.year(year)
                .orElseThrow(() -> new Refusal.NotFound("inspection.plan.unknown", String.valueOf(year)));
    }

    /** Rows of a year's plan. */
    @Transactional(readOnly = true)
    public List<PlanItem> items(int year) {
        return store.items(year);
    }

    /**
     * Opens the plan of a year.
     *
     * @throws Refusal.Conflict when there is one
     */
    @Transactional
    public String open(int year, Actor by) {
        inspections.requireInspector(by);
        if (year < 2016 || year > 2020) {
            throw words.refuse("year", "inspection.plan.year");
        }
        if (store.year(year).isPresent()) {
            throw new Refusal.Conflict("inspection.plan.open", String.valueOf(year));
        }
        var file = cases.open(
                new NewCase(
                        "KH",
                        PROCESS,
                        words.say("inspection.plan.title", String.valueOf(year)),
                        "III.9.a",
                        "III.9",
                        units.standingAgency().code(),
                        "BCD_TINH",
                        Set.of(),
                        year,
                        "mandatory",
                        CaseState.DANG_LAP,
                        null),
                by);
        try {
            store.open(year, file.number());
        } catch (DuplicateKeyException e) {
            throw new Refusal.Conflict("inspection.plan.open", String.valueOf(year));
        }
        String instance = processes.start(PROCESS, file.number(), Map.of("year", (long) year));
        cases.runsOn(file.number(), instance, models.latestDefinition(PROCESS));
        return file.number();
    }

    /** Last minute of the day a step is due. */
    public Date dueOf() {
        LocalDate due = calendar.plusWorkingDays(LocalDate.now(clock), parameters.whole("programme.check.workingDays"));
        return Date.from(due.atTime(LocalTime.of(23, 59))
                .atZone(ZoneId.of("Asia/Ho_Chi_Minh"))
                .toInstant());
    }

    /** Proposes every district, the poorest first; those above the threshold are chosen from the start. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void proposeTargets(String caseNumber) {
        int year = store.ofCase(caseNumber).year();
        BigDecimal threshold = rates.threshold(new BigDecimal(parameters.text("highPoverty.factor")));
        var districts = units.districts().stream()
                .filter(u -> u.existsOn(LocalDate.now(clock)))
                .sorted(Comparator.comparing((Unit u) -> rates.of(u.code())).reversed())
                .toList();
        int sort = 0;
        for (Unit u : districts) {
            boolean high = rates.of(u.code()).compareTo(threshold) >= 0;
            sort++;
            store.add(
                    year,
                    sort,
                    new PlanItem(
                            0,
                            year,
                            u.code(),
                            "KIEM_TRA",
                            Math.min(12, 3 + sort),
                            words.say("inspection.plan.scope"),
                            words.say(
                                    high ? "inspection.plan.why.high" : "inspection.plan.why.other",
                                    rates.of(u.code()).toPlainString().replace('.', ','),
                                    threshold.toPlainString().replace('.', ',')),
                            high,
                            null,
                            1));
        }
    }

    /** Whether this person edits the plan now. */
    public boolean mayEdit(PlanYear plan, Actor actor) {
        return plan.state().equals("EDITING")
                && actor.has("officer", units.standingAgency().code());
    }

    /**
     * Changes a row.
     *
     * @throws Refusal.Conflict when the plan is not edited now or somebody else changed the row
     */
    @Transactional
    public void change(long id, String kind, int month, String scope, boolean included, long revision, Actor by) {
        PlanItem item = store.item(id);
        if (!mayEdit(year(item.year()), by)) {
            throw new Refusal.Conflict("inspection.plan.notEditing");
        }
        if (month < 1 || month > 12) {
            throw words.refuse("month", "inspection.plan.month");
        }
        String what = Texts.clean(scope);
        if (what.isEmpty() || what.length() > 2000) {
            throw words.refuse("scope", "inspection.error.text");
        }
        var changed = new PlanItem(
                id,
                item.year(),
                item.unit(),
                kind.equals("GIAM_SAT") ? "GIAM_SAT" : "KIEM_TRA",
                month,
                what,
                item.why(),
                included,
                null,
                revision);
        if (!store.update(changed)) {
            throw new Refusal.Conflict("inspection.plan.changed");
        }
        journal.record(Act.of(
                units.standingAgency().code(),
                "inspection.planChanged",
                year(item.year()).caseNumber(),
                by,
                Map.of("unit", item.unit(), "included", included)));
    }

    /**
     * Opens the inspection of an adopted row, once.
     *
     * @throws Refusal.Conflict when the plan is not adopted, the row left out, or its inspection open already
     */
    @Transactional
    public String openInspection(long id, Actor by) {
        PlanItem item = store.item(id);
        if (!year(item.year()).state().equals("ADOPTED") || !item.included()) {
            throw new Refusal.Conflict("inspection.plan.notAdopted");
        }
        String number = inspections.open(item.unit(), item.kind(), item.scope(), by);
        if (!store.opened(id, number)) {
            throw new Refusal.Conflict("inspection.plan.itemOpen");
        }
        return number;
    }

    /** The plan holds from now on. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void adopt(String caseNumber) {
        store.state(store.ofCase(caseNumber).year(), "ADOPTED");
        cases.close(caseNumber, CaseState.HOAN_THANH, null);
    }

    /** Takes the plan back. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void withdraw(String caseNumber) {
        store.state(store.ofCase(caseNumber).year(), "WITHDRAWN");
        cases.close(caseNumber, CaseState.HUY, null);
    }

    @EventListener
    void on(TaskAnswered a) {
        if (!a.file().processKey().equals(PROCESS)) {
            return;
        }
        int year = store.ofCase(a.file().number()).year();
        switch (a.task().taskKey()) {
            case "UserTask_draftInspectionPlan" -> {
                if (store.items(year).stream().noneMatch(PlanItem::included)) {
                    throw words.refuse("", "inspection.plan.empty");
                }
                store.state(year, "CHECKING");
            }
            case "UserTask_checkInspectionPlan" ->
                store.state(year, a.text("planCheck").equals("APPROVED") ? "APPROVING" : "EDITING");
            case "UserTask_approveInspectionPlan" -> approved(year, a);
            default ->
                throw new IllegalStateException("Unknown task " + a.task().taskKey());
        }
    }

    private void approved(int year, TaskAnswered a) {
        if (!a.text("planApproval").equals("APPROVED")) {
            store.state(year, "EDITING");
            return;
        }
        LocalDate on = LocalDate.parse(a.text("signedOn"));
        if (on.isAfter(LocalDate.now(clock))) {
            throw words.refuse("signedOn", "inspection.error.future");
        }
        store.approved(year, a.text("documentNumber"), on);
    }
}
