/**
 * Keeps what few may read sealed in the tables: whoever reads the database or a backup of it reads nothing. Knows keys and
 * text, no business; modules hand in what is to be kept and say where it stands.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "shared")
package vn.angiang.plan72.secrecy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
