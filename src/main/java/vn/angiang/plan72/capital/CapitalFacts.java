package vn.angiang.plan72.capital;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.casefile.CaseFacts;
import vn.angiang.plan72.casefile.CaseFile;
import vn.angiang.plan72.shared.Dong;

/** What is shown of an allocation on the task page and the case page: sums, no single district's lines. */
@Component
class CapitalFacts implements CaseFacts {

    private final RoundStore rounds;
    private final LedgerStore ledgers;
    private final CapitalWords words;

    CapitalFacts(RoundStore rounds, LedgerStore ledgers, CapitalWords words) {
        this.rounds = rounds;
        this.ledgers = ledgers;
        this.words = words;
    }

    @Override
    public String processKey() {
        return Rounds.PROCESS;
    }

    @Override
    public boolean knows(CaseFile file) {
        return rounds.find(file.number()).isPresent();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Fact> factsOf(CaseFile file, Locale locale) {
        var facts = new ArrayList<Fact>();
        rounds.find(file.number()).ifPresent(r -> {
            add(facts, "balance", r.balance());
            add(facts, "opinion", r.opinion());
            if (r.districtOnly()) {
                ledgers.find(r.year(), r.leadUnit()).ifPresent(l -> ledger(facts, l));
            } else {
                long districts =
                        r.given().stream().map(Given::district).distinct().count();
                add(facts, "total", words.say("capital.fact.total.of", Dong.write(r.total()), districts));
                add(
                        facts,
                        "decision",
                        r.decisionNo() == null ? null : r.decisionNo() + ", " + words.day(r.decidedOn()));
            }
        });
        return facts;
    }

    private void ledger(List<Fact> facts, Ledger l) {
        Balance balance = l.balance();
        add(facts, "given", Dong.write(balance.given()) + " đ");
        add(facts, "allocated", Dong.write(balance.allocated()) + " đ");
        add(facts, "decision", l.decisionNo() == null ? null : l.decisionNo() + ", " + words.day(l.decidedOn()));
        add(facts, "followUp", l.followCase());
    }

    private static void add(List<Fact> facts, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            facts.add(new Fact("capital.fact." + name, value));
        }
    }
}
