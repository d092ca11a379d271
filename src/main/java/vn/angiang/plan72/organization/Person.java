package vn.angiang.plan72.organization;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who may sign in.
 *
 * @param username lower case, the key
 * @param active false once the person has left
 */
public record Person(String username, String fullName, @Nullable String email, boolean active) {}
