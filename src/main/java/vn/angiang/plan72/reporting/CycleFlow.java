package vn.angiang.plan72.reporting;

import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.casefile.CaseState;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.casefile.NewCase;
import vn.angiang.plan72.organization.Units;
import vn.angiang.plan72.process.DeployedModels;
import vn.angiang.plan72.process.ProcessInstances;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.Refusal;

/** What the steps of the reporting cycle do. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class CycleFlow {

    /** Reports opened per job; a district with communes opens up to eighteen cases more. */
    static final int BATCH = 5;

    private final PeriodStore periods;
    private final ReportStore reports;
    private final FigureStore figures;
    private final Asked asked;
    private final PeriodDays days;
    private final Cases cases;
    private final ProcessInstances processes;
    private final DeployedModels models;
    private final Units units;
    private final ReportNotices notices;
    private final IssuedReports issued;

    CycleFlow(
            PeriodStore periods,
            ReportStore reports,
            FigureStore figures,
            Asked asked,
            PeriodDays days,
            Cases cases,
            ProcessInstances processes,
            DeployedModels models,
            Units units,
            ReportNotices notices,
            IssuedReports issued) {
        this.periods = periods;
        this.reports = reports;
        this.figures = figures;
        this.asked = asked;
        this.days = days;
        this.cases = cases;
        this.processes = processes;
        this.models = models;
        this.units = units;
        this.notices = notices;
        this.issued = issued;
    }

    /** Morning of the day the period opens. */
    public Date opensAt(String caseNumber) {
        return days.morning(period(caseNumber).opensOn());
    }

    /** End of the last day for being on time. */
    public Date onTimeDayEndsAt(String caseNumber) {
        return days.endOf(period(caseNumber).unitDueOn());
    }

    /** End of the last day a late report is taken. */
    public Date locksAt(String caseNumber) {
        return days.endOf(period(caseNumber).lockOn());
    }

    /** Last minute of the day a step of the consolidation is due. */
    public Date dueOf() {
        return days.consolidationDueOf();
    }

    /** Asks the next units for their reports; returns how many remain. Running it twice asks nobody twice. */
    public Long openReports(String caseNumber) {
        Period period = period(caseNumber);
        if (period.state() == Period.State.PLANNED) {
            periods.state(period.code(), Period.State.COLLECTING);
            cases.changeState(caseNumber, CaseState.DANG_THUC_HIEN);
        }
        Set<String> present = new LinkedHashSet<>();
        reports.ofPeriod(period.code()).forEach(r -> present.add(r.unit()));
        var all = asked.of(new LinkedHashSet<>(periods.indicators(period.code())), days.today());
        int opened = 0;
        long remaining = 0;
        for (Map.Entry<String, List<String>> unit : all.entrySet()) {
            if (present.contains(unit.getKey())) {
                continue;
            }
            if (opened++ < BATCH) {
                open(period, unit.getKey(), unit.getValue());
            } else {
                remaining++;
            }
        }
        return remaining;
    }

    private void open(Period period, String unit, List<String> indicators) {
        boolean district = units.byCode(unit).level().equals("district");
        String standing = units.standingAgency().code();
        var file = cases.open(
                new NewCase(
                        "BC",
                        "unitReport",
                        period.name() + " – " + units.nameOf(unit),
                        district ? "IV.13.h" : "III.9.b",
                        district ? "IV.13" : "III.9",
                        unit,
                        standing,
                        Set.of(),
                        period.year(),
                        units.byCode(unit).sanctionable() ? "mandatory" : "request",
                        CaseState.CHUA_THUC_HIEN,
                        period.unitDueOn()),
                Actor.SYSTEM);
        var level = district ? UnitReport.Level.DISTRICT : UnitReport.Level.AGENCY;
        long id = reports.insert(period.code(), unit, level, standing, file.number(), period.unitDueOn());
        figures.ask(id, indicators);
        boolean communes =
                period.communes() && district && !asked.ofCommune(indicators).isEmpty();
        String instance = processes.start(
                "unitReport",
                file.number(),
                Map.of("unit", unit, "receiver", standing, "communes", communes ? "YES" : "NO"));
        cases.runsOn(file.number(), instance, models.latestDefinition("unitReport"));
    }

    /** Names who has not sent, urges their leaders and tells the standing agency. */
    public void listLate(String caseNumber) {
        Period period = period(caseNumber);
        var late = reports.ofPeriod(period.code()).stream()
                .filter(r -> r.level() != UnitReport.Level.COMMUNE)
                .filter(r -> r.sentOn() == null && !r.state().isOver())
                .toList();
        late.forEach(r -> notices.urge(r, Actor.SYSTEM));
        notices.lateListed(period, late);
    }

    /** Locks the figures: what was not sent is missing from now on. */
    public void lockReports(String caseNumber) {
        Period period = period(caseNumber);
        for (UnitReport r : reports.ofPeriod(period.code())) {
            if (r.level() != UnitReport.Level.COMMUNE && !r.state().isOver()) {
                offer(r.caseNumber(), "unitReport.locked");
            }
        }
        periods.state(period.code(), Period.State.CONSOLIDATING);
    }

    /** Writes and freezes the signed report's documents. */
    public void issueReport(String caseNumber) {
        Period period = period(caseNumber);
        issued.freeze(period);
        periods.state(period.code(), Period.State.ISSUED);
        cases.submitted(caseNumber, period.signedOn());
        cases.close(caseNumber, CaseState.HOAN_THANH, null);
        notices.issued(period);
    }

    /** Takes the period back, with the reports still open. */
    public void recordWithdrawal(String caseNumber) {
        Period period = period(caseNumber);
        for (UnitReport r : reports.ofPeriod(period.code())) {
            if (r.level() != UnitReport.Level.COMMUNE && !r.state().isOver()) {
                offer(r.caseNumber(), "unitReport.withdrawn");
            }
        }
        periods.state(period.code(), Period.State.WITHDRAWN);
        cases.close(caseNumber, CaseState.HUY, null);
    }

    private void offer(String caseNumber, String message) {
        String instance = cases.byNumber(caseNumber).processInstanceId();
        if (instance != null) {
            processes.offer(message, instance);
        }
    }

    private Period period(String caseNumber) {
        return periods.ofCase(caseNumber)
                .orElseThrow(() -> new Refusal.NotFound("reporting.period.unknown", caseNumber));
    }
}
