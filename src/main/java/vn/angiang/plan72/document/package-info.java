/** Attachments: checked, stored, served safely. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "casefile", "journal"})
package vn.angiang.plan72.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
