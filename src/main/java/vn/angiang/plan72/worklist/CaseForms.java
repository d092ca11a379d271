package vn.angiang.plan72.worklist;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import vn.angiang.plan72.casefile.CaseFile;
import vn.angiang.plan72.taskform.FormSchema;

/** Forms for acts on a case outside a task (progress, extension): released with the case's process like the others. */
@Service
public class CaseForms {

    private final TaskForms forms;

    CaseForms(TaskForms forms) {
        this.forms = forms;
    }

    /** The form of this id in the version the case runs on. */
    public FormSchema schema(CaseFile file, String formId) {
        return forms.schemaOfCase(file, formId);
    }

    /** The form a sealed answer was given on. */
    public FormSchema sealedSchema(String deploymentId, String formId) {
        return forms.schema(deploymentId, formId);
    }

    /** Units as options, for forms sealed with a choice of them. */
    public List<Map<String, String>> unitOptions() {
        return forms.unitOptions();
    }

    /** Facts the form may use. */
    public Map<String, Object> context(CaseFile file) {
        return forms.contextOf(file);
    }
}
