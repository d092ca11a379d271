package vn.angiang.plan72.household;

import java.time.LocalDate;
import java.util.Date;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.journal.Act;
import vn.angiang.plan72.journal.Journal;
import vn.angiang.plan72.shared.CurrentActor;

/** What the steps of a commune's review do. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class CommuneFlow {

    private final ReviewStore store;
    private final HouseholdStore households;
    private final Cases cases;
    private final ReviewDays days;
    private final Journal journal;
    private final CurrentActor currentActor;

    CommuneFlow(
            ReviewStore store,
            HouseholdStore households,
            Cases cases,
            ReviewDays days,
            Journal journal,
            CurrentActor currentActor) {
        this.store = store;
        this.households = households;
        this.cases = cases;
        this.days = days;
        this.journal = journal;
        this.currentActor = currentActor;
    }

    /** Last minute of the day a task that opens now is due. */
    public Date dueOf(String caseNumber, String task) {
        return days.evening(days.step());
    }

    /** The commune of the case, which begins or begins again. */
    public String communeOf(String caseNumber) {
        CommuneReview review = store.ofCommune(caseNumber);
        store.commune(caseNumber, Map.of("state", "LISTING", "rework", false));
        return review.commune();
    }

    /** The district that checks. */
    public String districtOf(String caseNumber) {
        return store.ofCommune(caseNumber).district();
    }

    /** The result is posted for some days. */
    public void postResult(String caseNumber) {
        LocalDate ends = days.postingEnds();
        store.commune(caseNumber, Map.of("state", "POSTED", "posting_ends_on", ends));
        record(caseNumber, "household.posted");
    }

    /** Just after the last day of posting. */
    public Date postingEndsAt(String caseNumber) {
        LocalDate ends = store.ofCommune(caseNumber).postingEndsOn();
        return days.morning((ends == null ? days.today() : ends).plusDays(1));
    }

    /** Whether a complaint waits for its outcome: {@code YES} or {@code NO}. */
    public String openComplaints(String caseNumber) {
        boolean open = households.openComplaints(caseNumber) > 0;
        store.commune(caseNumber, Map.of("state", open ? "COMPLAINTS" : "SIGNING"));
        return open ? "YES" : "NO";
    }

    /** The commune's result stands. */
    public void recordCommune(String caseNumber) {
        store.commune(caseNumber, Map.of("state", "DONE"));
        cases.submitted(caseNumber, days.today());
        record(caseNumber, "household.communeDone");
    }

    private void record(String caseNumber, String action) {
        journal.record(Act.of(store.ofCommune(caseNumber).commune(), action, caseNumber, currentActor.get(), Map.of()));
    }
}
