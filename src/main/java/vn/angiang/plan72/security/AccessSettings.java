package vn.angiang.plan72.security;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of sign-in and sessions. Defaults after OWASP ASVS 5.0 (V6.2, V6.3, V7.3); no legal basis for the numbers.
 *
 * @param passwordMin fewest characters of a password
 * @param passwordMax most characters of a password
 * @param passwordNeedsMixture whether letters, digits and other characters must all occur (off: ASVS 6.2.5)
 * @param failuresPerAccountAndAddress failures of one account from one address before each further one costs a wait
 * @param failuresPerAccount the same over all addresses; high, so that a stranger cannot keep somebody out
 * @param failuresPerAddress the same for one address over all accounts; high, because offices share an address
 * @param firstWait first wait; doubles with each further failure
 * @param longestWait longest wait
 * @param maxSessions sessions of one person at a time; the oldest ends when one more begins
 * @param sessionLifetime longest life of a session, however busy
 * @param refresh how long an account's state and posts may be remembered before they are read again
 * @param basicCache how long a verified Basic credential may be remembered
 */
@ConfigurationProperties("plan72.security")
record AccessSettings(
        @DefaultValue("12") int passwordMin,
        @DefaultValue("128") int passwordMax,
        @DefaultValue("false") boolean passwordNeedsMixture,
        @DefaultValue("5") int failuresPerAccountAndAddress,
        @DefaultValue("100") int failuresPerAccount,
        @DefaultValue("200") int failuresPerAddress,
        @DefaultValue("1m") Duration firstWait,
        @DefaultValue("15m") Duration longestWait,
        @DefaultValue("3") int maxSessions,
        @DefaultValue("12h") Duration sessionLifetime,
        @DefaultValue("60s") Duration refresh,
        @DefaultValue("2m") Duration basicCache) {}
