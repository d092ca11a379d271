/**
 * Who may come in: accounts, sign-in, sessions, limits and headers of every answer, and the {@code CurrentActor} that
 * all other modules ask. The border keeps credentials in one place: no other module reads {@code account}, and who a
 * person is comes from {@code organization}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "secrecy", "organization", "journal"})
package vn.angiang.plan72.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
