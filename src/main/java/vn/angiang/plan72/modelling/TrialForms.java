package vn.angiang.plan72.modelling;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.angiang.plan72.organization.Unit;
import vn.angiang.plan72.organization.Units;
import vn.angiang.plan72.process.TrialEngine;
import vn.angiang.plan72.shared.FieldError;
import vn.angiang.plan72.taskform.ComponentType;
import vn.angiang.plan72.taskform.FormResult;
import vn.angiang.plan72.taskform.FormSchema;
import vn.angiang.plan72.taskform.FormView;
import vn.angiang.plan72.taskform.Forms;
import vn.angiang.plan72.worklist.CaseForms;

/**
 * The forms of a draft as officers will see and fill them. Facts that only a real case has are made up: options nobody
 * knows here are two samples, and a file is always there.
 */
@Component
class TrialForms {

    private static final String SAMPLE_FILE = "tep-thu";

    private final Forms forms;
    private final CaseForms caseForms;
    private final Units units;
    private final Modelers modelers;

    TrialForms(Forms forms, CaseForms caseForms, Units units, Modelers modelers) {
        this.forms = forms;
        this.caseForms = caseForms;
        this.units = units;
        this.modelers = modelers;
    }

    FormView view(
            FormSchema schema,
            TrialEngine.Waiting task,
            Map<String, List<String>> raw,
            Map<String, Object> earlier,
            List<FieldError> errors,
            Clock clock) {
        return forms.at(clock)
                .view(schema, raw, context(schema, task, earlier), errors, LocaleContextHolder.getLocale());
    }

    FormResult check(
            FormSchema schema,
            TrialEngine.Waiting task,
            Map<String, List<String>> raw,
            Map<String, Object> earlier,
            Clock clock) {
        var withFiles = new HashMap<>(raw);
        schema.fileKeys().forEach(key -> withFiles.put(key, List.of(fileId(key))));
        return forms.at(clock)
                .check(schema, withFiles, context(schema, task, earlier), LocaleContextHolder.getLocale());
    }

    private Map<String, Object> context(FormSchema schema, TrialEngine.Waiting task, Map<String, Object> earlier) {
        String unit = unitOf(task);
        var context = new HashMap<String, Object>(task.facts());
        context.putAll(earlier);
        context.put("title", modelers.say("modelling.trial.case"));
        context.put("leadUnitName", nameOf(String.valueOf(task.facts().get("leadUnit"))));
        context.put("units", caseForms.unitOptions());
        context.put("districts", options(units.districts()));
        context.put("communesOfUnit", options(communes(unit)));
        var files = new HashMap<String, String>();
        schema.fields().forEach(field -> {
            if (field.route() != null) {
                context.remove(field.key());
            }
            if (field.valuesKey() != null) {
                context.computeIfAbsent(field.valuesKey(), key -> samples());
            }
            if (field.type() == ComponentType.FILEPICKER) {
                var accepted = field.rules().accept();
                files.put(fileId(field.key()), SAMPLE_FILE + (accepted.isEmpty() ? ".pdf" : accepted.get(0)));
            }
        });
        context.put(Forms.FILES, files);
        return context;
    }

    private static String fileId(String key) {
        return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private List<Map<String, String>> samples() {
        return List.of(
                Map.of("value", "MAU_1", "label", modelers.say("modelling.trial.sample", 1)),
                Map.of("value", "MAU_2", "label", modelers.say("modelling.trial.sample", 2)));
    }

    private static String unitOf(TrialEngine.Waiting task) {
        return task.groups().stream()
                .findFirst()
                .map(g -> g.substring(g.indexOf('.') + 1))
                .orElse("");
    }

    /** Of the unit; of the first district when the unit has none, so that the form can be filled in. */
    private List<Unit> communes(String unit) {
        var own = communesBelow(unit);
        return own.isEmpty() ? communesBelow(units.districts().get(0).code()) : own;
    }

    private List<Unit> communesBelow(String unit) {
        return units.childrenOf(unit).stream()
                .filter(u -> u.level().equals("commune"))
                .toList();
    }

    private static List<Map<String, String>> options(List<Unit> places) {
        return places.stream()
                .map(u -> Map.of("value", u.code(), "label", u.nameVi()))
                .toList();
    }

    private String nameOf(String unit) {
        return units.find(unit).map(Unit::nameVi).orElse(unit);
    }
}
