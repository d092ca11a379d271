package vn.angiang.plan72.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.util.AntPathMatcher;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.support.IntegrationTest;

/** Who comes in, who does not, and what every answer carries. */
@IntegrationTest
class SecurityTests {

    private static final Actor ADMIN = new Actor("admin", "Quản trị", List.of(), List.of(), null);

    @Autowired
    MockMvc mvc;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    FindByIndexNameSessionRepository<? extends Session> sessions;

    @Autowired
    Accounts accounts;

    @Value("${plan72.demo.password}")
    String password;

    private SignedInBrowser browser() {
        return new SignedInBrowser(mvc, "10.0.0." + (1 + (int) (Math.random() * 200)));
    }

    private SignedInBrowser signedIn(String username) throws Exception {
        var browser = browser();
        assertThat(browser.signIn(username, password).getRedirectedUrl()).isEqualTo("/viec");
        return browser;
    }

    @Test
    void everyAddressAsksAStrangerToSignInUnlessItIsPublic() throws Exception {
        int asked = 0;
        for (var mapping : requestMappingHandlerMapping.getHandlerMethods().keySet()) {
            for (String pattern : mapping.getPatternValues()) {
                String path = pattern.replaceAll("\\{(?:[^{}]|\\{[^{}]*})*}", "1")
                        .replace("/**", "/1")
                        .replace("*", "1");
                if (isPublic(path) || path.equals("/error")) {
                    continue;
                }
                var methods = new LinkedHashSet<HttpMethod>(Set.of(HttpMethod.GET, HttpMethod.POST));
                mapping.getMethodsCondition().getMethods().forEach(m -> methods.add(m.asHttpMethod()));
                for (HttpMethod method : methods) {
                    var response = mvc.perform(MockMvcRequestBuilders.request(method, path))
                            .andReturn()
                            .getResponse();
                    assertThat(asksToSignIn(path, response))
                            .as("%s %s answers %s", method, path, response.getStatus())
                            .isTrue();
                    asked++;
                }
            }
        }
        assertThat(asked).isGreaterThan(3);
    }

    private static boolean isPublic(String path) {
        var matcher = new AntPathMatcher();
        return path.equals(WebSecurity.SIGN_IN)
                || matcher.match(WebSecurity.CALENDAR_FEED, path)
                || Set.of(WebSecurity.OPINIONS).contains(path)
                || Arrays.stream(WebSecurity.FILES).anyMatch(p -> matcher.match(p, path));
    }

    private static boolean asksToSignIn(String path, MockHttpServletResponse response) {
        if (path.startsWith("/api/") || path.startsWith("/engine-rest/")) {
            return response.getStatus() == 401 || response.getStatus() == 403;
        }
        String target = response.getRedirectedUrl();
        return response.getStatus() == 302 && target != null && target.startsWith("/dang-nhap");
    }

    @Test
    void theEnginesOwnPagesAndInterfacesDoNotExist() throws Exception {
        var admin = signedIn("admin");
        for (String path :
                new String[] {"/camunda/app/admin", "/camunda/api/admin/setup/default/user/create", "/h2-console"}) {
            assertThat(browser().open(path).getStatus()).as(path).isEqualTo(302);
            assertThat(admin.open(path).getStatus()).as(path).isEqualTo(404);
        }
        for (String path : new String[] {"/engine-rest/task", "/engine-rest/engine/default/process-instance"}) {
            assertThat(browser().open(path).getStatus()).as(path).isEqualTo(401);
            assertThat(admin.open(path).getStatus())
                    .as("%s opens to nobody by a cookie", path)
                    .isEqualTo(401);
        }
    }

    @Test
    void publicAddressesAreOpen() throws Exception {
        for (String path : new String[] {
            "/dang-nhap",
            "/css/plan72.css",
            "/js/plan72.js",
            "/favicon.ico",
            "/webjars/htmx.org/dist/htmx.min.js",
            "/actuator/health"
        }) {
            assertThat(browser().open(path).getStatus()).as(path).isEqualTo(200);
        }
    }

    @Test
    void theNameMayBeTypedInCapitalsAndWithSpaces() throws Exception {
        var browser = browser();
        assertThat(browser.signIn("  Officer.SLDTBXH ", password).getRedirectedUrl())
                .isEqualTo("/viec");
        assertThat(browser.open("/mat-khau").getContentAsString()).contains("officer.sldtbxh");
    }

    @Test
    void signingInLeadsBackToThePageThatWasAskedFor() throws Exception {
        var browser = browser();
        browser.open("/mat-khau?a=1");
        assertThat(browser.signIn("officer.syt", password).getRedirectedUrl()).isEqualTo("/mat-khau?a=1");
    }

