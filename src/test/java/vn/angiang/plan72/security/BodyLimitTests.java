package vn.angiang.plan72.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServletRequest;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import vn.angiang.plan72.shared.Refusal;

class BodyLimitTests {

    private final BodyLimit limit = new BodyLimit();
    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private final MockFilterChain chain = new MockFilterChain();

    private static MockHttpServletRequest of(long length, String type) {
        var request = new MockHttpServletRequest("POST", "/viec") {
            @Override
            public long getContentLengthLong() {
                return length;
            }
        };
        request.setContentType(type);
        return request;
    }

    @Test
    void aFormOfTwoMegabytesPasses() throws Exception {
        limit.doFilter(of(BodyLimit.PLAIN, "application/x-www-form-urlencoded"), response, chain);
        assertThat(chain.getRequest()).isNotNull();
    }

    @Test
    void aLargerFormIsRefusedUnread() throws Exception {
        limit.doFilter(of(BodyLimit.PLAIN + 1, "application/x-www-form-urlencoded"), response, chain);
        assertThat(response.getStatus()).isEqualTo(413);
        assertThat(chain.getRequest()).isNull();
    }

    @Test
    void filesMayBeLargerButNotWithoutEnd() throws Exception {
        limit.doFilter(of(BodyLimit.WITH_FILES, "multipart/form-data; boundary=x"), response, chain);
        assertThat(chain.getRequest()).isNotNull();
        var second = new MockHttpServletResponse();
        limit.doFilter(of(BodyLimit.WITH_FILES + 1, "Multipart/form-data"), second, new MockFilterChain());
        assertThat(second.getStatus()).isEqualTo(413);
    }

    @Test
    void aBodyOfUnknownLengthIsCountedWhileItIsRead() throws Exception {
        var request = of(-1, "application/json");
        request.setContent(new byte[(int) BodyLimit.PLAIN + 1]);
        limit.doFilter(request, response, chain);
        var seen = (HttpServletRequest) chain.getRequest();
        assertThat(seen).isNotNull();
        assertThatThrownBy(() -> seen.getInputStream().readAllBytes()).isInstanceOf(Refusal.TooLarge.class);
    }
}
