package vn.angiang.plan72.worklist;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import vn.angiang.plan72.casefile.CaseFile;
import vn.angiang.plan72.organization.Units;
import vn.angiang.plan72.process.DeployedModels;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.taskform.FormSchema;

/** The form of a task in the version it was released with, and the facts the form may use. */
@Component
class TaskForms {

    private final DeployedModels models;
    private final Units units;
    private final Clock clock;
    private final List<FormContext> contexts;
    private final List<TaskContext> taskContexts;
    private final Map<String, FormSchema> schemas = new ConcurrentHashMap<>();

    TaskForms(
            DeployedModels models,
            Units units,
            Clock clock,
            List<FormContext> contexts,
            List<TaskContext> taskContexts) {
        this.models = models;
        this.units = units;
        this.clock = clock;
        this.contexts = contexts;
        this.taskContexts = taskContexts;
    }

    FormSchema schemaOf(WorkItem item) {
        return schema(item.deploymentId(), item.formKey());
    }

    FormSchema schema(String deploymentId, String formId) {
        return schemas.computeIfAbsent(deploymentId + "/" + formId, key -> models.form(deploymentId, formId)
                .map(FormSchema::parse)
                .orElseThrow(() -> new Refusal.NotFound("worklist.form.missing", formId)));
    }

    FormSchema schemaOfCase(CaseFile file, String formId) {
        String definition =
                file.definitionId() == null ? models.latestDefinition(file.processKey()) : file.definitionId();
        return models.formOfDefinition(definition, formId)
                .map(FormSchema::parse)
                .orElseThrow(() -> new Refusal.NotFound("worklist.form.missing", formId));
    }

    /** For forms that belong to the case, not to a task. */
    Map<String, Object> contextOf(CaseFile file) {
        var context = factsOfCase(file);
        addFlow(file, file.processKey(), context);
        return context;
    }

    /** For the form of a task; its process may be one that the flow of the case called. */
    Map<String, Object> contextOf(CaseFile file, WorkItem item, FormSchema schema) {
        var context = new HashMap<String, Object>();
        taskContexts.forEach(c -> context.putAll(c.of(file, item, schema)));
        context.putAll(factsOfCase(file));
        addFlow(file, item.processKey(), context);
        return context;
    }

    private void addFlow(CaseFile file, String processKey, Map<String, Object> context) {
        contexts.stream().filter(c -> c.processKey().equals(processKey)).forEach(c -> context.putAll(c.of(file)));
    }

    private Map<String, Object> factsOfCase(CaseFile file) {
        var context = new HashMap<String, Object>();
        context.put("caseNumber", file.number());
        context.put("leadUnit", file.leadUnit());
        context.put("assignerUnit", file.assignerUnit());
        context.put("dueOn", file.dueOn() == null ? null : file.dueOn().toString());
        context.put("today", LocalDate.now(clock).toString());
        context.put("year", (long) file.year());
        context.put("units", unitOptions());
        context.put("title", file.title());
        context.put("leadUnitName", units.nameOf(file.leadUnit()));
        return context;
    }

    List<Map<String, String>> unitOptions() {
        return units.all().stream()
                .filter(u -> !u.isGroup() && !u.isPosition() && !"commune".equals(u.level()))
                .map(u -> Map.of("value", u.code(), "label", u.nameVi()))
                .toList();
    }
}
