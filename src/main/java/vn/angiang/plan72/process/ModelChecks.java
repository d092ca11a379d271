package vn.angiang.plan72.process;

import java.util.List;
import org.springframework.stereotype.Service;

/**
 * Everything that decides whether files may become a version, the same for every path they can take: the allow-list and
 * the conventions; then, only for files that passed both, a dry run by the engine's own parsers.
 */
@Service
public class ModelChecks {

    private final ModelRules rules;
    private final EngineDryRun dryRun;

    ModelChecks(ModelRules rules, EngineDryRun dryRun) {
        this.rules = rules;
        this.dryRun = dryRun;
    }

    /** All files of one deployment, together; an empty answer means they may be deployed. */
    public List<ModelGate.Problem> check(List<ModelGate.Resource> files) {
        List<ModelGate.Problem> problems = rules.check(files);
        return problems.isEmpty() ? dryRun.check(files) : problems;
    }
}
