package vn.angiang.plan72.process;

import java.util.List;
import org.springframework.stereotype.Service;

/** Everything that decides whether files may become a version, the same for every path they can take. */
@Service
public class ModelChecks {

    private final StepCatalogue steps;

    ModelChecks(StepCatalogue steps) {
        this.steps = steps;
    }

    /** All files of one deployment, together; an empty answer means they may be deployed. */
    public List<ModelGate.Problem> check(List<ModelGate.Resource> files) {
        return new ModelGate(steps.all()).check(files);
    }
}
