/**
 * Cases of processes that need no Java: any released model a person may start by themselves, drawn by us or by a modeler
 * in the browser. Opens the case, closes it with its process, hands earlier answers on to later forms. Modules with facts
 * of their own (sums, lists, documents) stand beside it and keep those by case number; they never close the case.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "organization",
            "plan",
            "calendar",
            "process",
            "casefile",
            "journal",
            "worklist",
            "taskform",
            "document",
            "document :: official"
        })
package vn.angiang.plan72.flow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
