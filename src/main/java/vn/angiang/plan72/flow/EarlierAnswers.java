package vn.angiang.plan72.flow;

import java.util.HashMap;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.casefile.CaseFile;
import vn.angiang.plan72.journal.FormSnapshots;
import vn.angiang.plan72.process.StartableProcesses;
import vn.angiang.plan72.taskform.FormSchema;
import vn.angiang.plan72.worklist.TaskContext;
import vn.angiang.plan72.worklist.WorkItem;

/**
 * What was answered in earlier forms of the same process in the case is a fact for later ones, the latest answer first:
 * they may show it, ask by it, or begin from it. A form that comes back begins with what the same unit wrote; a field that
 * routes never begins from anything, so that no decision is made before it is read. Files are not handed on.
 * First of all contexts: a flow that keeps facts of its own knows better.
 */
@Component
@Order(0)
class EarlierAnswers implements TaskContext {

    private final StartableProcesses startable;
    private final FlowCases flowCases;
    private final FormSnapshots snapshots;

    EarlierAnswers(StartableProcesses startable, FlowCases flowCases, FormSnapshots snapshots) {
        this.startable = startable;
        this.flowCases = flowCases;
        this.snapshots = snapshots;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Object> of(CaseFile file, WorkItem task, FormSchema schema) {
        if (startable.ofDefinition(task.definitionId()).isEmpty()) {
            return Map.of();
        }
        var units = flowCases.unitsByTask(file.number(), task.processKey());
        var facts = new HashMap<String, Object>();
        for (var snapshot : snapshots.ofCase(file.number())) {
            String unit = units.get(snapshot.task().taskId());
            boolean sameForm = snapshot.form().formId().equals(task.formKey());
            if (unit != null && (!sameForm || unit.equals(task.unitCode()))) {
                snapshot.answers().forEach((key, value) -> facts.putIfAbsent(key, asAnswered(value)));
            }
        }
        schema.fields().stream().filter(f -> f.route() != null).forEach(f -> facts.remove(f.key()));
        schema.fileKeys().forEach(facts::remove);
        return facts;
    }

    /** Whole numbers come back from the sealed answers smaller than forms give them. */
    private static Object asAnswered(Object value) {
        return value instanceof Integer whole ? (Object) whole.longValue() : value;
    }
}
