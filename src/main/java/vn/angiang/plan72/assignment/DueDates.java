package vn.angiang.plan72.assignment;

import java.time.LocalDate;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.angiang.plan72.casefile.CaseFile;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.process.ProcessInstances;
import vn.angiang.plan72.process.ProcessTasks;
import vn.angiang.plan72.worklist.Inbox;

/** Moves the due date of an assignment everywhere at once: case, open tasks, timers. */
@Component
class DueDates {

    private static final Set<String> TASKS_DUE_WITH_CASE = Set.of("UserTask_execute", "UserTask_approveResult");
    private static final Set<String> TIMERS = Set.of("Event_dueDatePassed", "Event_nextCheck");

    private final Cases cases;
    private final Inbox inbox;
    private final ProcessTasks tasks;
    private final ProcessInstances processes;

    DueDates(Cases cases, Inbox inbox, ProcessTasks tasks, ProcessInstances processes) {
        this.cases = cases;
        this.inbox = inbox;
        this.tasks = tasks;
        this.processes = processes;
    }

    void move(String caseNumber, LocalDate due, boolean extension) {
        cases.moveDue(caseNumber, due, extension);
        CaseFile file = cases.byNumber(caseNumber);
        inbox.ofCase(caseNumber).stream()
                .filter(item -> item.processKey().equals(Assignments.PROCESS))
                .filter(item -> TASKS_DUE_WITH_CASE.contains(item.taskKey()))
                .forEach(item -> tasks.moveDue(item.taskId(), due));
        processes.recalculateTimers(Assignments.instanceOf(file), TIMERS);
    }
}
