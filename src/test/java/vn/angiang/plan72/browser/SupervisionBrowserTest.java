package vn.angiang.plan72.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

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
import vn.angiang.plan72.support.As;
import vn.angiang.plan72.support.Clockwork;
import vn.angiang.plan72.support.Desk;
import vn.angiang.plan72.support.SomeAssignment;

/** The Chair opens one page and knows whom to call; the standing agency urges them all at once. */
@Tag("browser")
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.datasource.url=jdbc:h2:mem:browser;DB_CLOSE_DELAY=-1")
@ActiveProfiles("test")
@Import({Clockwork.class, As.class, Desk.class, SomeAssignment.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SupervisionBrowserTest {

    private static final String PASSWORD = "thu-nghiem-2017";

    @LocalServerPort
    int port;

    @Autowired
    Clockwork clock;

    @Autowired
    SomeAssignment assignment;

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
    void fromTheBoardToTheListToUrgingAllOfThem() {
        assignment.forUnit("SGTVT", LocalDate.of(2017, 3, 1));
        assignment.forUnit("SGTVT", LocalDate.of(2017, 3, 2));
        assignment.forUnit("SYT", LocalDate.of(2017, 12, 1));
        clock.advanceTo(LocalDate.of(2017, 3, 6));

        Page chair = chromium.signedIn("leader.ubnd_tinh", PASSWORD);
        chair.navigate("/toan-canh");
        var line = chair.locator("tr", new Page.LocatorOptions().setHasText("Sở Giao thông"))
                .first();
        assertThat(line).containsText("2");
        look(chair, "overview");
        line.locator("a.p72-tag--overdue").click();
        assertThat(chair.locator("tbody tr")).hasCount(2);
        look(chair, "cases-overdue");

        Page agency = chromium.signedIn("officer.sldtbxh", PASSWORD);
        agency.navigate("/ho-so?don-vi=SGTVT&tinh-trang=qua-han");
        agency.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Xử lý cả danh sách này"))
                .click();
        agency.locator("input[value=URGE]").check();
        agency.locator("#f-reason").fill("Đề nghị nộp kết quả trong tuần");
        look(agency, "bulk-choose");
        press(agency, "Xem trước từng hồ sơ");
        assertThat(agency.locator("main")).containsText("Sẽ làm với 2 hồ sơ");
        look(agency, "bulk-preview");
        press(agency, "Xác nhận làm với 2 hồ sơ");
        assertThat(agency.locator("#tien-do")).containsText("Đã xong: 2 hồ sơ");
        agency.reload();
        look(agency, "bulk-done");
        assertThat(chromium.complaints()).isEmpty();
    }

    private static void press(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .click();
    }

    private void look(Page page, String name) {
        chromium.picture(page, name);
        chromium.accessible(page);
        chromium.fitsAPhone(page);
    }
}
