package vn.angiang.plan72.capital;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.casefile.CaseState;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.casefile.NewCase;
import vn.angiang.plan72.journal.Act;
import vn.angiang.plan72.journal.Journal;
import vn.angiang.plan72.organization.Units;
import vn.angiang.plan72.process.DeployedModels;
import vn.angiang.plan72.process.ProcessInstances;
import vn.angiang.plan72.shared.CurrentActor;
import vn.angiang.plan72.shared.Refusal;

/** Disbursement and settlement of one district and year: a case of its own, so that no assignment waits for it. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class FollowUps {

    /** Key of the flow. */
    public static final String PROCESS = "capitalDisbursement";

    private final LedgerStore store;
    private final CapitalTerms terms;
    private final Cases cases;
    private final Units units;
    private final ProcessInstances processes;
    private final DeployedModels models;
    private final Journal journal;
    private final CapitalWords words;
    private final CurrentActor currentActor;

    FollowUps(
            LedgerStore store,
            CapitalTerms terms,
            Cases cases,
            Units units,
            ProcessInstances processes,
            DeployedModels models,
            Journal journal,
            CapitalWords words,
            CurrentActor currentActor) {
        this.store = store;
        this.terms = terms;
        this.cases = cases;
        this.units = units;
        this.processes = processes;
        this.models = models;
        this.journal = journal;
        this.words = words;
        this.currentActor = currentActor;
    }

    /** Opens the case for a ledger that has none. */
    void open(Ledger ledger) {
        var file = cases.open(
                new NewCase(
                        "GN",
                        PROCESS,
                        words.say(
                                "capital.followUp.title",
                                String.valueOf(ledger.year()),
                                units.nameOf(ledger.district())),
                        null,
                        "IV.13",
                        ledger.district(),
                        "STC",
                        Set.of("SKHDT"),
                        ledger.year(),
                        "mandatory",
                        CaseState.DANG_THUC_HIEN,
                        ledger.settlementDueOn()),
                currentActor.get());
        store.followedBy(file.number(), ledger);
        store.set(ledger, Map.of("follow_case", file.number()));
        String instance = processes.start(PROCESS, file.number(), Map.of("district", ledger.district()));
        cases.runsOn(file.number(), instance, models.latestDefinition(PROCESS));
    }

    /** @throws Refusal.NotFound when the case follows nothing */
    Ledger of(String caseNumber) {
        return store.followed(caseNumber).orElseThrow(() -> new Refusal.NotFound("case.notFound", caseNumber));
    }

    /** Last minute of the day a task is due. */
    public Date dueOf(String caseNumber, String task) {
        Ledger ledger = of(caseNumber);
        LocalDate due = task.equals("settleCapital") && ledger.settlementDueOn() != null
                ? ledger.settlementDueOn()
                : terms.disbursementDue();
        return CapitalTerms.end(due);
    }

    /** Just after the quarter to be reported. */
    public Date quarterEndsAt(String caseNumber) {
        Ledger ledger = of(caseNumber);
        return terms.afterQuarter(ledger.year(), ledger.nextQuarter());
    }

    /** Number of the quarter being reported. */
    public Long quarterOf(String caseNumber) {
        return (long) of(caseNumber).nextQuarter();
    }

    /** Disbursed so far in whole percent of what is allocated; 100 when nothing is. */
    public Long disbursedPercent(String caseNumber) {
        Ledger ledger = of(caseNumber);
        return ledger.signed() == 0
                ? 100L
                : BigInteger.valueOf(ledger.disbursed())
                        .multiply(BigInteger.valueOf(100))
                        .divide(BigInteger.valueOf(ledger.signed()))
                        .longValueExact();
    }

    /** Closes the quarter; returns how many remain. */
    public Long recordQuarter(String caseNumber) {
        Ledger ledger = of(caseNumber);
        store.closeQuarter(ledger, terms.today());
        record(
                ledger,
                caseNumber,
                "capital.quarterClosed",
                Map.of("quarter", ledger.nextQuarter(), "disbursed", ledger.disbursed()));
        return 4L - ledger.nextQuarter();
    }

    /** The settlement is agreed: figures are final, the case is closed. */
    public void closeDisbursement(String caseNumber) {
        Ledger ledger = of(caseNumber);
        store.set(ledger, Map.of("settled_on", terms.today()));
        cases.close(caseNumber, CaseState.HOAN_THANH, null);
        record(ledger, caseNumber, "capital.settled", Map.of("settled", ledger.settled()));
    }

    private void record(Ledger ledger, String caseNumber, String action, Map<String, ?> data) {
        journal.record(Act.of(ledger.district(), action, caseNumber, currentActor.get(), data));
    }
}
