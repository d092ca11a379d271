/**
 * Who there is: dated units of any depth with successor links, groups of units, people, the posts they hold and who
 * stands in for whom.
 *
 * <p>The border is here because everything else refers to units and people by code and user name only; how they are
 * kept, merged or abolished must not reach the flows.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package vn.angiang.plan72.organization;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
