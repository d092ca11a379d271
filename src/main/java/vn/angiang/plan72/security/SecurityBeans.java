package vn.angiang.plan72.security;

import java.time.InstantSource;
import org.apache.catalina.filters.FailedRequestFilter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;

/** Small parts that stand before everything else. */
@Configuration(proxyBeanMethods = false)
class SecurityBeans {

    /** Real time for waits, sessions and credentials: the business clock may be set to 2017 in a demonstration. */
    @Bean
    InstantSource securityClock() {
        return InstantSource.system();
    }

    @Bean
    PasswordEncoder passwordHashing() {
        return new PasswordHashing();
    }

    /** On PostgreSQL two requests of one session may store the same attribute at once. */
    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> sessionRows(
            @Value("${spring.datasource.url:}") String url) {
        return url.startsWith("jdbc:postgresql:")
                ? new PostgreSqlJdbcIndexedSessionRepositoryCustomizer()
                : repository -> {};
    }

    @Bean
    FilterRegistrationBean<RequestLog> requestLog() {
        var filter = new FilterRegistrationBean<>(new RequestLog());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 5);
        return filter;
    }

    @Bean
    FilterRegistrationBean<BodyLimit> bodyLimit() {
        var filter = new FilterRegistrationBean<>(new BodyLimit());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return filter;
    }

    /** Tomcat drops parameters it could not read (too many, too large, cut off); this refuses such requests instead. */
    @Bean
    FilterRegistrationBean<FailedRequestFilter> unreadableParameters() {
        var filter = new FilterRegistrationBean<>(new FailedRequestFilter());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 20);
        return filter;
    }
}
