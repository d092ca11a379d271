package vn.angiang.plan72.household;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.casefile.CaseFacts;
import vn.angiang.plan72.casefile.CaseFile;
import vn.angiang.plan72.worklist.FormContext;

/** How a request stands, on task and case pages of its commune; not whose it is. */
@Component
class RequestFacts implements CaseFacts, FormContext {

    private final RequestStore store;
    private final HouseholdWords words;

    RequestFacts(RequestStore store, HouseholdWords words) {
        this.store = store;
        this.words = words;
    }

    @Override
    public String processKey() {
        return HouseholdRequests.PROCESS;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Fact> factsOf(CaseFile file, Locale locale) {
        var facts = new ArrayList<Fact>();
        store.find(file.number()).ifPresent(r -> {
            facts.add(new Fact("household.fact.state", words.say("household.request.state." + r.state())));
            facts.add(new Fact("household.request.kind", words.say("household.request.kind." + r.kind())));
            if (r.result() != null) {
                facts.add(new Fact("household.request.result", words.say("household.class." + r.result())));
                facts.add(new Fact(
                        "household.request.deserved",
                        words.say(r.deserved() ? "household.request.deserved.yes" : "household.request.deserved.no")));
            }
            if (r.attended() != null) {
                facts.add(new Fact("household.fact.meeting", words.say("household.meeting", r.agreed(), r.attended())));
            }
            if (r.objections() != null) {
                facts.add(new Fact("household.request.objections", String.valueOf(r.objections())));
            }
            if (r.decision() != null) {
                facts.add(new Fact(
                        "household.request.decision", words.say("household.request.decision." + r.decision())));
            }
        });
        return facts;
    }

    /** Whether the household gets what it asked for, so that the form asks for reasons only when it does not. */
    @Override
    @Transactional(readOnly = true)
    public Map<String, Object> of(CaseFile file) {
        return store.find(file.number())
                .<Map<String, Object>>map(r -> Map.of("requestGranted", r.deserved()))
                .orElse(Map.of());
    }
}
