package vn.angiang.plan72.security;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator may know of an account; never the credential.
 *
 * @param mustChange whether the password must be changed before anything else
 * @param demo made by the demonstration, with its common password
 * @param failedCount failed sign-ins since the last successful one
 * @param lockedUntil set by an administrator, or null
 */
public record Account(
        String username,
        boolean enabled,
        boolean mustChange,
        boolean demo,
        int failedCount,
        @Nullable OffsetDateTime lockedUntil,
        @Nullable OffsetDateTime lastSignIn,
        OffsetDateTime createdAt) {}
