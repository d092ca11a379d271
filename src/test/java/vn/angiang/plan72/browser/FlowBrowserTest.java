package vn.angiang.plan72.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.util.List;
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

/** A flow without Java, in the browser: found, opened, worked on, its diagram in the case. */
@Tag("browser")
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.datasource.url=jdbc:h2:mem:browser;DB_CLOSE_DELAY=-1")
@ActiveProfiles("test")
@Import({Clockwork.class, As.class, Desk.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FlowBrowserTest {

    private static final String PASSWORD = "thu-nghiem-2017";

    @LocalServerPort
    int port;

    @Autowired
    Clockwork clock;

    @Autowired
    Desk desk;

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
    void aCaseOfAPolicyIsOpenedAndItsLeaderLooksTwiceBeforeSigning() {
        Page officer = chromium.signedIn("officer.syt", PASSWORD);
        officer.navigate("/quy-trinh-rieng");
        look(officer, "flow-list");
        officer.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Đề xuất chính sách"))
                .click();
        press(officer, "Mở hồ sơ");
        assertThat(officer.locator(".p72-error-summary")).containsText("Nhập tên hồ sơ");
        officer.getByLabel("Tên hồ sơ").fill("Khám chữa bệnh cho người nghèo");
        look(officer, "flow-open");
        press(officer, "Mở hồ sơ");
        assertThat(officer.locator("main")).containsText("Nghiên cứu chính sách");
        String number = officer.url().replaceAll(".*/ho-so/([A-Z0-9-]+).*", "$1");
        assertThat(officer.locator(".p72-diagram svg").first()).isVisible();
        look(officer, "flow-case");
        officer.locator("main a[href*='/viec/']").first().click();
        look(officer, "flow-task");

        desk.does(
                "officer.syt",
                number,
                "researchPolicy",
                "policyName",
                "Khám chữa bệnh",
                "instrument",
                "GUIDANCE",
                "problem",
                "x",
                "proposal",
                "y",
                "impact",
                "z",
                "moneyNeeded",
                500,
                "proposals",
                1,
                "opinionUnits",
                List.of("STC"));
        desk.does("officer.stc", number, "giveOpinion", "opinionKind", "AGREE");
        desk.does("officer.syt", number, "reviseDraft", "opinionsHandled", "Đã tiếp thu", "changes", "Không");
        Page leader = chromium.signedIn("leader.syt", PASSWORD);
        leader.navigate("/ho-so/" + number);
        leader.locator("main a[href*='/viec/']").first().click();
        leader.getByLabel("Ban hành", new Page.GetByLabelOptions().setExact(true))
                .check();
        leader.getByLabel("Số, ký hiệu văn bản").fill("12/HD-SYT");
        leader.getByLabel("Ngày ban hành").fill("20/02/2017");
        leader.getByLabel("Số văn bản hướng dẫn").fill("1");
        press(leader, "Tiếp tục: xem lại trước khi gửi");
        assertThat(leader.locator("main")).containsText("12/HD-SYT");
        look(leader, "flow-check");
        assertThat(chromium.complaints()).allMatch(c -> c.contains("400") || c.contains("htmx:"));
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