    @Test
    void aSessionGetsANewIdAtSignIn() throws Exception {
        var browser = browser();
        browser.open("/dang-nhap");
        var before = browser.session;
        browser.signIn("officer.syt", password);
        assertThat(browser.session.getValue()).isNotEqualTo(before.getValue());

        var intruder = browser();
        intruder.session = before;
        assertThat(intruder.open("/mat-khau").getStatus()).isEqualTo(302);
    }

    @Test
    void theSessionCookieIsClosedToScriptsAndOtherSites() throws Exception {
        var browser = browser();
        browser.open("/dang-nhap");
        assertThat(browser.session.isHttpOnly()).isTrue();
        assertThat(browser.session.getAttribute("SameSite")).isEqualTo("Lax");
        assertThat(browser.session.getPath()).isEqualTo("/");
    }

    @Test
    void aWrongPasswordAndAnUnknownNameAreAnsweredAlike() throws Exception {
        var known = browser();
        known.signIn("officer.sct", "sai mật khẩu");
        var unknown = browser();
        unknown.signIn("khong.co.ai", "sai mật khẩu");
        String first = known.open("/dang-nhap").getContentAsString().replace("officer.sct", "");
        String second = unknown.open("/dang-nhap").getContentAsString().replace("khong.co.ai", "");
        assertThat(first).contains("Tên đăng nhập hoặc mật khẩu chưa đúng.").contains("<title>Lỗi: Đăng nhập");
        assertThat(withoutToken(first)).isEqualTo(withoutToken(second));
    }

