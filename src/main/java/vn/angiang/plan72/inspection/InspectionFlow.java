package vn.angiang.plan72.inspection;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.calendar.WorkingCalendar;
import vn.angiang.plan72.casefile.AccountabilityRequested;
import vn.angiang.plan72.casefile.CaseState;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.casefile.NoticeWanted;
import vn.angiang.plan72.journal.Act;
import vn.angiang.plan72.journal.Journal;
import vn.angiang.plan72.organization.Unit;
import vn.angiang.plan72.organization.Units;
import vn.angiang.plan72.plan.Parameters;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.CurrentActor;

/** What the steps of an inspection do. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class InspectionFlow {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final InspectionStore store;
    private final Cases cases;
    private final Units units;
    private final WorkingCalendar calendar;
    private final Parameters parameters;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final CurrentActor currentActor;
    private final Clock clock;

    InspectionFlow(
            InspectionStore store,
            Cases cases,
            Units units,
            WorkingCalendar calendar,
            Parameters parameters,
            Journal journal,
            ApplicationEventPublisher events,
            CurrentActor currentActor,
            Clock clock) {
        this.store = store;
        this.cases = cases;
        this.units = units;
        this.calendar = calendar;
        this.parameters = parameters;
        this.journal = journal;
        this.events = events;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** Last minute of the day a task that opens now is due. */
    public Date dueOf(String caseNumber, String task) {
        Inspection i = store.of(caseNumber);
        return switch (task) {
            case "inspectOnSite" -> end(i.endsOn() == null ? fromToday("inspection.duration.district") : i.endsOn());
            case "writeResultReport" -> end(fromToday("inspection.report.days"));
            case "concludeInspection" -> end(fromToday("inspection.conclusion.days"));
            case "publishConclusion" -> end(fromToday("inspection.publish.days"));
            case "explainDraft" -> end(draftDueOn(i));
            case "remedy" -> end(i.remedyDueOn() == null ? fromToday("inspection.report.days") : i.remedyDueOn());
            default -> end(calendar.plusWorkingDays(today(), parameters.whole("inspection.memberReport.workingDays")));
        };
    }

    /** Calendar days; a last day off moves to the next working day. */
    private LocalDate fromToday(String parameter) {
        return calendar.deadlineDays(today(), parameters.whole(parameter)).due();
    }

    /** Longer at the border, in the mountains and in remote areas (Luật Thanh tra 2010, art. 45). */
    LocalDate lastDayOnSite(String unit, LocalDate startsOn) {
        Unit inspected = units.byCode(unit);
        boolean remote = inspected.border() || inspected.mountainous();
        int days = parameters.whole(remote ? "inspection.duration.remoteOrBorder" : "inspection.duration.district");
        return calendar.deadlineDays(startsOn, days).due();
    }

    /** Sends the decision to the unit. */
    public void notifyUnit(String caseNumber) {
        Inspection i = store.of(caseNumber);
        store.set(caseNumber, Map.of("notified_on", today()));
        tell(caseNumber, i.unit(), "inspection.notice.decided");
    }

    /** Findings as text ids, for the loop of the model. */
    public List<String> findings(String caseNumber) {
        return store.of(caseNumber).findings().stream()
                .map(f -> String.valueOf(f.id()))
                .toList();
    }

    private Inspection.Finding finding(String caseNumber, String id) {
        return store.of(caseNumber).findings().stream()
                .filter(f -> String.valueOf(f.id()).equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Kind of a finding. */
    public String kindOf(String caseNumber, String finding) {
        return finding(caseNumber, finding).kind();
    }

    /** Money concerned, million đồng. */
    public Double amountOf(String caseNumber, String finding) {
        return finding(caseNumber, finding).amount().doubleValue();
    }

    /** Whether the unit had been told before. */
    public Boolean repeatedOf(String caseNumber, String finding) {
        return finding(caseNumber, finding).repeated();
    }

    /** Keeps what the decision table says; nothing when no rule fits, so that a person sees it unrated. */
    public void recordSeverity(String caseNumber, String finding, @Nullable String severity) {
        store.rate(Long.parseLong(finding), severity);
    }

    /** Just after the last day for remarks on the draft. */
    public Date draftTermEndsAt(String caseNumber) {
        return Date.from(draftDueOn(store.of(caseNumber))
                .plusDays(1)
                .atTime(0, 5)
                .atZone(ZONE)
                .toInstant());
    }

    private LocalDate draftDueOn(Inspection i) {
        if (i.draftDueOn() != null) {
            return i.draftDueOn();
        }
        LocalDate due = calendar.plusWorkingDays(today(), parameters.whole("inspection.memberReport.workingDays"));
        store.set(i.caseNumber(), Map.of("draft_due_on", due));
        return due;
    }

    /** The unit said nothing about the draft in time. */
    public void recordSilence(String caseNumber) {
        store.set(caseNumber, Map.of("silent", true));
        record(caseNumber, "inspection.silence");
    }

    /** Whether anything grave was found: {@code YES} or {@code NO}. */
    public String weighFindings(String caseNumber) {
        return store.of(caseNumber).findings().stream().anyMatch(f -> "GRAVE".equals(f.severity())) ? "YES" : "NO";
    }

    /** Misuse, loss or waste: trigger A of III.9.b, for units in the hierarchy. */
    public void raiseTriggerA(String caseNumber) {
        Inspection i = store.of(caseNumber);
        if (units.byCode(i.unit()).sanctionable()) {
            events.publishEvent(
                    new AccountabilityRequested(caseNumber, i.unit(), "A", "GRAVE_FINDING", currentActor.get()));
        }
        record(caseNumber, "inspection.grave");
    }

    /** Recommendations as text ids, for the loop of the model. */
    public List<String> recommendations(String caseNumber) {
        return store.of(caseNumber).recommendations().stream()
                .map(r -> String.valueOf(r.id()))
                .toList();
    }

    /** Every recommendation is met. */
    public void closeInspection(String caseNumber) {
        cases.close(caseNumber, CaseState.HOAN_THANH, null);
        record(caseNumber, "inspection.closed");
        tell(caseNumber, store.of(caseNumber).unit(), "inspection.notice.closed");
    }

    /** Takes the inspection back. */
    public void recordWithdrawal(String caseNumber) {
        cases.close(caseNumber, CaseState.HUY, null);
    }

    private void record(String caseNumber, String action) {
        journal.record(Act.of(units.standingAgency().code(), action, caseNumber, currentActor.get(), Map.of()));
    }

    private void tell(String caseNumber, String unit, String key) {
        events.publishEvent(new NoticeWanted(
                caseNumber, List.of(Actor.group("officer", unit), Actor.group("leader", unit)), key, List.of(), false));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static Date end(LocalDate day) {
        return Date.from(day.atTime(LocalTime.of(23, 59)).atZone(ZONE).toInstant());
    }
}
