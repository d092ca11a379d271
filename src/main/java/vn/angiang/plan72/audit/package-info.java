/**
 * Brings into the journal what changes outside of cases: people, units, substitutions, parameters, holidays, the demo
 * clock, files. Listens only, in the transaction of the change; nobody uses it, and the modules it listens to need not
 * know that there is a journal.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"shared", "journal", "organization", "plan", "calendar", "process", "worklist"})
package vn.angiang.plan72.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
