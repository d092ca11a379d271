package vn.angiang.plan72.household;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.journal.Act;
import vn.angiang.plan72.journal.Journal;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.shared.Texts;

/** Households and complaints, for people of the commune alone; each look goes to the commune's journal. */
@Service
public class HouseholdLists {

    /** Rows on a page. */
    public static final int PAGE = 50;

    private static final Set<String> WRITABLE = Set.of("LISTING", "SURVEYING", "COMPLAINTS");
    private static final Set<String> COMPLAINABLE = Set.of("POSTED", "COMPLAINTS");
    private static final int LONGEST = 2000;

    private final ReviewStore reviews;
    private final HouseholdStore store;
    private final Cases cases;
    private final Journal journal;
    private final HouseholdWords words;
    private final Clock clock;

    HouseholdLists(
            ReviewStore reviews,
            HouseholdStore store,
            Cases cases,
            Journal journal,
            HouseholdWords words,
            Clock clock) {
        this.reviews = reviews;
        this.store = store;
        this.cases = cases;
        this.journal = journal;
        this.words = words;
        this.clock = clock;
    }

    /** A page of a commune's list; {@code more} tells whether another follows. */
    public record Page(CommuneReview review, List<HouseholdRow> rows, int total, boolean more) {}

    /** A complaint as the commune sees it. */
    public record Complaint(
            long id,
            @Nullable String household,
            String text,
            LocalDate receivedOn,
            @Nullable String outcome,
            @Nullable LocalDate resolvedOn) {}

    /** Whether this person is of the commune, as officer or leader, or stands in for one who is. */
    public boolean isOfCommune(CommuneReview review, Actor actor) {
        return isOfCommune(review.commune(), actor);
    }

    static boolean isOfCommune(String commune, Actor actor) {
        return actor.allGroups().contains(Actor.group("officer", commune))
                || actor.allGroups().contains(Actor.group("leader", commune));
    }

    /**
     * The commune's review, for its own people.
     *
     * @throws Refusal.NotFound for everybody else, whatever their office
     */
    CommuneReview own(String caseNumber, Actor actor) {
        var review = reviews.findCommune(caseNumber).filter(r -> isOfCommune(r, actor));
        return review.orElseThrow(() -> new Refusal.NotFound("case.notFound", caseNumber));
    }

    /** Whether the list may be changed now, and by this person: an officer of the commune. */
    public boolean mayWrite(CommuneReview review, Actor actor) {
        return WRITABLE.contains(review.state())
                && actor.allGroups().contains(Actor.group("officer", review.commune()));
    }

    /** The commune's review, writable by this person now. */
    CommuneReview writable(String caseNumber, Actor actor) {
        CommuneReview review = own(caseNumber, actor);
        if (!mayWrite(review, actor)) {
            throw new Refusal.Conflict("household.notNow");
        }
        return review;
    }

    /** A page of the list; the look is recorded with the number of the page, never with a name. */
    @Transactional
    public Page page(String caseNumber, int page, Actor actor) {
        CommuneReview review = own(caseNumber, actor);
        int number = Math.max(0, Math.min(10_000, page));
        int total = store.count(caseNumber);
        var rows = store.rows(caseNumber, number * PAGE, PAGE);
        if (!rows.isEmpty()) {
            looked(review, "danh-sach/" + number, actor);
        }
        return new Page(review, rows, total, (number + 1) * PAGE < total);
    }

    void looked(CommuneReview review, String page, Actor actor) {
        journal.record(Act.of(review.commune(), "household.looked", review.caseNumber(), actor, Map.of("page", page)));
    }

    /** Complaints about the commune's result. */
    @Transactional
    public List<Complaint> complaints(String caseNumber, Actor actor) {
        CommuneReview review = own(caseNumber, actor);
        var all = store.complaints(caseNumber);
        if (!all.isEmpty()) {
            looked(review, "khieu-nai", actor);
        }
        return all.stream()
                .map(c -> new Complaint(c.id(), c.household(), c.text(), c.receivedOn(), c.outcome(), c.resolvedOn()))
                .toList();
    }

    /**
     * Writes a complaint down, while the result is posted.
     *
     * @throws Refusal.Conflict at any other time
     */
    @Transactional
    public void complain(String caseNumber, String household, String text, Actor by) {
        CommuneReview review = own(caseNumber, by);
        if (!COMPLAINABLE.contains(review.state())) {
            throw new Refusal.Conflict("household.complaint.notNow");
        }
        String code = Texts.clean(household);
        if (code.length() > 30) {
            throw words.refuse("household", "household.error.code");
        }
        store.complain(caseNumber, code.isEmpty() ? null : code, text("text", text), LocalDate.now(clock));
        cases.touch(caseNumber);
        journal.record(Act.of(review.commune(), "household.complaint", caseNumber, by, Map.of()));
    }

    /** Writes down what became of a complaint. */
    @Transactional
    public void resolve(String caseNumber, long id, String outcome, Actor by) {
        CommuneReview review = own(caseNumber, by);
        if (!COMPLAINABLE.contains(review.state())) {
            throw new Refusal.Conflict("household.complaint.notNow");
        }
        if (!store.resolve(caseNumber, id, text("outcome", outcome), LocalDate.now(clock))) {
            throw new Refusal.NotFound("case.notFound", caseNumber);
        }
        cases.touch(caseNumber);
        journal.record(Act.of(review.commune(), "household.complaintResolved", caseNumber, by, Map.of("id", id)));
    }

    private String text(String field, String typed) {
        String clean = Texts.clean(typed);
        if (clean.isEmpty() || clean.length() > LONGEST) {
            throw words.refuse(field, "household.error.text");
        }
        return clean;
    }
}
