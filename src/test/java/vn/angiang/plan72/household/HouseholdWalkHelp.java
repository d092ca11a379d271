package vn.angiang.plan72.household;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.support.WalkHelp;
import vn.angiang.plan72.worklist.WorkItem;

/** A commune's list has one household, its meeting agrees; the review waits for its communes. */
class HouseholdWalkHelp implements WalkHelp {

    private final ReviewStore store;
    private final HouseholdWorkbook workbook;
    private final Cases cases;

    HouseholdWalkHelp(ReviewStore store, HouseholdWorkbook workbook, Cases cases) {
        this.store = store;
        this.workbook = workbook;
        this.cases = cases;
    }

    @Override
    public String processKey() {
        return "communeReview";
    }

    @Override
    public List<String> waitsFor(String caseNumber) {
        return store.communes(caseNumber).stream()
                .map(CommuneReview::caseNumber)
                .filter(number -> cases.byNumber(number).isOpen())
                .toList();
    }

    @Override
    public void before(WorkItem task, Actor actor) {
        if (task.taskKey().equals("UserTask_prepareList")) {
            byte[] list = HouseholdStoryTests.sheet(
                    List.of(HouseholdStoryTests.row("W1", "K", "K", "C", "C", "100", "0000000000")));
            workbook.read(task.caseNumber(), new ByteArrayInputStream(list), actor);
        }
    }

    @Override
    public void adjust(WorkItem task, Map<String, List<String>> answers) {
        if (task.taskKey().equals("UserTask_holdMeeting")) {
            answers.put("attended", List.of("60"));
            answers.put("agreed", List.of("45"));
            answers.put("meetingResult", List.of("AGREED"));
        }
    }
}
