package vn.angiang.plan72.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.angiang.plan72.shared.Refusal;

/** Refuses bodies over 2 MB, and over 25 MB when files are sent along, before they are read. */
final class BodyLimit extends OncePerRequestFilter {

    static final long PLAIN = 2L * 1024 * 1024;
    static final long WITH_FILES = 25L * 1024 * 1024;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String type = request.getContentType();
        boolean files = type != null && type.regionMatches(true, 0, "multipart/", 0, 10);
        long limit = files ? WITH_FILES : PLAIN;
        if (request.getContentLengthLong() > limit) {
            response.setHeader("Connection", "close");
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else if (request.getContentLengthLong() < 0 && !files) {
            chain.doFilter(new Counted(request, limit), response);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** A body of unknown length, counted while it is read. */
    private static final class Counted extends HttpServletRequestWrapper {

        private final long limit;

        Counted(HttpServletRequest request, long limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new CountedStream(super.getInputStream(), limit);
        }

        @Override
        public BufferedReader getReader() throws IOException {
            String encoding = getCharacterEncoding();
            return new BufferedReader(new InputStreamReader(
                    getInputStream(), encoding == null ? StandardCharsets.UTF_8.name() : encoding));
        }
    }

    private static final class CountedStream extends ServletInputStream {

        private final ServletInputStream in;
        private long left;

        CountedStream(ServletInputStream in, long limit) {
            this.in = in;
            this.left = limit;
        }

        @Override
        public int read() throws IOException {
            int b = in.read();
            counted(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            return counted(in.read(buffer, from, length));
        }

        private int counted(int n) {
            left -= Math.max(0, n);
            if (left < 0) {
                throw new Refusal.TooLarge("refusal.tooLarge");
            }
            return n;
        }

        @Override
        public boolean isFinished() {
            return in.isFinished();
        }

        @Override
        public boolean isReady() {
            return in.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            in.setReadListener(listener);
        }
    }
}
