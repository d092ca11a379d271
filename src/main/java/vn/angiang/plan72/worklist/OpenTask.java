package vn.angiang.plan72.worklist;

import java.util.Map;
import java.util.Optional;
import vn.angiang.plan72.casefile.CaseFile;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.taskform.FormSchema;

/**
 * A task opened by a person who may do it.
 *
 * @param context facts for the form
 * @param standIn absence through which the person acts, if any
 */
public record OpenTask(
        WorkItem item,
        CaseFile file,
        FormSchema schema,
        Map<String, Object> context,
        Optional<Actor.StandIn> standIn) {}
