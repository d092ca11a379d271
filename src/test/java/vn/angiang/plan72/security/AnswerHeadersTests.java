package vn.angiang.plan72.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.header.HeaderWriterFilter;
import vn.angiang.plan72.support.IntegrationTest;

@IntegrationTest
class AnswerHeadersTests {

    @Autowired
    ObjectProvider<HttpSecurity> fresh;

    private MockHttpServletResponse answer(boolean prod) throws Exception {
        var http = fresh.getObject();
        new AnswerHeaders(prod, "").addTo(http);
        var response = new MockHttpServletResponse();
        for (var filter : http.build().getFilters()) {
            if (filter instanceof HeaderWriterFilter) {
                filter.doFilter(new MockHttpServletRequest("GET", "/viec"), response, new MockFilterChain());
            }
        }
        assertThat(response.getHeader("X-Frame-Options")).isEqualTo("DENY");
        return response;
    }

    @Test
    void productionInsistsOnEncryptionEvenBehindALoadBalancer() throws Exception {
        assertThat(answer(true).getHeader("Strict-Transport-Security")).isEqualTo("max-age=31536000");
    }

    @Test
    void aDemonstrationOnThisMachineDoesNot() throws Exception {
        assertThat(answer(false).getHeader("Strict-Transport-Security")).isNull();
    }
}
