package vn.angiang.plan72.feedback;

import java.util.List;
import java.util.Map;
import vn.angiang.plan72.support.WalkHelp;
import vn.angiang.plan72.worklist.WorkItem;

/** A supervision that finds nothing: the shortest way through the flow; opinions have stories of their own. */
class NoFindingForWalk implements WalkHelp {

    @Override
    public String processKey() {
        return "socialSupervision";
    }

    @Override
    public void adjust(WorkItem task, Map<String, List<String>> answers) {
        answers.replace("supervisionResult", List.of("NONE"));
    }
}
