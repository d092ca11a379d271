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
import vn.angiang.plan72.inspection.Inspections;
import vn.angiang.plan72.support.As;
import vn.angiang.plan72.support.Clockwork;
import vn.angiang.plan72.support.Desk;
import vn.angiang.plan72.support.SomeAssignment;

/** The plan of a year is opened, an inspection decided, drawn, findings and recommendations written down. */
@Tag("browser")
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.datasource.url=jdbc:h2:mem:browser;DB_CLOSE_DELAY=-1")
@ActiveProfiles("test")
@Import({Clockwork.class, As.class, Desk.class, SomeAssignment.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InspectionBrowserTest {

    private static final String PASSWORD = "thu-nghiem-2017";

    @LocalServerPort
    int port;

    @Autowired
    Clockwork clock;

    @Autowired
    Desk desk;

    @Autowired
    As as;

    @Autowired
    Inspections inspections;

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
    void anInspectionIsLedFromThePlanToItsRecommendations() {
        Page agency = chromium.signedIn("officer.sldtbxh", PASSWORD);
        agency.navigate("/kiem-tra");
        press(agency, "Mở kế hoạch năm 2017");
        assertThat(agency.locator("main")).containsText("18,51%");
        look(agency, "inspection-plan");
        String number = as.call(
                "officer.sldtbxh",
                () -> inspections.open("H890", "KIEM_TRA", "Sử dụng vốn năm 2016", as.actor("officer.sldtbxh")));
        Page leader = chromium.signedIn("leader.sldtbxh", PASSWORD);
        leader.navigate("/ho-so/" + number);
        leader.locator("main a[href*='/viec/']").first().click();
        look(leader, "inspection-decide");
        desk.does(
                "leader.sldtbxh",
                number,
                "decideInspection",
                "documentNumber",
                "45/QĐ-SLĐTBXH",
                "signedOn",
                "20/02/2017",
                "startsOn",
                "01/03/2017",
                "members",
                List.of("officer.sldtbxh", "officer.stc"),
                "scope",
                "Sử dụng vốn năm 2016");
        desk.does("officer.h890", number, "reportByUnit", "unitReport", "Đã thực hiện");
        desk.does("officer.sldtbxh", number, "drawSample", "wanted", "3");
        agency.navigate("/kiem-tra/" + number);
        press(agency, "Thêm phát hiện");
        assertThat(agency.locator(".p72-error-summary")).containsText("Chọn loại phát hiện");
        agency.locator("select[name=kind]").selectOption("LOSS");
        agency.locator("input[name=place]").fill("Xã An Cư");
        agency.locator("textarea[name=text]").fill("Chi hỗ trợ sai 12 triệu đồng");
        agency.locator("input[name=amount]").fill("12");
        press(agency, "Thêm phát hiện");
        desk.does("officer.sldtbxh", number, "inspectOnSite", "interviewed", "20", "summary", "Đã kiểm tra");
        agency.navigate("/kiem-tra/" + number);
        assertThat(agency.locator("main")).containsText("Nghiêm trọng");
        agency.locator("textarea[name=text]").fill("Thu hồi 12 triệu đồng");
        press(agency, "Thêm kiến nghị");
        look(agency, "inspection-file");
        agency.navigate("/kiem-tra");
        look(agency, "inspection-list");
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
