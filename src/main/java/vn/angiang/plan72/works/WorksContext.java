package vn.angiang.plan72.works;

import java.util.HashMap;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.angiang.plan72.casefile.CaseFile;
import vn.angiang.plan72.process.ProcessTasks;
import vn.angiang.plan72.shared.Dong;
import vn.angiang.plan72.taskform.FormSchema;
import vn.angiang.plan72.worklist.TaskContext;
import vn.angiang.plan72.worklist.WorkItem;

/**
 * Says in the form of a task which work it is about, and begins it with what that work has: several works of one commune
 * run the same steps of one case, so what was answered before may be of another. Comes after all other facts of tasks.
 */
@Component
@Order
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
                    .map(id -> store.of(file.number(), Long.parseLong(id)))
                    .ifPresent(work -> {
                        schema.fields().forEach(f -> facts.put(f.key(), null));
                        facts.putAll(factsOf(work));
                    });
        }
        return facts;
    }

    private Map<String, Object> factsOf(Work work) {
        var facts = new HashMap<String, Object>();
        facts.put(
                "workName",
                words.say(
                        "works.context",
                        work.name(),
                        work.hamlet(),
                        Dong.write(work.state()),
                        Dong.write(work.people())));
        facts.put("dossier", work.dossier());
        facts.put("builder", work.builder());
        Work.Settlement settled = work.settlement();
        if (settled != null) {
            facts.put("stateAmount", settled.state());
            facts.put("cashAmount", settled.cash());
            facts.put("kindAmount", settled.kind());
            facts.put("labourAmount", settled.labour());
            facts.put("settledAmount", settled.total());
            facts.put("settlementReason", settled.reason());
        }
        return facts;
    }
}
