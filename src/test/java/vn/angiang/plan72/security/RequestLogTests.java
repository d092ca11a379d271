package vn.angiang.plan72.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What log lines of a request carry. */
class RequestLogTests {

    private static Map<String, String> during(String path, String number) throws Exception {
        var request = new MockHttpServletRequest("GET", path);
        request.addHeader("X-Request-ID", number);
        var seen = new HashMap<String, String>();
        new RequestLog()
                .doFilter(
                        request,
                        new MockHttpServletResponse(),
                        (q, a) ->
                                seen.putAll(MDC.getCopyOfContextMap() == null ? Map.of() : MDC.getCopyOfContextMap()));
        assertThat(MDC.get("case")).isNull();
        assertThat(MDC.get("request")).isNull();
        return seen;
    }

    @Test
    void theCaseOfTheAddressAndTheNumberNginxGave() throws Exception {
        String number = "0123456789abcdef0123456789abcdef";
        assertThat(during("/ho-so/NV-2017-000123/y-kien", number))
                .containsEntry("case", "NV-2017-000123")
                .containsEntry("request", number);
    }

    @Test
    void nothingASenderMadeUp() throws Exception {
        assertThat(during("/viec", "x\", \"level\": \"forged")).isEmpty();
    }
}
