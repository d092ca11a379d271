package vn.angiang.plan72.web.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.angiang.plan72.support.Clockwork;
import vn.angiang.plan72.support.IntegrationTest;

/** The public pages over HTTP: no session, token kept, bad input worded, hostile input harmless. */
@IntegrationTest
class PublicOpinionPagesTests {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern SUBMISSION = Pattern.compile("name=\"submission\" value=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("id=\"ma-tra-cuu\">([^<]+)<");

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clockwork clock;

    @Value("${plan72.demo.password}")
    String password;

    private Cookie cookie;
    private String token;
    private String submission;

    @BeforeEach
    void aFreshPage() throws Exception {
        clock.set(LocalDate.of(2017, 2, 20));
        jdbc.sql("delete from public_hit").update();
        open();
    }

    private void open() throws Exception {
        var page = mvc.perform(get("/gop-y")).andReturn().getResponse();
        assertThat(page.getStatus()).isEqualTo(200);
        cookie = page.getCookie("gop-y");
        token = found(TOKEN, page.getContentAsString());
        submission = found(SUBMISSION, page.getContentAsString());
    }

    private static String found(Pattern pattern, String text) {
        Matcher m = pattern.matcher(text);
        assertThat(m.find()).as(pattern.pattern()).isTrue();
        return m.group(1);
    }

    private MockHttpServletResponse sent(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.cookie(cookie).param("_csrf", token))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletRequestBuilder opinion(String text) {
        return post("/gop-y")
                .param("submission", submission)
                .param("topic", "WORKS")
                .param("place", "H891")
                .param("text", text);
    }

    @Test
    void anOpinionIsTakenWithoutSessionAndItsCodeOpensIt() throws Exception {
        var taken = sent(opinion("Cầu ấp hư từ năm ngoái"));
        assertThat(taken.getStatus()).isEqualTo(200);
        assertThat(taken.getCookie("SID")).as("no session").isNull();
        assertThat(taken.getHeader("Cache-Control")).contains("no-store");
        assertThat(taken.getHeader("Content-Security-Policy")).contains("default-src 'none'");
        String code = found(CODE, taken.getContentAsString());
        var status = sent(post("/gop-y/tra-cuu").param("code", code));
        assertThat(status.getContentAsString()).contains("Ý kiến đã được nhận").doesNotContain("Cầu ấp hư");
        assertThat(sent(opinion("Gửi lại cùng trang")).getStatus()).isEqualTo(409);
    }

