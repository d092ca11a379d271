package vn.angiang.plan72.works;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.casefile.CaseFacts;
import vn.angiang.plan72.casefile.CaseFile;
import vn.angiang.plan72.shared.Dong;

/** What is shown of a list of works on the task page and the case page. */
@Component
class WorksFacts implements CaseFacts {

    private final WorksStore store;
    private final WorksWords words;

    WorksFacts(WorksStore store, WorksWords words) {
        this.store = store;
        this.words = words;
    }

    @Override
    public String processKey() {
        return WorksLists.PROCESS;
    }

    @Override
    public boolean knows(CaseFile file) {
        return store.list(file.number()).isPresent();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Fact> factsOf(CaseFile file, Locale locale) {
        var works = store.ofCase(file.number());
        if (works.isEmpty()) {
            return List.of();
        }
        String lines = works.stream()
                .map(w -> words.say("works.fact.line", w.name(), Dong.write(w.total()), words.say(w.stateKey())))
                .collect(Collectors.joining("\n"));
        return List.of(new Fact("works.fact.works", lines));
    }
}
