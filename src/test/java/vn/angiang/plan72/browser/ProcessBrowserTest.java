package vn.angiang.plan72.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import org.camunda.bpm.engine.ManagementService;
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
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.support.As;
import vn.angiang.plan72.support.Clockwork;
import vn.angiang.plan72.support.Desk;
import vn.angiang.plan72.support.SomeAssignment;

/** A supervisor looks where cases stand, which way they go and what failed; numbers come by themselves. */
@Tag("browser")
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.datasource.url=jdbc:h2:mem:browser;DB_CLOSE_DELAY=-1")
@ActiveProfiles("test")
@Import({Clockwork.class, As.class, Desk.class, SomeAssignment.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProcessBrowserTest {

    private static final String PASSWORD = "thu-nghiem-2017";

    @LocalServerPort
    int port;

    @Autowired
    Clockwork clock;

    @Autowired
    Desk desk;

    @Autowired
    SomeAssignment assignment;

    @Autowired
    ManagementService management;

    @Autowired
    Cases cases;

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
    void aSupervisorSeesWhereCasesStandAndWhatFailed() {
        String withdrawn = assignment.forUnit("SXD");
        String quick = assignment.forUnit("H889");
        String broken = assignment.forUnit("H889");
        desk.does(
                "officer.sxd",
                withdrawn,
                "acceptAssignment",
                "acceptance",
                "RETURN",
                "reason",
                "Không thuộc chức năng");
        desk.does("officer.h889", quick, "acceptAssignment", "acceptance", "ACCEPT");
        clock.advanceTo(LocalDate.of(2017, 3, 8));
        desk.does("officer.sldtbxh", withdrawn, "resolveObjection", "resolution", "WITHDRAW", "reason", "Đồng ý");
        management
                .createJobQuery()
                .processInstanceId(cases.byNumber(broken).processInstanceId())
                .timers()
                .listPage(0, 1)
                .forEach(j -> management.setJobRetries(j.getId(), 0));

        Page page = chromium.signedIn("officer.sldtbxh", PASSWORD);
        page.navigate("/quy-trinh");
        look(page, "process-list");
        assignment.forUnit("STP");
        String before =
                page.locator("tr:has-text('Giao và thực hiện nhiệm vụ')").innerText();
        page.evaluate("htmx.trigger(document.querySelector('[data-p72-poll]'), 'p72:poll')");
        assertThat(page.locator("tr:has-text('Giao và thực hiện nhiệm vụ')"))
                .not()
                .hasText(before);
        page.locator("a:has-text('Giao và thực hiện nhiệm vụ')").click();
        assertThat(page.locator(".p72-diagram[data-state=shown] .p72-diagram__heat")
                        .first())
                .isVisible();
        look(page, "process-counts");
        page.locator(".p72-tabs a:has-text('So với thời hạn')").click();
        assertThat(page.locator(".p72-diagram[data-state=shown] .p72-diagram__heat")
                        .first())
                .isVisible();
        look(page, "process-target");
        page.locator("a:has-text('Xem đường đi')").first().click();
        assertThat(page.locator(".p72-diagram__badge--path").first()).isVisible();
        look(page, "process-path");
        page.goBack();
        page.locator("section:has-text('Nơi tắc') ol a").first().click();
        assertThat(page.locator("main")).containsText("Đang lọc theo bước");
        page.navigate("/ho-so/" + quick);
        assertThat(page.locator("main")).containsText("Các bước đã qua");
        look(page, "process-case");
        page.navigate("/lich");
        page.locator("button:has-text('Tạo địa chỉ lịch')").click();
        look(page, "process-feed");

        Page admin = chromium.signedIn("admin", PASSWORD);
        admin.navigate("/quy-trinh/su-co");
        look(admin, "incidents");
        admin.locator("#tat-ca").check();
        admin.locator("textarea[name=reason]").fill("Đã sửa lỗi");
        admin.locator("button:has-text('Xem trước')").click();
        look(admin, "incident-retry");
        admin.locator("button:has-text('Chạy lại 1 bước')").click();
        assertThat(admin.locator("main")).containsText("Đã cho chạy lại 1 bước");
        assertThat(chromium.complaints()).isEmpty();
    }

    private void look(Page page, String name) {
        chromium.picture(page, name);
        chromium.accessible(page);
        chromium.fitsAPhone(page);
    }
}
