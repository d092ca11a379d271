package vn.angiang.plan72.reporting;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.casefile.CaseState;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.casefile.NewCase;
import vn.angiang.plan72.organization.Units;
import vn.angiang.plan72.plan.Parameters;
import vn.angiang.plan72.process.DeployedModels;
import vn.angiang.plan72.process.ProcessInstances;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.shared.Texts;

/** The reporting periods: planned for a year or ad hoc, opened by hand, withdrawn. */
@Service
public class Periods {

    /** Key of the flow. */
    public static final String PROCESS = "reportingCycle";

    private static final int FIRST_YEAR = 2016;
    private static final int LAST_YEAR = 2020;

    private final PeriodStore store;
    private final PeriodDays days;
    private final Parameters parameters;
    private final Measures measures;
    private final Cases cases;
    private final ProcessInstances processes;
    private final DeployedModels models;
    private final Units units;
    private final ReportingWords words;

    Periods(
            PeriodStore store,
            PeriodDays days,
            Parameters parameters,
            Measures measures,
            Cases cases,
            ProcessInstances processes,
            DeployedModels models,
            Units units,
            ReportingWords words) {
        this.store = store;
        this.days = days;
        this.parameters = parameters;
        this.measures = measures;
        this.cases = cases;
        this.processes = processes;
        this.models = models;
        this.units = units;
        this.words = words;
    }

    /** Periods in order of their due day. */
    @Transactional(readOnly = true)
    public List<Period> all() {
        return store.all();
    }

    /** @throws Refusal.NotFound when there is no such period */
    @Transactional(readOnly = true)
    public Period byCode(String code) {
        return store.find(code).orElseThrow(() -> new Refusal.NotFound("reporting.period.unknown", code));
    }

    /** Whether this person plans and opens periods. */
    public boolean isKeeper(Actor actor) {
        return actor.has("officer", units.standingAgency().code());
    }

