package vn.angiang.plan72.reporting;

import java.math.BigDecimal;
import java.util.List;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.support.WalkHelp;
import vn.angiang.plan72.worklist.WorkItem;

/** A report is handed in with its sheet filled. */
class FiguresForWalk implements WalkHelp {

    private final UnitReports reports;

    FiguresForWalk(UnitReports reports) {
        this.reports = reports;
    }

    @Override
    public String processKey() {
        return "unitReport";
    }

    @Override
    public void before(WorkItem task, Actor actor) {
        if (task.taskKey().equals("UserTask_enterReport")) {
            var sheet = reports.sheet(task.caseNumber(), actor);
            List<UnitReports.Entry> entries = sheet.lines().stream()
                    .map(line -> new UnitReports.Entry(line.measure().code(), value(line.measure()), "Chạy thử"))
                    .toList();
            reports.save(task.caseNumber(), sheet.report().revision(), entries, "FORM", actor);
        }
    }

    private static Figure.Value value(Measure measure) {
        return measure.isRatio() ? Figure.Value.ratio(BigDecimal.ONE, BigDecimal.ONE) : Figure.Value.of(BigDecimal.ONE);
    }
}
