package vn.angiang.plan72.household;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.casefile.CaseFacts;
import vn.angiang.plan72.casefile.CaseFile;
import vn.angiang.plan72.organization.Units;
import vn.angiang.plan72.worklist.FormContext;

/** Sums of a review on task and case pages, and the communes as options. */
@Component
class ReviewFacts implements CaseFacts, FormContext {

    private final ReviewStore store;
    private final HouseholdReviews reviews;
    private final Units units;
    private final HouseholdWords words;

    ReviewFacts(ReviewStore store, HouseholdReviews reviews, Units units, HouseholdWords words) {
        this.store = store;
        this.reviews = reviews;
        this.units = units;
        this.words = words;
    }

    @Override
    public String processKey() {
        return HouseholdReviews.PROCESS;
    }

    /** Also when an assignment called the flow. */
    @Override
    @Transactional(readOnly = true)
    public boolean knows(CaseFile file) {
        return store.find(file.number()).isPresent();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Fact> factsOf(CaseFile file, Locale locale) {
        if (store.find(file.number()).isEmpty()) {
            return List.of();
        }
        var sums = reviews.sumsOf(file.number());
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("household.fact.current", sentence(sums.current())));
        if (sums.review().provisionalOn() != null) {
            facts.add(new Fact("household.fact.provisional", sentence(sums.provisional())));
        }
        if (sums.review().officialOn() != null) {
            facts.add(new Fact("household.fact.official", sentence(sums.official())));
        }
        facts.add(new Fact(
                "household.fact.missing",
                sums.missing().size() + " / " + sums.lines().size()));
        return facts;
    }

    private String sentence(Movement m) {
        return CommuneFacts.sentence(words, m);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Object> of(CaseFile file) {
        return Map.of(
                "communeOptions",
                store.communes(file.number()).stream()
                        .map(c -> Map.of("value", c.commune(), "label", units.nameOf(c.commune())))
                        .toList());
    }
}