    @Test
    void theTokenIsDemanded() throws Exception {
        long before = count();
        assertThat(mvc.perform(opinion("Không có mã xác nhận").cookie(cookie))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(403);
        assertThat(mvc.perform(opinion("Không có cookie").param("_csrf", token))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(403);
        assertThat(count()).isEqualTo(before);
    }

    private long count() {
        return jdbc.sql("select count(*) from opinion").query(Long.class).single();
    }

    @Test
    void whoIsSignedInIsNobodyHereEither() throws Exception {
        var form = mvc.perform(get("/dang-nhap")).andReturn().getResponse();
        var signedIn = mvc.perform(post("/dang-nhap")
                        .cookie(form.getCookie("SID"))
                        .param("_csrf", found(TOKEN, form.getContentAsString()))
                        .param("username", "officer.sldtbxh")
                        .param("password", password))
                .andReturn()
                .getResponse();
        Cookie session = signedIn.getCookie("SID");
        assertThat(mvc.perform(get("/y-kien").cookie(session))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("/dang-xuat");
        var page = mvc.perform(get("/gop-y").cookie(session))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).doesNotContain("/dang-xuat");
    }

    @Test
    void mistakesAreNamedAndWhatWasTypedStays() throws Exception {
        var answer = sent(post("/gop-y")
                .param("submission", submission)
                .param("text", "ngắn")
                .param("place", "SLDTBXH")
                .param("name", "a".repeat(201)));
        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(answer.getContentAsString())
                .contains("Chọn việc bạn muốn nói", "Chọn một nơi", "Nhập nội dung từ 10", "dài nhất 200", ">ngắn<");
    }

    @Test
    void programsFallIntoTheTrap() throws Exception {
        assertThat(sent(opinion("Quảng cáo rất hay ở đây").param("website", "x"))
                        .getStatus())
                .isEqualTo(400);
    }

    @Test
    void filesAreCheckedAsEverywhere() throws Exception {
        var exe = new MockMultipartFile("attachments", "anh.jpg", "image/jpeg", new byte[] {'M', 'Z', 1, 2, 3});
        var refused = mvc.perform(multipart("/gop-y")
                        .file(exe)
                        .cookie(cookie)
                        .param("_csrf", token)
                        .param("submission", submission)
                        .param("topic", "WORKS")
                        .param("text", "Có ảnh kèm theo"))
                .andReturn()
                .getResponse();
        assertThat(refused.getStatus()).isEqualTo(400);
        var large = new MockMultipartFile("attachments", "to.pdf", "application/pdf", new byte[5 * 1024 * 1024 + 1]);
        assertThat(mvc.perform(multipart("/gop-y")
                                .file(large)
                                .cookie(cookie)
                                .param("_csrf", token)
                                .param("submission", submission)
                                .param("topic", "WORKS")
                                .param("text", "Có tệp quá lớn"))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(400);
    }

    @Test
    void aCodeThatIsNoneIsAnsweredAlikeAndGuessingIsSlowedDown() throws Exception {
        for (String code : List.of("", "0000-0000-0000-0000", "'; drop table opinion; --", "a".repeat(5000))) {
            var answer = sent(post("/gop-y/tra-cuu").param("code", code));
            assertThat(answer.getStatus()).isEqualTo(400);
            assertThat(answer.getContentAsString()).contains("Không có ý kiến nào có mã này");
        }
        int status = 0;
        for (int i = 0; i < 60; i++) {
            status = sent(post("/gop-y/tra-cuu").param("code", "0000-0000-0000-0000"))
                    .getStatus();
        }
        assertThat(status).isEqualTo(429);
    }

    @Test
    void hostileInputIsAnsweredWithoutFailure() throws Exception {
        var random = new Random(72);
        String[] bits = {
            "\u0000",
            "\u202E",
            "<script>alert(1)</script>",
            "${7*7}",
            "{{7*7}}",
            "' or 1=1 --",
            "\uD800",
            "%00",
            "../../etc/passwd",
            "é".repeat(300),
            "\r\nSet-Cookie: a=b",
            "𝒳",
            "{0} '{1}'"
        };
        String[] fields = {"submission", "topic", "place", "text", "name", "contact", "website", "code", "rating"};
        for (int i = 0; i < 200; i++) {
            if (i % 40 == 0) {
                jdbc.sql("delete from public_hit").update();
            }
            var request =
                    post(List.of("/gop-y", "/gop-y/tra-cuu", "/gop-y/danh-gia").get(random.nextInt(3)));
            for (int f = 0; f < random.nextInt(6); f++) {
                String value = bits[random.nextInt(bits.length)] + bits[random.nextInt(bits.length)];
                request.param(fields[random.nextInt(fields.length)], value);
            }
            var answer = sent(request);
            assertThat(answer.getStatus()).as("round " + i).isIn(200, 400, 409, 429);
            assertThat(answer.getContentAsString()).doesNotContain("<script>alert");
            assertThat(answer.getHeader("Set-Cookie") == null ? "" : answer.getHeader("Set-Cookie"))
                    .doesNotContain("a=b");
        }
    }

    @Test
    void addressesBelowThePublicOnesStayClosed() throws Exception {
        for (String path : List.of("/gop-y/", "/gop-y/tra-cuu/x", "/gop-y/..;/y-kien", "/y-kien")) {
            int status = mvc.perform(get(path)).andReturn().getResponse().getStatus();
            assertThat(status).as(path).isIn(302, 400);
        }
    }
}
