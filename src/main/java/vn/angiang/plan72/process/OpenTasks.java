package vn.angiang.plan72.process;

import java.util.List;
import java.util.function.Consumer;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;

/** Reads all open tasks from the engine, for rebuilding what was derived from its events. */
@Service
public class OpenTasks {

    private static final int PAGE = 500;

    private final TaskService tasks;
    private final EngineAccess engine;

    OpenTasks(@Lazy TaskService tasks, EngineAccess engine) {
        this.tasks = tasks;
        this.engine = engine;
    }

    /** How many tasks are open. */
    public long count() {
        return engine.call(() -> tasks.createTaskQuery().count());
    }

    /** Hands over every open task, page by page in order of id; memory does not grow with their number. */
    public void forEach(Consumer<EngineEvents.TaskOpened> consumer) {
        int first = 0;
        while (true) {
            int from = first;
            List<EngineEvents.TaskOpened> page =
                    engine.call(() -> tasks.createTaskQuery().orderByTaskId().asc().listPage(from, PAGE).stream()
                            .map(t -> EngineListener.openedEvent((TaskEntity) t))
                            .toList());
            page.forEach(consumer);
            if (page.size() < PAGE) {
                return;
            }
            first += PAGE;
        }
    }
}
