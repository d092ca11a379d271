/**
 * The plan as data: its clauses, 97 obligations, 131 indicators, dated parameters, and what follows from them without
 * any process: who is responsible for a row and when it would be due in a year.
 *
 * <p>The border is here because the plan's text is fixed while flows, people and dates move around it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "organization"})
package vn.angiang.plan72.plan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
