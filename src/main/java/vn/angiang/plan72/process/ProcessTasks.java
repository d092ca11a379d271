package vn.angiang.plan72.process;

import java.time.LocalDate;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.shared.Refusal;

/**
 * What may be done to an open user task. Callers have checked who may; every method needs a running transaction so that
 * engine, facts, worklist and journal stand or fall together.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class ProcessTasks {

    private final TaskService tasks;
    private final HistoryService history;
    private final EngineAccess engine;

    ProcessTasks(@Lazy TaskService tasks, @Lazy HistoryService history, EngineAccess engine) {
        this.tasks = tasks;
        this.history = history;
        this.engine = engine;
    }

    /**
     * Completes a task with the answers that route the flow.
     *
     * @throws Refusal.Conflict when the task is gone or somebody else was faster
     */
    public void complete(String taskId, Map<String, Object> routing) {
        engine.run(() -> tasks.complete(taskId, routing));
    }

    /**
     * Gives the task to a person.
     *
     * @throws Refusal.Conflict when it is gone or somebody else holds it
     */
    public void claim(String taskId, String username) {
        engine.run(() -> tasks.claim(taskId, username));
    }

    /** Gives the task to a person whoever holds it now (act of a leader or administrator). */
    public void assign(String taskId, String username) {
        engine.run(() -> tasks.setAssignee(taskId, username));
    }

    /** Puts the task back to its unit. */
    public void release(String taskId) {
        engine.run(() -> tasks.setAssignee(taskId, null));
    }

    /** Moves the last day of a task. */
    public void moveDue(String taskId, LocalDate due) {
        engine.run(() -> {
            var task = tasks.createTaskQuery().taskId(taskId).singleResult();
            if (task != null) {
                task.setDueDate(endOf(due));
                tasks.saveTask(task);
            }
        });
    }

    /** Whether there was such a task, now over. */
    public boolean existed(String taskId) {
        return engine.call(() ->
                        history.createHistoricTaskInstanceQuery().taskId(taskId).count())
                > 0;
    }

    /** A variable as an open task sees it, its branch before the process, as text; empty when there is none. */
    public Optional<String> text(String taskId, String variable) {
        return engine.call(() -> {
            boolean open = tasks.createTaskQuery().taskId(taskId).count() > 0;
            return Optional.ofNullable(open ? tasks.getVariable(taskId, variable) : null)
                    .map(Object::toString);
        });
    }

    /** The engine's form of a last day: its last minute. */
    static Date endOf(LocalDate day) {
        return Date.from(day.atTime(23, 59).atZone(EngineClock.ZONE).toInstant());
    }
}
