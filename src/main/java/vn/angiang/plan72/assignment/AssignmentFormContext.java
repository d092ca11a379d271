package vn.angiang.plan72.assignment;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.angiang.plan72.casefile.CaseFile;
import vn.angiang.plan72.worklist.FormContext;

/** Defaults that assignment forms start from. */
@Component
class AssignmentFormContext implements FormContext {

    private final AssignmentStore store;
    private final Extensions extensions;

    AssignmentFormContext(AssignmentStore store, Extensions extensions) {
        this.store = store;
        this.extensions = extensions;
    }

    @Override
    public String processKey() {
        return Assignments.PROCESS;
    }

    @Override
    public Map<String, Object> of(CaseFile file) {
        var context = new HashMap<String, Object>();
        AssignmentFact fact = store.of(file.number());
        context.put("percentSoFar", (long) fact.percent());
        context.put("objection", fact.objection());
        extensions
                .pending(file.number())
                .ifPresent(e -> context.put("wantedDueOn", e.wantedDueOn().toString()));
        return context;
    }
}
