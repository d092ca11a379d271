package vn.angiang.plan72.security;

/**
 * A sign-in was refused.
 *
 * @param username as typed, in normal form
 * @param known whether there is such an account; never shown to the one who tried
 * @param ip address it came from
 * @param failures failures of the account since its last success, this one included; 0 when unknown
 */
public record SignInFailed(String username, boolean known, String ip, int failures) {}
