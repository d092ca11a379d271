package vn.angiang.plan72.process;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Every rule that can be told from the files alone: the allow-list of {@link ModelGate} first, then the conventions. All
 * problems are told at once; only files the allow-list can read are looked at further, always by our own reader.
 */
@Component
class ModelRules {

    /** Forms that a person opens from the case instead of from a task. */
    private static final Set<String> CASE_ACTS = Set.of("reportProgress", "requestExtension");

    private final StepCatalogue steps;
    private final KnownNames known;
    private final ObjectProvider<FormInspection> inspections;

    ModelRules(StepCatalogue steps, KnownNames known, ObjectProvider<FormInspection> inspections) {
        this.steps = steps;
        this.known = known;
        this.inspections = inspections;
    }

    /** All files of one deployment, together; an empty answer means that no rule is broken. */
    List<ModelGate.Problem> check(List<ModelGate.Resource> deployment) {
        var gate = new ModelGate(steps.all());
        var problems = new LinkedHashSet<>(gate.check(deployment));
        if (deployment.size() <= ModelGate.MAX_FILES) {
            conventions(deployment.stream().filter(ModelGate::isFit).toList(), problems);
        }
        return List.copyOf(problems);
    }

    private void conventions(List<ModelGate.Resource> files, Set<ModelGate.Problem> problems) {
        var found = new ArrayList<ModelGate.Problem>();
        var facts = new RouteFacts();
        var forms = new LinkedHashMap<String, GateFindings>();
        var models = new LinkedHashMap<ModelOutline, GateFindings>();
        for (ModelGate.Resource file : files) {
            var findings = new GateFindings(file.name(), found);
            if (file.name().endsWith(".form")) {
                form(file, findings, facts, forms, problems);
            } else {
                // what cannot be read the gate has said already
                var document = GateXml.read(file.content(), new GateFindings(file.name(), new ArrayList<>()));
                if (document != null && file.name().endsWith(".dmn")) {
                    facts.table(document);
                } else if (document != null) {
                    models.put(new ModelOutline(document), findings);
                }
            }
        }
        models.forEach((model, findings) -> {
            new ShapeRules(model, findings).check();
            new RoutingRules(model, findings, facts).check();
            new OutsideRules(model, findings, steps, known).check();
        });
        if (!models.isEmpty()) {
            unused(models.keySet(), forms);
        }
        problems.addAll(found);
    }

    private void form(
            ModelGate.Resource file,
            GateFindings findings,
            RouteFacts facts,
            Map<String, GateFindings> forms,
            Set<ModelGate.Problem> problems) {
        JsonNode form = FormGate.read(file.content());
        if (form == null || !form.isObject()) {
            return; // the gate has said so
        }
        forms.put(form.path("id").asText(), findings);
        facts.form(form, findings);
        if (problems.stream().noneMatch(p -> p.resource().equals(file.name()))) {
            String text = new String(file.content(), StandardCharsets.UTF_8);
            inspections.forEach(i -> i.problemsOf(text).forEach(p -> findings.add(null, GateRule.FORM_REFUSED, p)));
        }
    }

    private static void unused(Set<ModelOutline> models, Map<String, GateFindings> forms) {
        var used = new HashSet<>(CASE_ACTS);
        models.forEach(m -> m.elements("bpmn:userTask").forEach(t -> used.add(ModelOutline.camunda(t, "formRef"))));
        forms.forEach((id, findings) -> {
            if (!used.contains(id)) {
                findings.add(null, GateRule.FORM_UNUSED, id);
            }
        });
    }
}
