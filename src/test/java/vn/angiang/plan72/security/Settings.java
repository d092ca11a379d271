package vn.angiang.plan72.security;

import java.time.Duration;

/** The default settings, for tests without Spring. */
final class Settings {

    static final AccessSettings DEFAULT = new AccessSettings(
            12,
            128,
            false,
            5,
            100,
            200,
            Duration.ofMinutes(1),
            Duration.ofMinutes(15),
            3,
            Duration.ofHours(12),
            Duration.ofSeconds(60),
            Duration.ofMinutes(2));

    private Settings() {}
}
