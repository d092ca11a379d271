package vn.angiang.plan72.flow;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.angiang.plan72.casefile.CaseFile;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.organization.Units;
import vn.angiang.plan72.process.EngineEvents;
import vn.angiang.plan72.process.StartableProcesses;
import vn.angiang.plan72.worklist.CaseForms;
import vn.angiang.plan72.worklist.TaskAnswered;

/**
 * What every task of a process that can be started by itself needs, also when an assignment called that process: the unit
 * asked sees the case, and it is noted which unit answered and which numbers count for the plan's indicators.
 */
@Component
class FlowTasks {

    private final StartableProcesses startable;
    private final FlowCases flowCases;
    private final FlowFigures figures;
    private final CaseForms forms;
    private final Cases cases;
    private final Units units;

    FlowTasks(
            StartableProcesses startable,
            FlowCases flowCases,
            FlowFigures figures,
            CaseForms forms,
            Cases cases,
            Units units) {
        this.startable = startable;
        this.flowCases = flowCases;
        this.figures = figures;
        this.forms = forms;
        this.cases = cases;
        this.units = units;
    }

    @EventListener
    void on(EngineEvents.TaskOpened task) {
        if (startable.ofDefinition(task.definitionId()).isPresent()) {
            cases.find(task.caseNumber()).ifPresent(file -> task.candidateGroups()
                    .forEach(group -> takesPart(file, group.substring(group.indexOf('.') + 1))));
        }
    }

    private void takesPart(CaseFile file, String unit) {
        if (!unit.equals(file.leadUnit())
                && !unit.equals(file.assignerUnit())
                && units.find(unit).isPresent()) {
            cases.addUnit(file.number(), unit, "COORDINATING");
        }
    }

    @EventListener
    void on(TaskAnswered answered) {
        var task = answered.task();
        if (startable.ofDefinition(task.definitionId()).isPresent()) {
            flowCases.answered(task);
            var schema = forms.sealedSchema(task.deploymentId(), task.formKey());
            figures.record(task, schema.fields(), answered.answers());
        }
    }

    @EventListener
    void on(EngineEvents.ProcessStarted started) {
        if (startable.ofDefinition(started.definitionId()).isPresent()) {
            figures.forget(started.caseNumber(), started.processKey());
        }
    }

    @EventListener
    void on(EngineEvents.ProcessEnded ended) {
        if (ended.cancelled()) {
            figures.forget(ended.caseNumber(), ended.processKey());
        }
    }
}
