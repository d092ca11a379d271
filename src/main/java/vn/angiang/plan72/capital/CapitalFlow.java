package vn.angiang.plan72.capital;

import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.casefile.NoticeWanted;
import vn.angiang.plan72.journal.Act;
import vn.angiang.plan72.journal.Journal;
import vn.angiang.plan72.organization.Units;
import vn.angiang.plan72.process.EngineEvents;
import vn.angiang.plan72.process.ProcessInstances;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.CurrentActor;

/** What the steps of {@code capitalAllocation} do. The case is closed by whoever opened it. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class CapitalFlow {

    private final RoundStore rounds;
    private final LedgerStore ledgers;
    private final CapitalTerms terms;
    private final FollowUps followUps;
    private final Cases cases;
    private final Units units;
    private final ProcessInstances processes;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final CurrentActor currentActor;

    CapitalFlow(
            RoundStore rounds,
            LedgerStore ledgers,
            CapitalTerms terms,
            FollowUps followUps,
            Cases cases,
            Units units,
            ProcessInstances processes,
            Journal journal,
            ApplicationEventPublisher events,
            CurrentActor currentActor) {
        this.rounds = rounds;
        this.ledgers = ledgers;
        this.terms = terms;
        this.followUps = followUps;
        this.cases = cases;
        this.units = units;
        this.processes = processes;
        this.journal = journal;
        this.events = events;
        this.currentActor = currentActor;
    }

    /** A case runs the flow, on its own or within an assignment: its round begins. */
    @EventListener
    void on(EngineEvents.ProcessStarted started) {
        if (started.processKey().equals(Rounds.PROCESS)) {
            var file = cases.byNumber(started.caseNumber());
            rounds.begin(
                    file.number(),
                    file.year(),
                    file.leadUnit(),
                    units.byCode(file.leadUnit()).level().equals("district"),
                    started.processInstanceId());
        }
    }

    /** Who appraises with the lead unit (IV.10, IV.11), or {@code NONE} when a district leads. */
    public String openAllocation(String caseNumber) {
        Round round = rounds.of(caseNumber);
        if (round.districtOnly()) {
            ledgers.ensure(round.year(), round.leadUnit());
            return "NONE";
        }
        return round.leadUnit().equals("STC") ? "SKHDT" : "STC";
    }

    /** Last minute of the day a task of the province is due. */
    public Date dueOf(String caseNumber, String task) {
        return CapitalTerms.end(terms.in(
                switch (task) {
                    case "proposeCapital" -> "capital.propose.workingDays";
                    case "appraiseCapital" -> "capital.appraisal.workingDays";
                    default -> "capital.decide.workingDays";
                }));
    }

    /** Last minute of the day a task of a district is due. */
    public Date dueInDistrict(String caseNumber, String district, String task) {
        return CapitalTerms.end(
                task.equals("allocateCapital") ? dueOn(caseNumber, district) : terms.in("capital.decide.workingDays"));
    }

    private LocalDate dueOn(String caseNumber, String district) {
        int year = rounds.of(caseNumber).year();
        LocalDate due = terms.allocationDue(year, district);
        var values = new HashMap<String, Object>();
        values.put("due_on", due);
        values.put("upper_late", terms.upperLate(year, terms.givenOn(year, district)));
        ledgers.set(year, district, values);
        return due;
    }

    /** Just after the last day to allocate. */
    public Date allocationEndsAt(String caseNumber, String district) {
        return CapitalTerms.soonAfter(dueOn(caseNumber, district));
    }

    /** Districts with a part in the case. */
    public List<String> districts(String caseNumber) {
        Round round = rounds.of(caseNumber);
        return round.districtOnly()
                ? List.of(round.leadUnit())
                : round.given().stream().map(Given::district).distinct().toList();
    }

    /** The Chair has decided: districts see the case and are told, and cases that waited for capital go on. */
    public void giveCapital(String caseNumber) {
        Round round = rounds.of(caseNumber);
        for (String district : districts(caseNumber)) {
            ledgers.ensure(round.year(), district);
            cases.addUnit(caseNumber, district, "COORDINATING");
            tell(caseNumber, district, "capital.notice.given", false);
            rounds.concerning(round.year(), district).stream()
                    .filter(r -> r.districtOnly() && r.leadUnit().equals(district))
                    .forEach(r -> processes.offer("capital.given", r.processInstanceId()));
        }
        record("UBND_TINH", caseNumber, "capital.given", Map.of("total", round.total()));
    }

    /** January is over and the district has not submitted: urged, and those who follow capital are told. */
    public void recordLateness(String caseNumber, String district) {
        Ledger ledger = ledgers.of(rounds.of(caseNumber).year(), district);
        boolean upper = ledger.upperLate() || ledger.given().isEmpty();
        ledgers.set(ledger, Map.of("upper_late", upper));
        tell(caseNumber, district, "capital.notice.late", true);
        events.publishEvent(new NoticeWanted(
                caseNumber,
                List.of(Actor.group("officer", "SKHDT"), Actor.group("officer", "STC")),
                "capital.notice.districtLate",
                List.of(units.nameOf(district)),
                false));
        record(district, caseNumber, "capital.late", Map.of("upperLate", upper));
    }

    /** End of the year; a district that waits for capital waits no longer. */
    public Date yearEndsAt(String caseNumber) {
        return CapitalTerms.soonAfter(LocalDate.of(rounds.of(caseNumber).year(), 12, 31));
    }

    /** The leader has signed: the draft counts, and disbursement is followed from now on. */
    public void recordAllocation(String caseNumber, String district) {
        Ledger ledger = ledgers.of(rounds.of(caseNumber).year(), district);
        if (!ledger.balance().isEqual()) {
            throw new IllegalStateException("Capital of " + district + " is not equal"); // checked when it was signed
        }
        ledgers.sign(ledger);
        LocalDate today = terms.today();
        var values = new HashMap<String, Object>();
        values.put("allocated_case", caseNumber);
        values.put("allocated_on", today);
        values.put("locked_case", Optional.empty());
        if (terms.inWindow(ledger.year(), today)) {
            values.put("in_january", ledger.balance().allocated());
        }
        if (ledger.followCase() == null) {
            values.put("next_quarter", terms.firstQuarter(ledger.year(), today));
            values.put("settlement_due_on", terms.settlementDue(ledger.year()));
        }
        ledgers.set(ledger, values);
        record(
                district,
                caseNumber,
                "capital.allocated",
                Map.of("year", ledger.year(), "total", ledger.balance().allocated()));
        if (ledger.followCase() == null) {
            followUps.open(ledgers.of(ledger.year(), district));
        }
    }

    private void record(String chain, String caseNumber, String action, Map<String, ?> data) {
        journal.record(Act.of(chain, action, caseNumber, currentActor.get(), data));
    }

    private void tell(String caseNumber, String district, String key, boolean urging) {
        events.publishEvent(new NoticeWanted(
                caseNumber,
                List.of(Actor.group("officer", district), Actor.group("leader", district)),
                key,
                List.of(),
                urging));
    }
}
