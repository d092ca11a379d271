package vn.angiang.plan72.reporting;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.casefile.CaseState;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.casefile.NewCase;
import vn.angiang.plan72.organization.Unit;
import vn.angiang.plan72.organization.Units;
import vn.angiang.plan72.plan.Parameters;
import vn.angiang.plan72.process.EngineEvents;
import vn.angiang.plan72.process.ProcessInstances;
import vn.angiang.plan72.shared.Actor;

/** What the steps of a unit's and a commune's report do. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class UnitReportFlow {

    private static final String COMMUNE_PROCESS = "communeReport";
    /** Days a commune may be late before the district goes on without it; default, no legal basis. */
    private static final int COMMUNE_GRACE_DAYS = 5;

    private final PeriodStore periods;
    private final ReportStore reports;
    private final FigureStore figures;
    private final CommuneSums sums;
    private final Asked asked;
    private final PeriodDays days;
    private final Parameters parameters;
    private final Cases cases;
    private final ProcessInstances processes;
    private final Units units;
    private final ReportNotices notices;
    private final Clock clock;

    UnitReportFlow(
            PeriodStore periods,
            ReportStore reports,
            FigureStore figures,
            CommuneSums sums,
            Asked asked,
            PeriodDays days,
            Parameters parameters,
            Cases cases,
            ProcessInstances processes,
            Units units,
            ReportNotices notices,
            Clock clock) {
        this.periods = periods;
        this.reports = reports;
        this.figures = figures;
        this.sums = sums;
        this.asked = asked;
        this.days = days;
        this.parameters = parameters;
        this.cases = cases;
        this.processes = processes;
        this.units = units;
        this.notices = notices;
        this.clock = clock;
    }

    /** Last minute of the day a task that opens now is due. */
    public Date dueOf(String caseNumber, String task) {
        return days.dueOf(task, reports.ofCase(caseNumber));
    }

    /** Opens a case for each commune of the district that has none; returns the numbers of all. */
    public List<String> communeCases(String caseNumber) {
        UnitReport district = reports.ofCase(caseNumber);
        Period period = period(district);
        var indicators = asked.ofCommune(asked.inOrder(figures.of(district.id()).keySet()));
        var numbers = new ArrayList<String>();
        for (Unit commune : units.childrenOf(district.unit())) {
            if (commune.level().equals("commune") && commune.existsOn(days.today())) {
                numbers.add(reports.find(period.code(), commune.code())
                        .map(UnitReport::caseNumber)
                        .orElseGet(() -> open(period, district, commune, indicators)));
            }
        }
        return numbers;
    }

    private String open(Period period, UnitReport district, Unit commune, List<String> indicators) {
        var file = cases.open(
                new NewCase(
                        "BX",
                        COMMUNE_PROCESS,
                        period.name() + " – " + commune.nameVi(),
                        "IV.13.h",
                        "IV.13",
                        commune.code(),
                        district.unit(),
                        Set.of(),
                        period.year(),
                        "mandatory",
                        CaseState.CHUA_THUC_HIEN,
                        period.communeDueOn()),
                Actor.SYSTEM);
        long id = reports.insert(
                period.code(),
                commune.code(),
                UnitReport.Level.COMMUNE,
                district.unit(),
                file.number(),
                period.communeDueOn());
        figures.ask(id, indicators);
        return file.number();
    }

    /** Group variables of a commune's process come from its report. */
    public String unitOf(String caseNumber) {
        return reports.ofCase(caseNumber).unit();
    }

    /** The process of a commune's report is started by that of its district. */
    @EventListener
    void on(EngineEvents.ProcessStarted started) {
        if (started.processKey().equals(COMMUNE_PROCESS)) {
            reports.findOfCase(started.caseNumber()).ifPresent(r -> {
                cases.runsOn(started.caseNumber(), started.processInstanceId(), started.definitionId());
                cases.addUnit(started.caseNumber(), r.receiver(), "ASSIGNER");
            });
        }
    }

    /** When the district goes on without the communes that are late. */
    public Date communesLockAt(String caseNumber) {
        Period period = period(reports.ofCase(caseNumber));
        LocalDate grace = period.communeDueOn().plusDays(COMMUNE_GRACE_DAYS);
        LocalDate last = period.unitDueOn().minusDays(1);
        return days.endOf(grace.isBefore(last) ? grace : last);
    }

    /** Puts the sums of the accepted communes into the district's sheet; communes without a report are missing. */
    public void sumCommunes(String caseNumber) {
        UnitReport district = reports.ofCase(caseNumber);
        Period period = period(district);
        missCommunes(period, district);
        var present = figures.of(district.id());
        var changes = new ArrayList<FigureStore.Change>();
        sums.of(period, district).forEach((code, value) -> {
            if (!value.isBlank() && present.containsKey(code)) {
                changes.add(new FigureStore.Change(
                        code,
                        value,
                        null,
                        Actor.SYSTEM.username(),
                        Actor.SYSTEM.fullName(),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        "COMMUNES"));
            }
        });
        figures.write(district.id(), changes);
    }

    private void missCommunes(Period period, UnitReport district) {
        for (UnitReport r : reports.ofPeriod(period.code())) {
            boolean own = r.level() == UnitReport.Level.COMMUNE && r.receiver().equals(district.unit());
            if (own && !r.state().isOver()) {
                missed(period, r);
            }
        }
    }

    /** The receiver accepted the report: its figures count from now on. */
    public void recordReceived(String caseNumber) {
        UnitReport report = reports.ofCase(caseNumber);
        reports.state(report.id(), ReportState.DA_TIEP_NHAN);
        cases.close(caseNumber, CaseState.HOAN_THANH, null);
        notices.received(report);
        if (report.level() != UnitReport.Level.COMMUNE) {
            periods.lock(report.periodCode());
            boolean all = reports.ofPeriod(report.periodCode()).stream()
                    .filter(r -> r.level() != UnitReport.Level.COMMUNE)
                    .allMatch(r -> r.state().isOver());
            String cycle = cases.byNumber(period(report).caseNumber()).processInstanceId();
            if (all && cycle != null) {
                processes.offer("reportingCycle.allReceived", cycle);
            }
        }
    }

    /** The period locks: a report already sent is taken as it is, any other is missing. */
    public String recordLock(String caseNumber) {
        UnitReport report = reports.ofCase(caseNumber);
        Period period = period(report);
        missCommunes(period, report);
        if (report.state() == ReportState.DA_GUI) {
            reports.state(report.id(), ReportState.DA_TIEP_NHAN);
            cases.close(caseNumber, CaseState.HOAN_THANH, null);
            notices.received(report);
            return "RECEIVED";
        }
        missed(period, report);
        return "MISSED";
    }

    private void missed(Period period, UnitReport report) {
        reports.state(report.id(), ReportState.KHONG_NOP);
        cases.close(report.caseNumber(), CaseState.KHONG_HOAN_THANH, null);
        int times = reports.missedInYear(report.unit(), period.year());
        notices.missed(period, report, times);
        boolean enough = times == parameters.whole("report.missed.accountability");
        if (enough && units.byCode(report.unit()).sanctionable()) {
            notices.triggerB(report);
        }
    }

    /** The report is no longer asked for. */
    public void recordReportWithdrawal(String caseNumber) {
        UnitReport report = reports.ofCase(caseNumber);
        Period period = period(report);
        for (UnitReport r : reports.ofPeriod(period.code())) {
            if (r.level() == UnitReport.Level.COMMUNE
                    && r.receiver().equals(report.unit())
                    && !r.state().isOver()) {
                withdrawn(r);
            }
        }
        withdrawn(report);
    }

    private void withdrawn(UnitReport report) {
        reports.state(report.id(), ReportState.THU_HOI);
        cases.close(report.caseNumber(), CaseState.HUY, null);
    }

    private Period period(UnitReport report) {
        return periods.find(report.periodCode()).orElseThrow();
    }
}
