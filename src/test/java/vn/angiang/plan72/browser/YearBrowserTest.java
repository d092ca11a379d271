package vn.angiang.plan72.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import vn.angiang.plan72.support.As;
import vn.angiang.plan72.support.Clockwork;
import vn.angiang.plan72.support.Desk;
import vn.angiang.plan72.support.SomeAssignment;

/** The year 2017 from opening to the cases at the units, by the people who do it. */
@Tag("browser")
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.datasource.url=jdbc:h2:mem:browser;DB_CLOSE_DELAY=-1")
@ActiveProfiles("test")
@Import({Clockwork.class, As.class, Desk.class, SomeAssignment.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class YearBrowserTest {

    private static final String PASSWORD = "thu-nghiem-2017";

    @LocalServerPort
    int port;

    @Autowired
    Clockwork clock;

    private Chromium chromium;

    @BeforeAll
    void open() {
        clock.set(java.time.LocalDate.of(2017, 2, 20));
        chromium = new Chromium("http://127.0.0.1:" + port);
    }

    @AfterAll
    void close() {
        chromium.close();
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
    }

    @Test
    void theYearIsOpenedSignedAndGivenOutAndThePlanShowsIt() {
        Page officer = chromium.signedIn("officer.sldtbxh", PASSWORD);
        officer.navigate("/giao-viec");
        look(officer, "years");
        press(officer, "Mở năm 2017");
        officer.waitForURL("**/giao-viec/2017");
        look(officer, "year-list");
        officer.locator("tbody a").first().click();
        look(officer, "year-item");
        officer.navigate("/giao-viec/2017");
        press(officer, "Xác nhận theo đề xuất");
        assertThat(officer.locator("main")).containsText("0 dòng cần xác nhận");
        officer.locator("main a[href*='/viec/']").first().click();
        press(officer, "Trình danh mục");
        officer.waitForURL("**/bien-nhan");

        Page leader = chromium.signedIn("leader.sldtbxh", PASSWORD);
        leader.navigate("/viec/don-vi");
        leader.locator("tbody th a").first().click();
        leader.locator("input[value=APPROVED]").check();
        press(leader, "Gửi ý kiến kiểm tra");
        leader.waitForURL("**/bien-nhan");

        Page chair = chromium.signedIn("leader.ubnd_tinh", PASSWORD);
        chair.navigate("/viec/don-vi");
        chair.locator("tbody th a").first().click();
        chair.locator("input[value=SIGNED]").check();
        chair.locator("input[name=documentNumber]").fill("310/QĐ-UBND");
        chair.locator("input[name=signedOn]").fill("20/02/2017");
        chair.locator("input[value=CHU_TICH]").check();
        press(chair, "Tiếp tục: xem lại trước khi gửi");
        look(chair, "sign-check");
        press(chair, "Xác nhận ký");
        chair.waitForURL("**/bien-nhan");
        clock.runJobs();

        officer.navigate("/giao-viec/2017");
        assertThat(officer.locator("main")).containsText("310/QĐ-UBND");
        assertThat(officer.locator("#tien-do")).containsText("Xem các hồ sơ của năm");
        officer.navigate("/ke-hoach");
        look(officer, "plan");
        officer.navigate("/ke-hoach/IV.3.a");
        look(officer, "obligation");
        Page district = chromium.signedIn("officer.h891", PASSWORD);
        district.navigate("/viec/don-vi");
        look(district, "inbox-district");
        assertThat(district.locator("tbody tr")).hasCount(25);

        Page supervisor = chromium.signedIn("supervisor", PASSWORD);
        supervisor.navigate("/nhat-ky");
        press(supervisor, "Kiểm tra tính toàn vẹn");
        assertThat(supervisor.locator("main")).containsText("Nhật ký nguyên vẹn");
        look(supervisor, "journal");
        officer.navigate("/dong-ho");
        look(officer, "clock");
        officer.navigate("/thong-bao");
        look(officer, "notices");
        assertThat(chromium.complaints()).isEmpty();
    }

    private void look(Page page, String name) {
        chromium.picture(page, name);
        chromium.accessible(page);
        chromium.fitsAPhone(page);
    }
}
