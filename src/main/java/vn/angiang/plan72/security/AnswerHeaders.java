package vn.angiang.plan72.security;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/**
 * Security headers of every answer. HSTS in production only, whatever the request claims to be: encryption ends at the
 * load balancer.
 *
 * @param formTargets hosts besides our own where a form may lead: the sign-in provider, each after a space
 */
record AnswerHeaders(boolean prod, String formTargets) {

    private static final String PERMISSIONS = "accelerometer=(), camera=(), display-capture=(), geolocation=(),"
            + " gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()";

    void addTo(HttpSecurity http) throws Exception {
        http.headers(h -> {
            h.addHeaderWriter(new ContentPolicy(formTargets));
            h.referrerPolicy(r -> r.policy(ReferrerPolicy.SAME_ORIGIN));
            h.frameOptions(HeadersConfigurer.FrameOptionsConfig::deny);
            h.permissionsPolicyHeader(p -> p.policy(PERMISSIONS));
            h.crossOriginOpenerPolicy(c -> c.policy(CrossOriginOpenerPolicy.SAME_ORIGIN));
            h.crossOriginResourcePolicy(c -> c.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
            if (prod) {
                h.httpStrictTransportSecurity(s -> s.requestMatcher(AnyRequestMatcher.INSTANCE)
                        .includeSubDomains(false)
                        .maxAgeInSeconds(31_536_000));
            } else {
                h.httpStrictTransportSecurity(HeadersConfigurer.HstsConfig::disable);
            }
        });
    }
}
