package vn.angiang.plan72.worklist;

import java.util.Map;
import vn.angiang.plan72.casefile.CaseFile;
import vn.angiang.plan72.taskform.FormSchema;

/** Facts for the form of one task, whatever its process; {@link FormContext} adds those of one flow and wins. */
public interface TaskContext {

    /** By name, as in {@link FormContext#of}; empty when there is nothing to say. */
    Map<String, Object> of(CaseFile file, WorkItem task, FormSchema schema);
}
