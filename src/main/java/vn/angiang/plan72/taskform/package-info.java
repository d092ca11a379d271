/**
 * A {@code .form} schema (Camunda Forms JSON) read once: rendered by the server and checked by the server from the same
 * schema and version. Knows forms, not tasks; FEEL comes from {@code process}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "process"})
package vn.angiang.plan72.taskform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
