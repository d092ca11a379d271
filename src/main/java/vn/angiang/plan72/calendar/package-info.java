/**
 * Working days, public holidays, days off in lieu and make-up days; terms counted by them and said in words.
 *
 * <p>The border is here because every term of every flow is counted the same way, and because the yearly schedule of
 * the Government is data that administrators keep.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package vn.angiang.plan72.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
