package vn.angiang.plan72.capital;

import java.util.Map;
import org.springframework.stereotype.Component;
import vn.angiang.plan72.casefile.CaseFile;
import vn.angiang.plan72.worklist.FormContext;

/** Whether a district's own case is late, so that its form asks for the cause only then. */
@Component
class CapitalContext implements FormContext {

    private final RoundStore rounds;
    private final LedgerStore ledgers;
    private final CapitalTerms terms;

    CapitalContext(RoundStore rounds, LedgerStore ledgers, CapitalTerms terms) {
        this.rounds = rounds;
        this.ledgers = ledgers;
        this.terms = terms;
    }

    @Override
    public String processKey() {
        return Rounds.PROCESS;
    }

    @Override
    public Map<String, Object> of(CaseFile file) {
        return rounds.find(file.number())
                .filter(Round::districtOnly)
                .flatMap(r -> ledgers.find(r.year(), r.leadUnit()))
                .filter(l -> l.dueOn() != null)
                .<Map<String, Object>>map(l -> Map.of("late", terms.today().isAfter(l.dueOn())))
                .orElse(Map.of());
    }
}
