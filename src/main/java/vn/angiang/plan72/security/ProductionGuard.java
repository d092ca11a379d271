package vn.angiang.plan72.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Profiles;
import vn.angiang.plan72.secrecy.DataKeys;

/**
 * Profile {@code prod} does not start with a missing or well-known secret, with demonstration people, on demonstration
 * time or with cookies that travel unencrypted. Runs before anything else does.
 */
public final class ProductionGuard implements EnvironmentPostProcessor, Ordered {

    /** Properties that must be set to something of one's own. */
    static final List<String> SECRETS = List.of("spring.datasource.password");

    private static final Set<String> KNOWN = Set.of(
            "plan72",
            "postgres",
            "password",
            "passw0rd",
            "changeme",
            "change-me",
            "secret",
            "admin",
            "root",
            "test",
            "123456",
            "12345678",
            "123456789",
            "matkhau",
            "default",
            "example");
    private static final int SHORTEST = 12;

    /** The reasons why this installation must not start. */
    public static final class UnsafeConfiguration extends IllegalStateException {
        UnsafeConfiguration(List<String> reasons) {
            super("Profile prod refuses to start:\n  - " + String.join("\n  - ", reasons));
        }
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (environment.acceptsProfiles(Profiles.of("prod"))) {
            var reasons = objections(environment);
            if (!reasons.isEmpty()) {
                throw new UnsafeConfiguration(reasons);
            }
        }
    }

    static List<String> objections(ConfigurableEnvironment environment) {
        var reasons = new ArrayList<String>();
        for (String name : SECRETS) {
            String value = environment.getProperty(name, "").strip();
            if (value.isEmpty()) {
                reasons.add(name + " is not set");
            } else if (KNOWN.contains(value.toLowerCase(Locale.ROOT)) || value.length() < SHORTEST) {
                reasons.add(name + " is a well-known or short value (at least " + SHORTEST + " characters)");
            }
        }
        if (!environment.getProperty("spring.datasource.url", "").startsWith("jdbc:postgresql:")) {
            reasons.add("spring.datasource.url must name a PostgreSQL database");
        }
        if (environment.getProperty("plan72.demo.enabled", Boolean.class, true)) {
            reasons.add("plan72.demo.enabled must be false");
        }
        if (!environment.getProperty("plan72.demo.password", "").isEmpty()) {
            reasons.add("plan72.demo.password must not be set");
        }
        if (!"system".equalsIgnoreCase(environment.getProperty("plan72.clock.mode", "system"))) {
            reasons.add("plan72.clock.mode must be system");
        }
        if (!environment.getProperty("server.servlet.session.cookie.secure", Boolean.class, false)) {
            reasons.add("server.servlet.session.cookie.secure must be true");
        }
        if (environment.getProperty("spring.h2.console.enabled", Boolean.class, false)) {
            reasons.add("spring.h2.console.enabled must be false");
        }
        dataKeys(environment, reasons);
        signIn(environment, reasons);
        return reasons;
    }

    private static void dataKeys(ConfigurableEnvironment environment, List<String> reasons) {
        String keys = environment.getProperty("plan72.data-keys", "");
        if (keys.isBlank()) {
            reasons.add("plan72.data-keys is not set");
            return;
        }
        try {
            DataKeys.parse(keys);
        } catch (IllegalArgumentException e) {
            reasons.add("plan72.data-keys: " + e.getMessage());
        }
    }

    private static void signIn(ConfigurableEnvironment environment, List<String> reasons) {
        String issuer = environment.getProperty("plan72.oidc.issuer", "");
        if (issuer.isBlank()) {
            if (environment.getProperty("plan72.oidc.only", Boolean.class, false)) {
                reasons.add("plan72.oidc.only without plan72.oidc.issuer: nobody could sign in");
            }
            return;
        }
        if (!issuer.startsWith("https://") && !issuer.matches("http://(127\\.0\\.0\\.1|localhost)(:\\d+)?(/.*)?")) {
            reasons.add("plan72.oidc.issuer must be an https address");
        }
        if (environment.getProperty("plan72.oidc.client-id", "").isBlank()) {
            reasons.add("plan72.oidc.client-id is not set");
        }
        if (environment.getProperty("plan72.oidc.client-secret", "").strip().length() < SHORTEST) {
            reasons.add("plan72.oidc.client-secret is not set or short (at least " + SHORTEST + " characters)");
        }
    }
}
