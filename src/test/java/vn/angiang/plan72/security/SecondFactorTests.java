package vn.angiang.plan72.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import vn.angiang.plan72.organization.Staff;
import vn.angiang.plan72.support.As;
import vn.angiang.plan72.support.IntegrationTest;

/** A code from the authenticator besides the password. */
@IntegrationTest
class SecondFactorTests {

    private static final String PASSWORD = "Gió chướng về sông";

    @Autowired
    MockMvc mvc;

    @Autowired
    Staff staff;

    @Autowired
    Accounts accounts;

    @Autowired
    AccountRows rows;

    @Autowired
    SecondFactorRows factors;

    @Autowired
    As as;

    @Test
    void codesAreThoseOfTheStandard() {
        byte[] secret = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
        // RFC 6238, appendix B
        assertThat(Totp.code(secret, 59 / 30, 8)).isEqualTo("94287082");
        assertThat(Totp.code(secret, 1111111109L / 30, 8)).isEqualTo("07081804");
        assertThat(Totp.code(secret, 1111111111L / 30, 8)).isEqualTo("14050471");
        assertThat(Totp.code(secret, 1234567890L / 30, 8)).isEqualTo("89005924");
        assertThat(Totp.code(secret, 20000000000L / 30, 8)).isEqualTo("65353130");
        assertThat(Totp.base32(secret)).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    }

    @Test
    void aCodeCountsOnceAndOneStepToEitherSide() {
        String secret = Totp.newSecret();
        Instant now = Instant.parse("2026-11-23T08:00:10Z");
        long step = Totp.step(now);
        String code = Totp.code(secret, step);
        assertThat(Totp.matching(secret, code, now, 0)).hasValue(step);
        assertThat(Totp.matching(secret, code, now, step)).isEmpty();
        assertThat(Totp.matching(secret, code, now.plusSeconds(30), 0)).hasValue(step);
        assertThat(Totp.matching(secret, code, now.minusSeconds(30), 0)).hasValue(step);
        assertThat(Totp.matching(secret, code, now.plusSeconds(90), 0)).isEmpty();
    }

    private SignedInBrowser person(String username) {
        staff.engage(
                username,
                "Người Thử",
                "",
                "officer",
                "SYT",
                "Chuyên viên",
                LocalDate.of(2017, 1, 1),
                as.actor("admin"));
        accounts.create(username, PASSWORD, as.actor("admin"));
        rows.password(username, new PasswordHashing().encode(PASSWORD), false, Instant.now());
        return new SignedInBrowser(mvc, "10.2.2." + (username.length() + 1));
    }

    private String nextCode(String username) {
        var row = factors.find(username).orElseThrow();
        // The step after the one used last, within what is taken for clocks that are a little off
        long step = Math.max(Totp.step(Instant.now()), row.lastStep() + 1);
        return Totp.code(row.secret(), step);
    }

    @Test
    void onceSwitchedOnTheCodeIsAskedForAndRecoveryCodesCountOnce() throws Exception {
        var browser = person("hai.lop");
        browser.signIn("hai.lop", PASSWORD);
        String page = browser.open("/xac-thuc-hai-lop").getContentAsString();
        assertThat(page).contains("otpauth://totp/plan72:hai.lop");
        assertThat(browser.submit("/xac-thuc-hai-lop", "/xac-thuc-hai-lop", "code", "000000")
                        .getStatus())
                .isEqualTo(400);
        String done = browser.submit("/xac-thuc-hai-lop", "/xac-thuc-hai-lop", "code", nextCode("hai.lop"))
                .getContentAsString();
        var recovery = Pattern.compile("[A-Z2-7]{4}(?:-[A-Z2-7]{4}){3}").matcher(done);
        assertThat(recovery.find()).isTrue();

        var again = new SignedInBrowser(mvc, "10.2.2.50");
        again.signIn("hai.lop", PASSWORD);
        assertThat(again.open("/dang-nhap").getContentAsString())
                .contains("Mã xác thực")
                .contains("name=\"code\"");
        again.submit("/dang-nhap", "/dang-nhap", "username", "hai.lop", "password", PASSWORD, "code", "123456");
        assertThat(again.open("/dang-nhap").getContentAsString()).contains("chưa đúng");
        assertThat(again.submit(
                                "/dang-nhap",
                                "/dang-nhap",
                                "username",
                                "hai.lop",
                                "password",
                                PASSWORD,
                                "code",
                                nextCode("hai.lop"))
                        .getRedirectedUrl())
                .isEqualTo("/viec");

        String code = recovery.group();
        for (String expected : new String[] {"/viec", "/dang-nhap"}) {
            var lost = new SignedInBrowser(mvc, "10.2.2.51");
            assertThat(lost.submit(
                                    "/dang-nhap",
                                    "/dang-nhap",
                                    "username",
                                    "hai.lop",
                                    "password",
                                    PASSWORD,
                                    "code",
                                    code.toLowerCase(java.util.Locale.ROOT))
                            .getRedirectedUrl())
                    .isEqualTo(expected);
        }
        var program = MockMvcRequestBuilders.get("/api/v1/me").headers(SecurityTests.basic("hai.lop", PASSWORD));
        assertThat(mvc.perform(program).andReturn().getResponse().getStatus()).isEqualTo(401);
    }
}
