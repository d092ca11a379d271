package vn.angiang.plan72.capital;

import java.util.List;
import java.util.Map;
import vn.angiang.plan72.support.WalkHelp;
import vn.angiang.plan72.worklist.WorkItem;

/** A year without capital to give: the shortest way through the allocation; its sums have stories of their own. */
class NoCapitalForWalk implements WalkHelp {

    @Override
    public String processKey() {
        return "capitalAllocation";
    }

    @Override
    public void adjust(WorkItem task, Map<String, List<String>> answers) {
        answers.replace("capitalProposal", List.of("NOTHING"));
        answers.replace("allocation", List.of("NOT_GIVEN"));
    }
}