    private static String withoutToken(String page) {
        return page.replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "");
    }

    @Test
    void fiveFailuresCostAWaitHereButNotElsewhere() throws Exception {
        var guesser = new SignedInBrowser(mvc, "203.0.113.7");
        for (int i = 0; i < 5; i++) {
            guesser.signIn("leader.syt", "sai" + i);
            assertThat(guesser.open("/dang-nhap").getContentAsString()).contains("chưa đúng");
        }
        guesser.signIn("leader.syt", password);
        assertThat(guesser.open("/dang-nhap").getContentAsString()).contains("Thử lại sau 1 phút");

        var victim = new SignedInBrowser(mvc, "203.0.113.8");
        assertThat(victim.signIn("leader.syt", password).getRedirectedUrl()).isEqualTo("/viec");
    }

    @Test
    void aFormWithoutItsTokenIsRefused() throws Exception {
        var browser = signedIn("officer.syt");
        assertThat(browser.send(post("/mat-khau").param("current", "x")).getStatus())
                .isEqualTo(403);
        assertThat(browser.send(post("/dang-xuat")).getStatus()).isEqualTo(403);
        assertThat(browser.open("/mat-khau").getStatus()).isEqualTo(200);
    }

    @Test
    void aFormSentAfterTheSessionEndedLeadsToSignIn() throws Exception {
        assertThat(browser().send(post("/mat-khau")).getRedirectedUrl()).isEqualTo("/dang-nhap?het-phien");
    }

    @Test
    void aPartOfAPageIsNotPaintedOverWithTheSignInForm() throws Exception {
        var response = browser().send(get("/viec").header("HX-Request", "true"));
        assertThat(response.getStatus()).isEqualTo(401);
        assertThat(response.getHeader("HX-Redirect")).isEqualTo("/dang-nhap");
    }

    @Test
    void leavingEndsTheSession() throws Exception {
        var browser = signedIn("officer.syt");
        var session = browser.session;
        assertThat(browser.submit("/mat-khau", "/dang-xuat").getRedirectedUrl()).isEqualTo("/dang-nhap?da-thoat");
        browser.session = session;
        assertThat(browser.open("/mat-khau").getStatus()).isEqualTo(302);
    }

    @Test
    void everyAnswerCarriesItsHeaders() throws Exception {
        var response = browser().open("/dang-nhap");
        assertThat(response.getHeader("Content-Security-Policy"))
                .isEqualTo("default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline';"
                        + " img-src 'self' data:; font-src 'self' data:; connect-src 'self'; form-action 'self';"
                        + " frame-ancestors 'none'; base-uri 'none'");
        assertThat(response.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(response.getHeader("X-Frame-Options")).isEqualTo("DENY");
        assertThat(response.getHeader("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(response.getHeader("Permissions-Policy")).contains("camera=()");
        assertThat(response.getHeader("Cache-Control")).contains("no-store");
        assertThat(browser().open("/css/plan72.css").getHeader("Cache-Control")).contains("max-age");
        assertThat(response.getContentAsString()).doesNotContain("<style").doesNotContain(" style=");
    }

    @Test
    void programsSignInWithEveryRequestAndGetNoSession() throws Exception {
        var program = browser();
        var request =
                get("/api/khong-co").headers(basic("officer.syt", password)).accept("application/json");
        var response = program.send(request);
        assertThat(response.getStatus()).isEqualTo(404);
        assertThat(response.getContentType()).startsWith("application/problem+json");
        assertThat(program.session).isNull();
        assertThat(program.send(post("/api/khong-co").headers(basic("officer.syt", password)))
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void theProgramsDoorAnswersStrangersWithAProblem() throws Exception {
        var response = browser().send(get("/api/khong-co").headers(basic("officer.syt", "sai")));
        assertThat(response.getStatus()).isEqualTo(401);
        assertThat(response.getHeader("WWW-Authenticate")).startsWith("Basic");
        assertThat(response.getContentAsString()).contains("Cần đăng nhập");
        assertThat(browser()
                        .send(get("/api/khong-co").header("Sec-Fetch-Site", "same-origin"))
                        .getHeader("WWW-Authenticate"))
                .isNull();
    }

    @Test
    void aSessionOpensTheProgramsDoorButNeedsItsToken() throws Exception {
        var browser = signedIn("officer.syt");
        assertThat(browser.open("/api/khong-co").getStatus()).isEqualTo(404);
        assertThat(browser.send(post("/api/khong-co")).getStatus()).isEqualTo(403);
    }

    @Test
    void basicDoesNotOpenPages() throws Exception {
        var response = browser().send(get("/mat-khau").headers(basic("officer.syt", password)));
        assertThat(response.getStatus()).isEqualTo(302);
    }

    @Test
    void aDisabledAccountIsOutAtOnce() throws Exception {
        var browser = signedIn("officer.stc");
        accounts.enable("officer.stc", false, ADMIN);
        assertThat(browser.open("/mat-khau").getStatus()).isEqualTo(302);
        browser().signIn("officer.stc", password);
        assertThat(browser()
                        .send(get("/api/khong-co").headers(basic("officer.stc", password)))
                        .getStatus())
                .isEqualTo(401);
        accounts.enable("officer.stc", true, ADMIN);
        signedIn("officer.stc");
    }

    @Test
    void aFourthSessionEndsTheOldest() throws Exception {
        var first = signedIn("officer.sxd");
        for (int i = 0; i < 3; i++) {
            signedIn("officer.sxd");
        }
        assertThat(first.open("/mat-khau").getRedirectedUrl()).isEqualTo("/dang-nhap?het-phien");
        assertThat(accounts.sessionsOf("officer.sxd")).isEqualTo(3);
    }

    @Test
    void aSessionEndsAfterTwelveHoursHoweverBusy() throws Exception {
        var browser = signedIn("officer.snv");
        age(sessions, "officer.snv", Instant.now().minus(13, ChronoUnit.HOURS));
        assertThat(browser.open("/mat-khau").getRedirectedUrl()).isEqualTo("/dang-nhap?het-phien");
        assertThat(browser.open("/mat-khau").getStatus()).isEqualTo(302);
    }

    private static <S extends Session> void age(
            FindByIndexNameSessionRepository<S> sessions, String username, Instant signedIn) {
        for (S session : sessions.findByPrincipalName(username).values()) {
            session.setAttribute(SignInResults.SIGNED_IN_AT, signedIn.toEpochMilli());
            sessions.save(session);
        }
    }

    @Test
    void aPasswordGivenByAnAdministratorMustBeChangedFirst() throws Exception {
        String given = "Cho tạm " + UUID.randomUUID();
        accounts.reset("officer.sgddt", given, ADMIN);
        var browser = browser();
        browser.signIn("officer.sgddt", given);
        assertThat(browser.open("/viec").getRedirectedUrl()).isEqualTo("/mat-khau");

        var refused = browser.submit("/mat-khau", "/mat-khau", "current", "sai", "password", "ngắn", "repeat", "khác");
        assertThat(refused.getStatus()).isEqualTo(400);
        assertThat(refused.getContentAsString())
                .contains("<title>Lỗi: Đổi mật khẩu")
                .contains("href=\"#current\"")
                .contains("Mật khẩu mới phải có ít nhất 12 ký tự.");

        String own = "Mùa nước nổi về sớm";
        browser.submit("/mat-khau", "/mat-khau", "current", given, "password", own, "repeat", own);
        assertThat(browser.open("/mat-khau").getContentAsString()).contains("Đã đổi mật khẩu");
        assertThat(browser().signIn("officer.sgddt", given).getRedirectedUrl()).isEqualTo("/dang-nhap");
        assertThat(browser().signIn("officer.sgddt", own).getRedirectedUrl()).isEqualTo("/viec");
    }

    @Test
    void onlyAdministratorsReachAdministration() throws Exception {
        assertThat(signedIn("officer.syt").open("/quan-tri").getStatus()).isEqualTo(403);
        assertThat(signedIn("officer.syt").open("/v3/api-docs").getStatus()).isEqualTo(403);
        assertThat(signedIn("admin").open("/quan-tri").getStatus()).isNotEqualTo(403);
    }

    static HttpHeaders basic(String username, String password) {
        var headers = new HttpHeaders();
        headers.setBasicAuth(username, password, StandardCharsets.UTF_8);
        return headers;
    }
}
