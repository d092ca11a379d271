/**
 * The seam to the engine: its configuration, safe expressions, deployment, the clock, and the engine's facts as
 * events of ours. Only here, in {@code modelling} and in {@code *.workflow} may {@code org.camunda} be named, so that
 * leaving this engine stays cheap (docs/adr/0001).
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package vn.angiang.plan72.process;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
