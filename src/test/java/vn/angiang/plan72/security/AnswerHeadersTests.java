package vn.angiang.plan72.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.config.annotation.ObjectPostProcessor;
import org.springframework.security.config.annotation.authentication.builders.AuthenticationManagerBuilder;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import vn.angiang.plan72.support.IntegrationTest;

@IntegrationTest
class AnswerHeadersTests {

    @Autowired
    ObjectPostProcessor<Object> postProcessor;

    @Autowired
    ApplicationContext context;

    private MockHttpServletResponse answer(boolean prod) throws Exception {
        var http = new HttpSecurity(
                postProcessor,
                new AuthenticationManagerBuilder(postProcessor),
                Map.of(ApplicationContext.class, context));
        new AnswerHeaders(prod).addTo(http);
        var response = new MockHttpServletResponse();
        var chain = http.build();
        for (var filter : chain.getFilters()) {
            filter.doFilter(new MockHttpServletRequest("GET", "/viec"), response, new MockFilterChain());
        }
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
