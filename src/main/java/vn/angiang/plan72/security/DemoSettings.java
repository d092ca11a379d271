package vn.angiang.plan72.security;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Accounts of the made-up people.
 *
 * @param enabled whether there are any; off in production
 * @param password their common password; empty: one is made up and kept in {@code demo-password.txt}
 */
@ConfigurationProperties("plan72.demo")
record DemoSettings(@DefaultValue("true") boolean enabled, @DefaultValue("") String password) {}
