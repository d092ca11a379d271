package vn.angiang.plan72.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.test.web.servlet.MockMvc;
import vn.angiang.plan72.organization.Staff;
import vn.angiang.plan72.support.As;
import vn.angiang.plan72.support.IntegrationTest;

/** An administrator makes accounts and takes them away; whom the provider vouches for needs one too. */
@IntegrationTest
class AccountPageTests {

    private static final String PASSWORD = "thu-nghiem-2017";
    private static final String GIVEN = "Cho tạm một câu dài";

    @Autowired
    MockMvc mvc;

    @Autowired
    Staff staff;

    @Autowired
    Accounts accounts;

    @Autowired
    IssuerPeople issuer;

    @Autowired
    As as;

    private SignedInBrowser admin() throws Exception {
        var browser = new SignedInBrowser(mvc, "10.1.1.1");
        browser.signIn("admin", PASSWORD);
        return browser;
    }

    private String newPerson(String username) {
        staff.engage(
                username,
                "Người Mới",
                "",
                "officer",
                "SYT",
                "Chuyên viên",
                LocalDate.of(2017, 1, 1),
                as.actor("admin"));
        return "/quan-tri/tai-khoan/" + username;
    }

    @Test
    void anAccountIsMadeUsedAndClosed() throws Exception {
        String page = newPerson("nguoi.moi");
        var admin = admin();
        assertThat(admin.open(page).getContentAsString()).contains("Chưa có tài khoản");
        assertThat(admin.submit(page, page, "viec", "create", "password", "ngắn")
                        .getStatus())
                .isEqualTo(400);
        admin.submit(page, page, "viec", "create", "password", GIVEN);
        assertThat(admin.open(page).getContentAsString()).contains("Đang sử dụng");

        var person = new SignedInBrowser(mvc, "10.1.1.2");
        person.signIn("nguoi.moi", GIVEN);
        assertThat(person.open("/viec").getRedirectedUrl()).isEqualTo("/mat-khau");
        admin.submit(page, page, "viec", "close");
        assertThat(person.open("/mat-khau").getStatus()).isEqualTo(302);
        assertThat(admin.submit(page, page, "viec", "bay").getStatus()).isEqualTo(404);
    }

    @Test
    void nobodyClosesTheOwnAccountAndOnlyAdministratorsCloseOthers() throws Exception {
        String own = "/quan-tri/tai-khoan/admin";
        assertThat(admin().submit(own, own, "viec", "close").getStatus()).isEqualTo(409);
        var officer = new SignedInBrowser(mvc, "10.1.1.3");
        officer.signIn("officer.syt", PASSWORD);
        assertThat(officer.open(own).getStatus()).isEqualTo(403);
        assertThat(officer.submit("/mat-khau", own, "viec", "close").getStatus())
                .isEqualTo(403);
    }

    @Test
    void whoSignsInAtTheProviderNeedsAnAccountAndStaysTheSamePerson() {
        newPerson("nguoi.ngoai");
        assertThatThrownBy(() -> issuer.admit("nguoi.ngoai", "s-1"))
                .isInstanceOf(OAuth2AuthenticationException.class)
                .hasMessageContaining("nguoi.ngoai");
        accounts.createForIssuer("nguoi.ngoai", as.actor("admin"));
        issuer.admit("nguoi.ngoai", "s-1");
        issuer.admit("nguoi.ngoai", "s-1");
        assertThatThrownBy(() -> issuer.admit("nguoi.ngoai", "s-2")).isInstanceOf(OAuth2AuthenticationException.class);
        assertThatThrownBy(() -> issuer.admit("officer.syt", "s-1")).isInstanceOf(OAuth2AuthenticationException.class);
        accounts.forgetIdentity("nguoi.ngoai", as.actor("admin"));
        issuer.admit("nguoi.ngoai", "s-2");
    }
}