    /**
     * Plans the year's periods that are still ahead: three quarters, the year, and mid-term or final in their years.
     *
     * @return how many were planned; those already there stay
     * @throws Refusal.BadInput when nothing of the year is left to plan
     */
    @Transactional
    public int planYear(int year, boolean communes, Actor by) {
        requireKeeper(by);
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw words.refuse("year", "reporting.year.outside");
        }
        LocalDate today = days.today();
        int planned = 0;
        for (Plan plan : plansOf(year)) {
            if (plan.dueOn.isAfter(today) && store.find(plan.code).isEmpty()) {
                plan(plan, year, communes, by);
                planned++;
            }
        }
        if (planned == 0) {
            throw new Refusal.Conflict("reporting.year.nothingLeft", String.valueOf(year));
        }
        return planned;
    }

    private record Plan(String code, PeriodKind kind, String name, LocalDate dueOn, Set<String> indicators) {}

    private List<Plan> plansOf(int year) {
        var plans = new ArrayList<Plan>();
        int quarter = 0;
        for (String day : parameters.text("report.quarterly", days.today()).split(",")) {
            quarter++;
            plans.add(new Plan(
                    year + "-Q" + quarter,
                    PeriodKind.QUARTER,
                    "Báo cáo quý " + "I".repeat(quarter) + " năm " + year,
                    on(year, day),
                    indicators(true)));
        }
        LocalDate annual = on(year, parameters.text("report.annual", days.today()));
        plans.add(new Plan(year + "-N", PeriodKind.ANNUAL, "Báo cáo năm " + year, annual, indicators(false)));
        if (parameters.whole("report.midterm.year", days.today()) == year) {
            plans.add(new Plan(
                    year + "-GK", PeriodKind.MIDTERM, "Báo cáo sơ kết giữa kỳ " + year, annual, indicators(false)));
        }
        if (parameters.whole("report.final.year", days.today()) == year) {
            plans.add(new Plan(
                    year + "-CK", PeriodKind.FINAL, "Báo cáo tổng kết giai đoạn 2016-2020", annual, indicators(false)));
        }
        return plans;
    }

    private static LocalDate on(int year, String monthDay) {
        return MonthDay.parse("--" + monthDay.strip()).atYear(year);
    }

    private Set<String> indicators(boolean quarterly) {
        var codes = new LinkedHashSet<String>();
        measures.all().stream()
                .filter(m -> !quarterly || m.quarterly())
                .map(Measure::code)
                .forEach(codes::add);
        return codes;
    }

    /**
     * Plans a report out of turn, for some indicators.
     *
     * @throws Refusal.BadInput when the day lies less than 15 days ahead, or no indicator is chosen
     */
    @Transactional
    public String planAdHoc(String name, LocalDate dueOn, Set<String> indicators, boolean communes, Actor by) {
        requireKeeper(by);
        if (Texts.clean(name).isEmpty()) {
            throw words.refuse("name", "reporting.adhoc.name");
        }
        if (dueOn.isBefore(days.today().plusDays(15)) || dueOn.getYear() > LAST_YEAR) {
            throw words.refuse("dueOn", "reporting.adhoc.dueOn");
        }
        var known = measures.all().stream().map(Measure::code).toList();
        if (indicators.isEmpty() || !known.containsAll(indicators)) {
            throw words.refuse("indicators", "reporting.adhoc.indicators");
        }
        int year = dueOn.getYear();
        String code = year + "-DX" + (store.countAdHoc(year) + 1);
        plan(new Plan(code, PeriodKind.ADHOC, Texts.clean(name), dueOn, indicators), year, communes, by);
        return code;
    }

    private void plan(Plan plan, int year, boolean communes, Actor by) {
        String standing = units.standingAgency().code();
        LocalDate due = days.workingDayFrom(plan.dueOn);
        LocalDate unitDue = days.before(plan.dueOn, "report.ladder.district.days");
        LocalDate today = days.today();
        var file = cases.open(
                new NewCase(
                        "KB",
                        PROCESS,
                        plan.name,
                        "CL.d",
                        "CL",
                        standing,
                        "UBND_TINH",
                        Set.of(),
                        year,
                        "mandatory",
                        CaseState.CHUA_THUC_HIEN,
                        due),
                by);
        var period = new Period(
                plan.code,
                plan.kind,
                year,
                plan.name,
                later(plan.dueOn.minusDays(parameters.whole("report.open.days", today)), today),
                later(days.before(plan.dueOn, "report.ladder.commune.days"), today),
                later(unitDue, today),
                days.before(plan.dueOn, "report.lock.days"),
                due,
                communes,
                Period.State.PLANNED,
                file.number(),
                null,
                null,
                null,
                null,
                null,
                null);
        try {
            store.insert(period, plan.indicators);
        } catch (DuplicateKeyException e) {
            throw new Refusal.Conflict("reporting.period.exists", plan.code);
        }
        String instance = processes.start(PROCESS, file.number(), Map.of("year", (long) year));
        cases.runsOn(file.number(), instance, models.latestDefinition(PROCESS));
    }

    private static LocalDate later(LocalDate one, LocalDate two) {
        return one.isAfter(two) ? one : two;
    }

    /**
     * Opens a planned period before its day.
     *
     * @throws Refusal.Conflict when it is open already
     */
    @Transactional
    public void openNow(String code, Actor by) {
        requireKeeper(by);
        var file = cases.byNumber(byCode(code).caseNumber());
        processes.message("reportingCycle.opened", file.processInstanceId(), Map.of());
    }

    private void requireKeeper(Actor by) {
        if (!isKeeper(by)) {
            throw new Refusal.Forbidden("reporting.onlyStandingAgency");
        }
    }

    /** Names of kinds for lists. */
    public List<PeriodKind> kinds() {
        return Arrays.asList(PeriodKind.values());
    }
}
