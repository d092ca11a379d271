package vn.angiang.plan72.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.casefile.CaseFacts;
import vn.angiang.plan72.casefile.CaseFile;
import vn.angiang.plan72.process.StartableProcesses;

/** Which flow a case of ours runs on and how it ended. */
@Component
class FlowFacts implements CaseFacts {

    private final FlowCases flowCases;
    private final StartableProcesses startable;

    FlowFacts(FlowCases flowCases, StartableProcesses startable) {
        this.flowCases = flowCases;
        this.startable = startable;
    }

    /** Any flow that runs by itself. */
    @Override
    public String processKey() {
        return "";
    }

    @Override
    @Transactional(readOnly = true)
    public boolean knows(CaseFile file) {
        return flowCases.find(file.number()).isPresent();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Fact> factsOf(CaseFile file, Locale locale) {
        var facts = new ArrayList<Fact>();
        if (file.definitionId() != null) {
            startable
                    .ofDefinition(file.definitionId())
                    .ifPresent(process -> facts.add(new Fact("flow.fact.flow", process.name())));
        }
        flowCases.find(file.number()).ifPresent(it -> {
            if (it.endedWith() != null && !it.endedWith().isBlank()) {
                facts.add(new Fact("flow.fact.ended", it.endedWith()));
            }
            if (it.reason() != null) {
                facts.add(new Fact("flow.fact.withdrawn", it.reason()));
            }
        });
        return facts;
    }
}
