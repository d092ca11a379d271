/**
 * Append-only acts with sealed form snapshots, hash-chained per unit: who did what, when, for whom. Written in the same
 * transaction as the act, so there is no act without its record. Only appends; knows nothing of the other modules.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package vn.angiang.plan72.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
