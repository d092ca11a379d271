package vn.angiang.plan72.taskform;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.angiang.plan72.process.FormInspection;

/** What {@link FormSchema#parse} refuses is refused before release, not when the first officer opens the task. */
@Component
class FormGateInspection implements FormInspection {

    @Override
    public List<String> problemsOf(String form) {
        try {
            FormSchema.parse(form);
            return List.of();
        } catch (InvalidForm refused) {
            return refused.problems();
        }
    }
}
