package vn.angiang.plan72.works;

import java.util.List;
import java.util.Map;
import vn.angiang.plan72.support.WalkHelp;
import vn.angiang.plan72.worklist.WorkItem;

/** A year without a small work to propose: the shortest way through the flow; works have stories of their own. */
class NoWorksForWalk implements WalkHelp {

    @Override
    public String processKey() {
        return "smallWorks";
    }

    @Override
    public void adjust(WorkItem task, Map<String, List<String>> answers) {
        answers.replace("worksProposal", List.of("NOTHING"));
    }
}
