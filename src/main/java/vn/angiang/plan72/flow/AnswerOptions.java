package vn.angiang.plan72.flow;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.angiang.plan72.organization.Units;
import vn.angiang.plan72.worklist.CaseForms;

/** The options a sealed answer may have been chosen from, so that it is shown in words and not as a code. */
@Component
public class AnswerOptions {

    private final CaseForms forms;
    private final Units units;

    AnswerOptions(CaseForms forms, Units units) {
        this.forms = forms;
        this.units = units;
    }

    /** By name, as forms name them. */
    public Map<String, Object> all() {
        var options = new HashMap<String, Object>();
        options.put("units", forms.unitOptions());
        options.putAll(PlacesContext.all(units));
        return options;
    }
}
