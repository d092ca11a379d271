package vn.angiang.plan72.capital;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.casefile.CaseFacts;
import vn.angiang.plan72.casefile.CaseFile;
import vn.angiang.plan72.shared.Dong;

/** What is shown of a district's disbursement on the task page and the case page. */
@Component
class FollowUpFacts implements CaseFacts {

    private final FollowUps followUps;
    private final CapitalWords words;

    FollowUpFacts(FollowUps followUps, CapitalWords words) {
        this.followUps = followUps;
        this.words = words;
    }

    @Override
    public String processKey() {
        return FollowUps.PROCESS;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Fact> factsOf(CaseFile file, Locale locale) {
        Ledger ledger = followUps.of(file.number());
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("capital.fact.allocated", Dong.write(ledger.signed()) + " đ"));
        facts.add(new Fact("capital.fact.disbursed", Dong.write(ledger.disbursed()) + " đ"));
        for (Quarter q : ledger.quarters()) {
            if (q.slowCause() != null) {
                facts.add(new Fact(
                        "capital.fact.slow",
                        words.say(
                                "capital.fact.slow.of",
                                q.quarter(),
                                words.say("capital.cause." + q.slowCause()),
                                q.slowReason())));
            }
        }
        return facts;
    }
}
