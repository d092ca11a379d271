package vn.angiang.plan72.modelling;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.casefile.CaseFacts;
import vn.angiang.plan72.casefile.CaseFile;
import vn.angiang.plan72.organization.People;
import vn.angiang.plan72.process.ModelChecks;

/** What the task page and the case page of a release say. */
@Component
class ReleaseFacts implements CaseFacts {

    private final DraftStore store;
    private final ModelChecks checks;
    private final People people;
    private final Modelers words;

    ReleaseFacts(DraftStore store, ModelChecks checks, People people, Modelers words) {
        this.store = store;
        this.checks = checks;
        this.people = people;
        this.words = words;
    }

    @Override
    public String processKey() {
        return Releases.PROCESS;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Fact> factsOf(CaseFile file, Locale locale) {
        return store.ofCase(file.number()).map(this::facts).orElse(List.of());
    }

    private List<Fact> facts(Draft draft) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(
                "modelling.fact.process",
                draft.baseVersion() == 0
                        ? words.say("modelling.fact.new", draft.processKey())
                        : words.say("modelling.fact.follows", draft.processKey(), draft.baseVersion())));
        facts.add(new Fact("modelling.reason", draft.reason() == null ? "" : draft.reason()));
        facts.add(new Fact(
                "modelling.fact.authors",
                String.join(
                        ", ",
                        store.authors(draft.id()).stream().map(people::nameOf).toList())));
        facts.add(new Fact("modelling.state", words.say(draft.state().messageKey())));
        if (draft.refusal() != null) {
            facts.add(new Fact("modelling.refusal", draft.refusal()));
        }
        if (!draft.isOver()) {
            int problems =
                    checks.check(Drafts.resources(store.files(draft.id()))).size();
            facts.add(new Fact(
                    "modelling.gate",
                    problems == 0
                            ? words.say("modelling.gate.passes")
                            : words.say("modelling.gate.problems", problems)));
        }
        return facts;
    }
}
