package vn.angiang.plan72.security;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * The program that collects figures for monitoring. It proves itself with {@code Authorization: Bearer} and the secret
 * {@code plan72.metrics.token}; without that setting, or with one of less than 20 characters, only administrators read
 * the figures.
 */
@Component
class MetricsScraper {

    private static final String SCHEME = "Bearer ";
    private static final int SHORTEST = 20;

    private final byte[] token;

    MetricsScraper(@Value("${plan72.metrics.token:}") String token) {
        this.token = token.strip().getBytes(StandardCharsets.UTF_8);
    }

    boolean isKnown(HttpServletRequest request) {
        String sent = request.getHeader(HttpHeaders.AUTHORIZATION);
        return token.length >= SHORTEST
                && sent != null
                && sent.startsWith(SCHEME)
                && MessageDigest.isEqual(
                        token, sent.substring(SCHEME.length()).strip().getBytes(StandardCharsets.UTF_8));
    }
}
