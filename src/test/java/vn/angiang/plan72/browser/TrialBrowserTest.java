package vn.angiang.plan72.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
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
import vn.angiang.plan72.support.Clockwork;

/** A modeler goes through a draft of the policy process before sending it for approval. */
@Tag("browser")
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.datasource.url=jdbc:h2:mem:trial;DB_CLOSE_DELAY=-1")
@ActiveProfiles("test")
@Import(Clockwork.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrialBrowserTest {

    @LocalServerPort
    int port;

    @Autowired
    Clockwork clock;

    private Chromium chromium;

    @BeforeAll
    void open() {
        clock.set(LocalDate.of(2017, 2, 20));
        chromium = new Chromium("http://127.0.0.1:" + port);
    }

    @AfterAll
    void close() {
        chromium.close();
    }

    @Test
    void aDraftIsTriedInTheBrowser() {
        Page page = chromium.signedIn("modeler", "thu-nghiem-2017");
        page.navigate("/mo-hinh/policy-proposal");
        page.getByLabel("Để làm gì").fill("Xem lại quy trình chính sách");
        press(page, "Lập bản nháp");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Chạy thử"))
                .click();
        look(page, "trial-begin");
        page.getByLabel("Đơn vị chủ trì").selectOption("SYT");
        press(page, "Bắt đầu chạy thử");
        assertThat(page.locator(".p72-diagram svg").first()).isVisible();
        look(page, "trial-running");

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Nghiên cứu chính sách"))
                .click();
        look(page, "trial-form");
        press(page, "Hoàn thành việc");
        assertThat(page.locator(".p72-error-summary")).isVisible();
        page.locator("[name=policyName]").fill("Hỗ trợ nhà ở");
        page.locator("input[name=instrument][value=PETITION]").check();
        for (String text : new String[] {"problem", "proposal", "impact"}) {
            page.locator("[name=" + text + "]").fill("Nội dung");
        }
        page.locator("[name=moneyNeeded]").fill("500");
        page.locator("[name=proposals]").fill("1");
        page.locator("[name=opinionUnits][value=STC]").check();
        press(page, "Hoàn thành việc");
        assertThat(page.locator(".p72-banner--done")).containsText("Đã hoàn thành việc");

        page.getByLabel("Đến hết ngày").fill("31/12/2017");
        press(page, "Cho thời gian trôi");
        assertThat(page.locator("main")).containsText("23:59 31/12/2017");
        assertThat(page.locator("main")).containsText("caseSteps.urge");
        look(page, "trial-later");
        press(page, "Dừng chạy thử");
        assertThat(page.getByLabel("Đơn vị chủ trì")).isVisible();
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
    }

    private void look(Page page, String name) {
        chromium.picture(page, name);
        chromium.accessible(page);
        chromium.fitsAPhone(page);
    }
}
