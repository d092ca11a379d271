package vn.angiang.plan72.household;

import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.casefile.CaseFile;
import vn.angiang.plan72.casefile.CaseState;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.casefile.NewCase;
import vn.angiang.plan72.journal.Act;
import vn.angiang.plan72.journal.Journal;
import vn.angiang.plan72.organization.Unit;
import vn.angiang.plan72.organization.Units;
import vn.angiang.plan72.process.EngineEvents;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.CurrentActor;

/**
 * What the steps of the yearly review do. Its own case is somebody else's to close; the communes' cases are opened here and
 * closed with the official result.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class ReviewFlow {

    private final ReviewStore store;
    private final HouseholdStore households;
    private final HouseholdReviews reviews;
    private final Cases cases;
    private final Units units;
    private final ReviewDays days;
    private final Journal journal;
    private final CurrentActor currentActor;
    private final HouseholdWords words;

    ReviewFlow(
            ReviewStore store,
            HouseholdStore households,
            HouseholdReviews reviews,
            Cases cases,
            Units units,
            ReviewDays days,
            Journal journal,
            CurrentActor currentActor,
            HouseholdWords words) {
        this.store = store;
        this.households = households;
        this.reviews = reviews;
        this.cases = cases;
        this.units = units;
        this.days = days;
        this.journal = journal;
        this.currentActor = currentActor;
        this.words = words;
    }

    /** Last minute of the day a task that opens now is due. */
    public Date dueOf(String caseNumber, String task) {
        int year = store.of(caseNumber).year();
        return days.evening(task.equals("reportPreliminary") ? days.preliminary(year) : days.official(year));
    }

    /**
     * Begins the review: a case for every commune of the lead unit, of the province when it is no district or commune. A
     * commune that reviews already in this year is not asked again; its sums count here too.
     */
    public void openReview(String caseNumber, String leadUnit, Long year) {
        if (store.find(caseNumber).isPresent()) {
            return;
        }
        store.insert(caseNumber, leadUnit, year.intValue());
        for (Unit commune : communesOf(leadUnit)) {
            store.ofYear(commune.code(), year.intValue())
                    .ifPresentOrElse(
                            present -> store.link(caseNumber, present),
                            () -> openCommune(caseNumber, commune, year.intValue()));
        }
    }

    private List<Unit> communesOf(String leadUnit) {
        Unit lead = units.byCode(leadUnit);
        List<Unit> all =
                switch (lead.level()) {
                    case "commune" -> List.of(lead);
                    case "district" -> units.childrenOf(leadUnit);
                    default ->
                        units.districts().stream()
                                .flatMap(d -> units.childrenOf(d.code()).stream())
                                .toList();
                };
        return all.stream()
                .filter(u -> u.level().equals("commune") && u.existsOn(days.today()))
                .toList();
    }

    /** Restricted: the commune and its district, nobody else; and the district sees no household even there. */
    private void openCommune(String reviewCase, Unit commune, int year) {
        String district = commune.parentCode() == null ? commune.code() : commune.parentCode();
        CaseFile file = cases.open(
                new NewCase(
                        "RS",
                        HouseholdReviews.COMMUNE_PROCESS,
                        words.say("household.title.commune", commune.nameVi(), String.valueOf(year)),
                        null,
                        "IV.13",
                        commune.code(),
                        district,
                        Set.of(),
                        year,
                        "mandatory",
                        CaseState.DANG_THUC_HIEN,
                        days.takeStock(year)),
                currentActor.get());
        cases.restrict(
                file.number(),
                List.of(
                        Actor.group("officer", commune.code()),
                        Actor.group("leader", commune.code()),
                        Actor.group("officer", district),
                        Actor.group("leader", district)));
        store.insertCommune(file.number(), reviewCase, commune.code(), district);
    }

    /** When the communes begin. */
    public Date periodBeginsAt(String caseNumber) {
        return days.morning(days.begins(store.of(caseNumber).year()));
    }

    /** When the provisional sums are taken. */
    public Date preliminaryAt(String caseNumber) {
        return days.morning(days.takeStock(store.of(caseNumber).year()));
    }

    /** Cases of the communes that review for this review, for the loop of the model. */
    public List<String> communeCases(String caseNumber) {
        return store.communes(caseNumber).stream()
                .filter(c -> c.reviewCase().equals(caseNumber))
                .map(CommuneReview::caseNumber)
                .toList();
    }

    /** Cases of the communes that have to review again. */
    public List<String> reworkCases(String caseNumber) {
        return store.communes(caseNumber).stream()
                .filter(CommuneReview::rework)
                .map(CommuneReview::caseNumber)
                .toList();
    }

    /** Keeps the provisional sums: communes that are done count, the others are named as missing. */
    void recordProvisional(String caseNumber) {
        store.keep(caseNumber, "PROVISIONAL", done(caseNumber));
        households.freeze(caseNumber, false);
        store.review(caseNumber, Map.of("provisional_on", days.today()));
        record(caseNumber, "household.provisional");
    }

    private Map<String, Movement> done(String caseNumber) {
        var sums = new java.util.TreeMap<String, Movement>();
        for (var line : reviews.sumsOf(caseNumber).lines()) {
            if (line.commune().state().equals("DONE")) {
                if (!line.current().addsUp()) {
                    throw new IllegalStateException("Sums of " + line.commune().caseNumber() + " do not add up");
                }
                sums.put(line.commune().commune(), line.current());
            }
        }
        return sums;
    }

    /** Keeps the official sums beside the provisional ones, and what the next review must know. */
    public void recordOfficial(String caseNumber) {
        store.keep(caseNumber, "OFFICIAL", done(caseNumber));
        households.freeze(caseNumber, true);
        households.remember(caseNumber);
        record(caseNumber, "household.official");
        for (CommuneReview commune : store.communes(caseNumber)) {
            if (cases.byNumber(commune.caseNumber()).isOpen()) {
                cases.submitted(commune.caseNumber(), signed(commune));
                cases.close(commune.caseNumber(), CaseState.HOAN_THANH, null);
            }
        }
    }

    private LocalDate signed(CommuneReview commune) {
        return commune.signedOn() == null ? days.today() : commune.signedOn();
    }

    /** A review that was taken away takes the communes' cases along. */
    @EventListener
    void on(EngineEvents.ProcessEnded ended) {
        if (ended.cancelled() && ended.processKey().equals(HouseholdReviews.COMMUNE_PROCESS)) {
            cases.find(ended.caseNumber())
                    .filter(CaseFile::isOpen)
                    .ifPresent(file -> cases.close(file.number(), CaseState.HUY, null));
        }
    }

    private void record(String caseNumber, String action) {
        journal.record(Act.of(units.standingAgency().code(), action, caseNumber, currentActor.get(), Map.of()));
    }
}
