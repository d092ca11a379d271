/**
 * The few words every module speaks: who acts, what is refused, how Vietnamese text is compared. No business.
 *
 * <p>Open on purpose: it depends on nothing and everything may use it.
 */
@NullMarked
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
package vn.angiang.plan72.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
