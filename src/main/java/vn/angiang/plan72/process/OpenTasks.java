package vn.angiang.plan72.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Reads all open tasks from the engine, for rebuilding what was derived from its events. Cases and groups of a page are
 * read together from the engine's tables: asked task by task they took most of the time of a rebuild.
 */
@Service
public class OpenTasks {

    private static final int PAGE = 500;

    private final TaskService tasks;
    private final EngineAccess engine;
    private final JdbcClient jdbc;

    OpenTasks(@Lazy TaskService tasks, EngineAccess engine, JdbcClient jdbc) {
        this.tasks = tasks;
        this.engine = engine;
        this.jdbc = jdbc;
    }

    /** How many tasks are open. */
    public long count() {
        return engine.call(() -> tasks.createTaskQuery().count());
    }

    /** Hands over every open task, page by page in order of id; memory does not grow with their number. */
    public void forEachPage(Consumer<List<EngineEvents.TaskOpened>> consumer) {
        int first = 0;
        while (true) {
            int from = first;
            List<EngineEvents.TaskOpened> page = engine.call(
                    () -> events(tasks.createTaskQuery().orderByTaskId().asc().listPage(from, PAGE)));
            consumer.accept(page);
            if (page.size() < PAGE) {
                return;
            }
            first += PAGE;
        }
    }

    private List<EngineEvents.TaskOpened> events(List<Task> page) {
        if (page.isEmpty()) {
            return List.of();
        }
        var cases = new HashMap<String, String>();
        jdbc.sql("select ID_, BUSINESS_KEY_ from ACT_RU_EXECUTION where ID_ in (:runs) and BUSINESS_KEY_ is not null")
                .param(
                        "runs",
                        page.stream().map(Task::getProcessInstanceId).distinct().toList())
                .query((rs, i) -> Map.entry(rs.getString(1), rs.getString(2)))
                .list()
                .forEach(e -> cases.put(e.getKey(), e.getValue()));
        var groups = new HashMap<String, TreeSet<String>>();
        jdbc.sql(
                        "select TASK_ID_, GROUP_ID_ from ACT_RU_IDENTITYLINK where TYPE_ = 'candidate' and GROUP_ID_ is not null"
                                + " and TASK_ID_ in (:tasks)")
                .param("tasks", page.stream().map(Task::getId).toList())
                .query((rs, i) -> Map.entry(rs.getString(1), rs.getString(2)))
                .list()
                .forEach(e ->
                        groups.computeIfAbsent(e.getKey(), k -> new TreeSet<>()).add(e.getValue()));
        return page.stream()
                .map(t -> EngineListener.openedEvent(
                        (TaskEntity) t,
                        cases.getOrDefault(t.getProcessInstanceId(), ""),
                        List.copyOf(groups.getOrDefault(t.getId(), new TreeSet<>()))))
                .toList();
    }
}
