package vn.angiang.plan72.worklist;

import java.util.Map;
import vn.angiang.plan72.casefile.CaseFile;

/** Facts of a flow that its forms may use in conditions, options and defaults. Implemented by flow modules. */
public interface FormContext {

    /** Flow this speaks for: that of the task, which may be one that the flow of the case called. */
    String processKey();

    /** By name; a list of {@code Map.of("value", …, "label", …)} serves as options. */
    Map<String, Object> of(CaseFile file);
}
