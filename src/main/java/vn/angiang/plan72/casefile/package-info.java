/**
 * The case (hồ sơ): the common envelope of every process. Number, unit, state, due dates original and current, who takes
 * part and therefore who may see it. Flow modules add facts of their own beside it; the envelope knows none of them.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "organization", "plan", "calendar", "journal"})
package vn.angiang.plan72.casefile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
