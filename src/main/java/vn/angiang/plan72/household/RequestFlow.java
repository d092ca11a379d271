package vn.angiang.plan72.household;

import java.time.LocalDate;
import java.util.Date;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.casefile.CaseFile;
import vn.angiang.plan72.casefile.CaseState;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.journal.Act;
import vn.angiang.plan72.journal.Journal;
import vn.angiang.plan72.process.EngineEvents;
import vn.angiang.plan72.shared.CurrentActor;

/** What the steps of a household's request do. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class RequestFlow {

    private final RequestStore store;
    private final Cases cases;
    private final ReviewDays days;
    private final Journal journal;
    private final CurrentActor currentActor;

    RequestFlow(RequestStore store, Cases cases, ReviewDays days, Journal journal, CurrentActor currentActor) {
        this.store = store;
        this.cases = cases;
        this.days = days;
        this.journal = journal;
        this.currentActor = currentActor;
    }

    /** All tasks share the one term of the request. */
    public Date dueOf(String caseNumber, String task) {
        return days.evening(store.of(caseNumber).dueOn());
    }

    /** The household's commune. */
    public String communeOf(String caseNumber) {
        return store.of(caseNumber).commune();
    }

    /** What the survey found is posted for some days. */
    public void postProposal(String caseNumber) {
        LocalDate ends = days.requestPostingEnds();
        store.set(caseNumber, Map.of("state", "POSTED", "posting_ends_on", ends));
        record(caseNumber, "household.requestPosted");
    }

    /** Just after the last day of posting. */
    public Date postingEndsAt(String caseNumber) {
        LocalDate ends = store.of(caseNumber).postingEndsOn();
        return days.morning((ends == null ? days.today() : ends).plusDays(1));
    }

    /**
     * The Chair's decision stands. A household that gets what it asked for changes its class; one that does not keeps the
     * class it had.
     */
    public void recordDecision(String caseNumber) {
        HouseholdRequest request = store.of(caseNumber);
        boolean granted = request.deserved();
        if (granted && request.result() != null) {
            store.yearClass(request.householdId(), request.result());
        }
        close(caseNumber, granted ? "GRANTED" : "NOT_GRANTED");
        record(caseNumber, "household.requestDecided");
    }

    /** The request was not taken. */
    public void recordRefusal(String caseNumber) {
        close(caseNumber, "REFUSED");
        record(caseNumber, "household.requestRefused");
    }

    private void close(String caseNumber, String decision) {
        store.set(caseNumber, Map.of("state", "DONE", "decision", decision, "closed_on", days.today()));
        cases.submitted(caseNumber, days.today());
        cases.close(caseNumber, CaseState.HOAN_THANH, null);
    }

    /** A process that was taken away leaves no open request behind. */
    @EventListener
    void on(EngineEvents.ProcessEnded ended) {
        if (ended.cancelled() && ended.processKey().equals(HouseholdRequests.PROCESS)) {
            cases.find(ended.caseNumber()).filter(CaseFile::isOpen).ifPresent(file -> {
                store.set(file.number(), Map.of("state", "DONE", "decision", "WITHDRAWN", "closed_on", days.today()));
                cases.close(file.number(), CaseState.HUY, null);
            });
        }
    }

    private void record(String caseNumber, String action) {
        journal.record(Act.of(store.of(caseNumber).commune(), action, caseNumber, currentActor.get(), Map.of()));
    }
}
