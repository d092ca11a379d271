package vn.angiang.plan72.process;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with one resource. */
final class GateFindings {

    private static final int MAX_DETAIL = 120;

    private final String resource;
    private final List<ModelGate.Problem> problems;

    GateFindings(String resource, List<ModelGate.Problem> problems) {
        this.resource = resource;
        this.problems = problems;
    }

    void add(@Nullable String elementId, GateRule rule, Object... details) {
        var words = new Object[details.length];
        for (int i = 0; i < details.length; i++) {
            String text = String.valueOf(details[i]).strip();
            words[i] = text.length() > MAX_DETAIL ? text.substring(0, MAX_DETAIL) + "…" : text;
        }
        problems.add(new ModelGate.Problem(resource, elementId, rule.name(), rule.words(words)));
    }
}
