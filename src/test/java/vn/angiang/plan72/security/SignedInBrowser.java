package vn.angiang.plan72.security;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A browser in miniature: keeps the session cookie, reads the token from the page, sends forms. */
final class SignedInBrowser {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final MockMvc mvc;
    private final String ip;
    Cookie session;

    SignedInBrowser(MockMvc mvc, String ip) {
        this.mvc = mvc;
        this.ip = ip;
    }

    MockHttpServletResponse open(String url) throws Exception {
        return send(get(url));
    }

    /** The token in the form of a page. */
    String token(String page) throws Exception {
        Matcher token = TOKEN.matcher(open(page).getContentAsString());
        if (!token.find()) {
            throw new AssertionError("No form on " + page);
        }
        return token.group(1);
    }

    /** Sends the form of the page with its token. */
    MockHttpServletResponse submit(String page, String url, String... parameters) throws Exception {
        var request = post(url).param("_csrf", token(page));
        for (int i = 0; i < parameters.length; i += 2) {
            request.param(parameters[i], parameters[i + 1]);
        }
        return send(request);
    }

    MockHttpServletResponse signIn(String username, String password) throws Exception {
        return submit("/dang-nhap", "/dang-nhap", "username", username, "password", password);
    }

    MockHttpServletResponse send(MockHttpServletRequestBuilder request) throws Exception {
        request.with(r -> {
            r.setRemoteAddr(ip);
            return r;
        });
        if (session != null) {
            request.cookie(session);
        }
        var response = mvc.perform(request).andReturn().getResponse();
        Cookie set = response.getCookie("SID");
        if (set != null) {
            session = set.getMaxAge() == 0 ? null : set;
        }
        return response;
    }
}
