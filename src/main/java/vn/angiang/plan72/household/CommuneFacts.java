package vn.angiang.plan72.household;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.casefile.CaseFacts;
import vn.angiang.plan72.casefile.CaseFile;

/** Sums of a commune's review on task and case pages; no household. */
@Component
class CommuneFacts implements CaseFacts {

    private final ReviewStore store;
    private final HouseholdWords words;

    CommuneFacts(ReviewStore store, HouseholdWords words) {
        this.store = store;
        this.words = words;
    }

    @Override
    public String processKey() {
        return HouseholdReviews.COMMUNE_PROCESS;
    }

    static String sentence(HouseholdWords words, Movement m) {
        return words.say(
                "household.movement",
                m.households(),
                m.poorBefore(),
                m.fresh(),
                m.relapsed(),
                m.escaped(),
                m.movedAway(),
                m.poor(),
                m.nearPoor());
    }

    @Override
    @Transactional(readOnly = true)
    public List<Fact> factsOf(CaseFile file, Locale locale) {
        var facts = new ArrayList<Fact>();
        store.findCommune(file.number()).ifPresent(c -> {
            facts.add(new Fact("household.fact.state", words.say("household.state." + c.state())));
            Movement m = store.movements(c.reviewCase()).getOrDefault(c.commune(), Movement.NONE);
            facts.add(new Fact("household.fact.current", sentence(words, m)));
            if (c.attended() != null) {
                facts.add(new Fact("household.fact.meeting", words.say("household.meeting", c.agreed(), c.attended())));
            }
            if (c.remark() != null) {
                facts.add(new Fact("household.fact.remark", c.remark()));
            }
        });
        return facts;
    }
}
