package vn.angiang.plan72.reporting;

import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import vn.angiang.plan72.casefile.AccountabilityRequested;
import vn.angiang.plan72.casefile.NoticeWanted;
import vn.angiang.plan72.journal.Act;
import vn.angiang.plan72.journal.Journal;
import vn.angiang.plan72.organization.Units;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.CurrentActor;

/** Records what happens to reports and tells those concerned. */
@Component
class ReportNotices {

    private final ReportStore reports;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final CurrentActor currentActor;
    private final Units units;

    ReportNotices(
            ReportStore reports,
            Journal journal,
            ApplicationEventPublisher events,
            CurrentActor currentActor,
            Units units) {
        this.reports = reports;
        this.journal = journal;
        this.events = events;
        this.currentActor = currentActor;
        this.units = units;
    }

    /** An act of "đôn đốc": the unit's leader and officers are told, and it is counted. */
    void urge(UnitReport report, Actor by) {
        reports.countUrging(report.id());
        journal.record(
                Act.of(report.receiver(), "reporting.urged", report.caseNumber(), by, Map.of("unit", report.unit())));
        tell(report.caseNumber(), ofUnit(report.unit()), "reporting.notice.urged", List.of(), true);
    }

    void lateListed(Period period, List<UnitReport> late) {
        record(
                units.standingAgency().code(),
                "reporting.lateListed",
                period.caseNumber(),
                Map.of("units", late.stream().map(UnitReport::unit).toList()));
        if (!late.isEmpty()) {
            tell(
                    period.caseNumber(),
                    ofUnit(units.standingAgency().code()),
                    "reporting.notice.lateListed",
                    List.of(String.valueOf(late.size())),
                    false);
        }
    }

    void received(UnitReport report) {
        record(report.receiver(), "reporting.received", report.caseNumber(), Map.of("unit", report.unit()));
        tell(report.caseNumber(), ofUnit(report.unit()), "reporting.notice.received", List.of(), false);
    }

    void missed(Period period, UnitReport report, int times) {
        record(
                report.receiver(),
                "reporting.missed",
                report.caseNumber(),
                Map.of("unit", report.unit(), "period", period.code(), "timesThisYear", times));
        tell(
                report.caseNumber(),
                ofUnit(report.unit()),
                "reporting.notice.missed",
                List.of(String.valueOf(times)),
                false);
    }

    /** Three reports missed in a year (flows, unitReport; default, no legal basis): the head is asked to answer. */
    void triggerB(UnitReport report) {
        record(report.receiver(), "reporting.triggerB", report.caseNumber(), Map.of("unit", report.unit()));
        events.publishEvent(new AccountabilityRequested(
                report.caseNumber(), report.unit(), "B", "REPORTS_MISSED", currentActor.get()));
        tell(
                report.caseNumber(),
                List.of(
                        Actor.group("leader", units.standingAgency().code()),
                        Actor.group("officer", units.standingAgency().code()),
                        Actor.group("leader", report.unit())),
                "reporting.notice.triggerB",
                List.of(units.nameOf(report.unit())),
                true);
    }

    void issued(Period period) {
        record(
                units.standingAgency().code(),
                "reporting.issued",
                period.caseNumber(),
                Map.of("number", String.valueOf(period.documentNo())));
        for (UnitReport r : reports.ofPeriod(period.code())) {
            if (r.level() == UnitReport.Level.DISTRICT) {
                tell(
                        r.caseNumber(),
                        ofUnit(r.unit()),
                        "reporting.notice.issued",
                        List.of(period.name(), String.valueOf(period.documentNo())),
                        false);
            }
        }
    }

    private static List<String> ofUnit(String unit) {
        return List.of(Actor.group("officer", unit), Actor.group("leader", unit));
    }

    private void record(String chain, String action, String caseNumber, Map<String, ?> data) {
        journal.record(Act.of(chain, action, caseNumber, currentActor.get(), data));
    }

    private void tell(String caseNumber, List<String> groups, String key, List<String> arguments, boolean urging) {
        events.publishEvent(new NoticeWanted(caseNumber, groups, key, arguments, urging));
    }
}
