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
    private final Map<String, FormSchema> schemas = new ConcurrentHashMap<>();

    TaskForms(DeployedModels models, Units units, Clock clock, List<FormContext> contexts) {
        this.models = models;
        this.units = units;
        this.clock = clock;
        this.contexts = contexts;
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

    Map<String, Object> contextOf(CaseFile file) {
        var context = new HashMap<String, Object>();
        context.put("caseNumber", file.number());
        context.put("leadUnit", file.leadUnit());
        context.put("assignerUnit", file.assignerUnit());
        context.put("dueOn", file.dueOn() == null ? null : file.dueOn().toString());
        context.put("today", LocalDate.now(clock).toString());
        context.put("year", (long) file.year());
        context.put("units", unitOptions());
        contexts.stream()
                .filter(c -> c.processKey().equals(file.processKey()))
                .forEach(c -> context.putAll(c.of(file)));
        return context;
    }

    List<Map<String, String>> unitOptions() {
        return units.all().stream()
                .filter(u -> !u.isGroup() && !u.isPosition() && !"commune".equals(u.level()))
                .map(u -> Map.of("value", u.code(), "label", u.nameVi()))
                .toList();
    }
}
