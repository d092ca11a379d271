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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import vn.angiang.plan72.support.As;
import vn.angiang.plan72.support.Clockwork;
import vn.angiang.plan72.support.Desk;
import vn.angiang.plan72.support.SomeAssignment;

/** An assignment fails, its unit's head is asked, explains, and the Chair concludes; nobody else learns of it. */
@Tag("browser")
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.datasource.url=jdbc:h2:mem:browser;DB_CLOSE_DELAY=-1")
@ActiveProfiles("test")
@Import({Clockwork.class, As.class, Desk.class, SomeAssignment.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccountabilityBrowserTest {

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
    JdbcClient jdbc;

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
    void aFailedAssignmentEndsWithTheChairsConclusion() {
        String failed = assignment.forUnit("H884", LocalDate.of(2017, 3, 1));
        desk.does("officer.h884", failed, "acceptAssignment", "acceptance", "ACCEPT");
        clock.advanceTo(LocalDate.of(2017, 4, 20));
        String number = jdbc.sql("select case_number from accountability_case where source_case = ?")
                .param(failed)
                .query(String.class)
                .single();

        Page agency = chromium.signedIn("officer.sldtbxh", PASSWORD);
        agency.navigate("/trach-nhiem");
        look(agency, "accountability-list");
        agency.navigate("/trach-nhiem/" + number);
        assertThat(agency.locator("main")).containsText("01/03/2017");
        look(agency, "accountability-file");
        task(agency, number);
        agency.locator("input[value=FOUND]").check();
        agency.locator("textarea[name=reason]").fill("Quá hạn hơn 30 ngày làm việc, đã đôn đốc nhiều lần.");
        send(agency, "Gửi nhận định");

        Page chair = chromium.signedIn("leader.ubnd_tinh", PASSWORD);
        task(chair, number);
        chair.locator("input[value=SIGNED]").check();
        chair.locator("input[name=documentNumber]").fill("88/UBND-KGVX");
        chair.locator("input[name=signedOn]").fill("20/04/2017");
        chair.locator("textarea[name=questions]").fill("Vì sao nhiệm vụ không được thực hiện đúng hạn?");
        press(chair, "Tiếp tục: xem lại trước khi gửi");
        send(chair, "Xác nhận ký");

        Page head = chromium.signedIn("leader.h884", PASSWORD);
        head.navigate("/trach-nhiem/" + number);
        head.locator("textarea[name=text]").fill("Bổ sung: biên bản họp ngày 10/3.");
        press(head, "Bổ sung");
        assertThat(head.locator("main")).containsText("biên bản họp ngày 10/3");
        task(head, number);
        head.locator("textarea[name=explanationText]").fill("Thiếu cán bộ phụ trách; đã bố trí lại từ tháng 4.");
        look(head, "accountability-explain");
        press(head, "Tiếp tục: xem lại trước khi gửi");
        send(head, "Gửi giải trình");
        desk.does("officer.snv", number, "assess", "assessment", "MINOR", "assessmentText", "Thiếu sót nhỏ");

        task(chair, number);
        assertThat(chair.locator("main")).containsText("Nhắc nhở");
        chair.locator("input[value=REMINDED]").check();
        chair.locator("input[name=documentNumber]").fill("120/KL-UBND");
        chair.locator("input[name=signedOn]").fill("20/04/2017");
        chair.locator("textarea[name=conclusionText]").fill("Nhắc nhở; hoàn thành nhiệm vụ trong quý II.");
        look(chair, "accountability-conclude");
        press(chair, "Tiếp tục: xem lại trước khi gửi");
        send(chair, "Xác nhận kết luận");
        desk.does("officer.sldtbxh", number, "recordOutcome", "outcome", "Đã gửi kết luận");

        Page stranger = chromium.signedIn("officer.h884", PASSWORD);
        stranger.navigate("/trach-nhiem/" + number);
        assertThat(stranger.locator("main")).not().containsText("88/UBND-KGVX");
        assertThat(chromium.complaints())
                .as("only the refusal of the stranger, and drafts whose saving a click overtook")
                .allMatch(c -> c.contains("404") && c.contains(number) || c.contains("htmx:"));
    }

    private static void task(Page page, String number) {
        page.navigate("/ho-so/" + number);
        page.locator("main a[href*='/viec/']").first().click();
    }

    private static void send(Page page, String act) {
        press(page, act);
        page.waitForURL("**/bien-nhan");
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
