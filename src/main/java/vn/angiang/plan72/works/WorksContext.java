package vn.angiang.plan72.works;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.angiang.plan72.casefile.CaseFile;
import vn.angiang.plan72.process.ProcessTasks;
import vn.angiang.plan72.shared.Dong;
import vn.angiang.plan72.taskform.FormSchema;
import vn.angiang.plan72.worklist.TaskContext;
import vn.angiang.plan72.worklist.WorkItem;

/** Says in the form of a task which work it is about. */
@Component
class WorksContext implements TaskContext {

    private final WorksStore store;
    private final ProcessTasks tasks;
    private final WorksWords words;

    WorksContext(WorksStore store, ProcessTasks tasks, WorksWords words) {
        this.store = store;
        this.tasks = tasks;
        this.words = words;
    }

    @Override
    public Map<String, Object> of(CaseFile file, WorkItem task, FormSchema schema) {
        var facts = new HashMap<String, Object>();
        if (task.processKey().equals(WorksLists.PROCESS)) {
            tasks.text(task.taskId(), "work")
                    .ifPresent(id -> {
                        Work work = store.of(file.number(), Long.parseLong(id));
                        facts.put(
                                "workName",
                                words.say(
                                        "works.context",
                                        work.name(),
                                        work.hamlet(),
                                        Dong.write(work.state()),
                                        Dong.write(work.people())));
                    });
        }
        return facts;
    }
}
