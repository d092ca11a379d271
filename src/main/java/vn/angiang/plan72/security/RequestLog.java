package vn.angiang.plan72.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.angiang.plan72.shared.LogContext;

/** Lets log lines carry the number of the request and, where the address names one, of the case. */
final class RequestLog extends OncePerRequestFilter {

    private static final Pattern REQUEST = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern CASE = Pattern.compile("/([A-Z]{2}-20\\d\\d-\\d{6,9})(?:/|$)");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String id = request.getHeader("X-Request-ID");
        if (id != null && REQUEST.matcher(id).matches()) {
            MDC.put(LogContext.REQUEST, id);
        }
        var number = CASE.matcher(request.getRequestURI());
        if (number.find()) {
            LogContext.caseNumber(number.group(1));
        }
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(LogContext.REQUEST);
            MDC.remove(LogContext.CASE);
        }
    }
}
