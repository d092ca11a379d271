package vn.angiang.plan72.household;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.casefile.CaseAccess;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.Refusal;

/** Reviews and their sums, for those who may see their case. No household is in here. */
@Service
public class HouseholdReviews {

    /** Key of the flow of a year. */
    public static final String PROCESS = "householdReview";

    /** Key of the flow of one commune. */
    public static final String COMMUNE_PROCESS = "communeReview";

    private final ReviewStore store;
    private final CaseAccess access;

    HouseholdReviews(ReviewStore store, CaseAccess access) {
        this.store = store;
        this.access = access;
    }

    /**
     * A commune in a review.
     *
     * @param current sums of today
     * @param provisional as kept, nothing when missing
     * @param official as kept, nothing when missing
     */
    public record Line(CommuneReview commune, Movement current, Movement provisional, Movement official) {}

    /** A review with its sums. */
    public record Sums(
            Review review,
            List<Line> lines,
            Movement current,
            Movement provisional,
            Movement official,
            List<String> missing) {}

    /** Reviews this person may see. */
    @Transactional(readOnly = true)
    public List<Review> visibleTo(Actor actor) {
        var scope = access.scopeOf(actor);
        return store.list(scope.everything(), scope.units());
    }

    /** Reviews of this person's own communes, and of the communes of the own district. */
    @Transactional(readOnly = true)
    public List<CommuneReview> communesOf(Actor actor) {
        return store.ofUnits(actor.allUnitCodes());
    }

    /**
     * The sums of a review.
     *
     * @throws Refusal.NotFound when there is none, {@code Forbidden} when it is of other units
     */
    @Transactional(readOnly = true)
    public Sums sums(String caseNumber) {
        access.requireVisible(caseNumber);
        return sumsOf(caseNumber);
    }

    Sums sumsOf(String caseNumber) {
        Review review = store.of(caseNumber);
        Map<String, Movement> now = store.movements(caseNumber);
        Map<String, Movement> provisional = store.kept(caseNumber, "PROVISIONAL");
        Map<String, Movement> official = store.kept(caseNumber, "OFFICIAL");
        var lines = store.communes(caseNumber).stream()
                .map(c -> new Line(
                        c,
                        now.getOrDefault(c.commune(), Movement.NONE),
                        provisional.getOrDefault(c.commune(), Movement.NONE),
                        official.getOrDefault(c.commune(), Movement.NONE)))
                .toList();
        return new Sums(
                review,
                lines,
                sum(now),
                sum(provisional),
                sum(official),
                lines.stream()
                        .filter(l -> !l.commune().state().equals("DONE"))
                        .map(l -> l.commune().commune())
                        .toList());
    }

    private static Movement sum(Map<String, Movement> movements) {
        return movements.values().stream().reduce(Movement.NONE, Movement::plus);
    }

    /**
     * The review of a commune and its sums, for the commune and its district.
     *
     * @throws Refusal.NotFound for everybody else
     */
    @Transactional(readOnly = true)
    public Line commune(String caseNumber) {
        access.requireVisible(caseNumber);
        CommuneReview commune = store.ofCommune(caseNumber);
        return new Line(
                commune,
                store.movements(commune.reviewCase()).getOrDefault(commune.commune(), Movement.NONE),
                store.kept(commune.reviewCase(), "PROVISIONAL").getOrDefault(commune.commune(), Movement.NONE),
                store.kept(commune.reviewCase(), "OFFICIAL").getOrDefault(commune.commune(), Movement.NONE));
    }
}
