package vn.angiang.plan72.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** One assignment in the browser: returned, extended, late, verified, closed; and one task without a mouse. */
@Tag("browser")
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.datasource.url=jdbc:h2:mem:browser;DB_CLOSE_DELAY=-1")
@ActiveProfiles("test")
@Import({Clockwork.class, As.class, Desk.class, SomeAssignment.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AssignmentBrowserTest {

    private static final String PASSWORD = "thu-nghiem-2017";
    private static final byte[] SMALL_PDF =
            "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

    @LocalServerPort
    int port;

    @Autowired
    SomeAssignment assignment;

    @Autowired
    Clockwork clock;

    @Autowired
    Desk desk;

    private Chromium chromium;

    @BeforeAll
    void open() {
        chromium = new Chromium("http://127.0.0.1:" + port);
    }

    @AfterAll
    void close() {
        chromium.close();
    }

    private Page as(String username) {
        return chromium.signedIn(username, PASSWORD);
    }

    private void openTask(Page page, String number, String step) {
        page.navigate("/viec/" + desk.task(number, step).taskId());
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    /** Presses the button that hands in, and waits for the receipt. */
    private void handIn(Page page, String name) {
        press(page, name);
        try {
            page.waitForURL("**/bien-nhan");
        } catch (com.microsoft.playwright.TimeoutError e) {
            chromium.picture(page, "not-handed-in");
            throw e;
        }
    }

    @Test
    void anAssignmentIsReturnedExtendedHandedInLateVerifiedAndClosed() throws Exception {
        clock.set(LocalDate.of(2017, 2, 20));
        String number = assignment.forUnit("SNNPTNT", LocalDate.of(2017, 3, 31));
        Page officer = as("officer.snnptnt");
        Page leader = as("leader.snnptnt");
        Page agency = as("officer.sldtbxh");
        Page agencyLeader = as("leader.sldtbxh");

        officer.navigate("/viec/don-vi");
        chromium.picture(officer, "inbox");
        chromium.accessible(officer);
        chromium.fitsAPhone(officer);
        officer.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Tiếp nhận nhiệm vụ"))
                .first()
                .click();
        chromium.picture(officer, "task");
        chromium.accessible(officer);
        chromium.fitsAPhone(officer);
        press(officer, "Gửi trả lời");
        assertThat(officer).hasTitle(java.util.regex.Pattern.compile("^Lỗi: .*"));
        chromium.picture(officer, "task-error");
        chromium.accessible(officer);
        officer.locator("input[value=RETURN]").check();
        officer.locator("textarea[name=reason]").fill("Chưa rõ sản phẩm");
        handIn(officer, "Gửi trả lời");
        assertThat(officer.locator(".p72-receipt__number")).containsText(number);
        chromium.picture(officer, "receipt");
        chromium.accessible(officer);

        openTask(agency, number, "resolveObjection");
        agency.locator("input[value=CONFIRM]").check();
        agency.locator("textarea[name=reason]").fill("Sản phẩm là văn bản hướng dẫn");
        handIn(agency, "Gửi quyết định");
        openTask(officer, number, "planExecution");
        officer.locator("textarea[name=steps]").fill("Soạn thảo\nLấy ý kiến\nTrình ký");
        officer.locator("textarea[name=milestones]").fill("15/03/2017 xong dự thảo");
        handIn(officer, "Trình kế hoạch");
        openTask(leader, number, "approvePlan");
        leader.locator("input[value=APPROVED]").check();
        press(leader, "Tiếp tục: xem lại trước khi gửi");
        chromium.picture(leader, "check");
        chromium.accessible(leader);
        handIn(leader, "Xác nhận quyết định");

        officer.navigate("/ho-so/" + number + "/gia-han");
        officer.locator("input[name=newDueOn]").fill("28/04/2017");
        officer.locator("textarea[name=reason]").fill("Chờ thông tư hướng dẫn của Bộ");
        press(officer, "Gửi đề nghị gia hạn");
        officer.waitForURL("**/ho-so/" + number);
        openTask(agencyLeader, number, "decideExtension");
        agencyLeader.locator("input[value=GRANTED]").check();
        agencyLeader.locator("textarea[name=reason]").fill("Lý do chính đáng");
        press(agencyLeader, "Tiếp tục: xem lại trước khi gửi");
        handIn(agencyLeader, "Xác nhận quyết định gia hạn");
        officer.navigate("/ho-so/" + number);
        assertThat(officer.locator("main")).containsText("28/04/2017");
        assertThat(officer.locator("main")).containsText("31/03/2017");

        clock.advanceTo(LocalDate.of(2017, 5, 5));
        Path file = Files.createTempFile("van-ban", ".pdf");
        Files.write(file, SMALL_PDF);
        openTask(officer, number, "execute");
        officer.locator("textarea[name=resultSummary]").fill("Đã ban hành hướng dẫn");
        officer.locator("input[name=completedOn]").fill("04/05/2017");
        officer.locator("input[type=file]").setInputFiles(file);
        handIn(officer, "Nộp kết quả");
        assertThat(officer.locator(".p72-receipt__number")).containsText(number);
        openTask(leader, number, "approveResult");
        leader.locator("input[value=APPROVED]").check();
        press(leader, "Tiếp tục: xem lại trước khi gửi");
        handIn(leader, "Xác nhận quyết định");
        openTask(agency, number, "verifyResult");
        agency.locator("input[value=CONFIRMED]").check();
        press(agency, "Tiếp tục: xem lại trước khi gửi");
        handIn(agency, "Xác nhận kết luận");
        agency.navigate("/ho-so/" + number);
        assertThat(agency.locator("main")).containsText("Hoàn thành quá hạn");
        agency.waitForSelector(".p72-diagram svg");
        chromium.picture(agency, "case");
        chromium.accessible(agency);
        chromium.fitsAPhone(agency);
        agency.navigate("/ho-so");
        chromium.picture(agency, "cases");
        chromium.accessible(agency);
        chromium.fitsAPhone(agency);
        assertThat(chromium.complaints())
                .filteredOn(c -> !c.contains("status of 400")
                        && !c.contains("htmx:sendAbort")
                        && !c.contains("htmx:afterRequest"))
                .as("nothing but the form sent back with mistakes, and requests given up for newer ones")
                .isEmpty();
    }

    @Test
    void aTaskIsDoneWithTheKeyboardAlone() {
        clock.set(LocalDate.of(2017, 2, 20));
        String number = assignment.forUnit("SYT");
        Page page = as("officer.syt");
        page.navigate("/viec/" + desk.task(number, "acceptAssignment").taskId());
        for (int i = 0; i < 60; i++) {
            page.keyboard().press("Tab");
            if (Boolean.TRUE.equals(page.evaluate("document.activeElement.name === 'acceptance'"))) {
                break;
            }
        }
        page.keyboard().press("Space");
        for (int i = 0; i < 20; i++) {
            page.keyboard().press("Tab");
            if (Boolean.TRUE.equals(page.evaluate("document.activeElement.value === 'nop'"))) {
                break;
            }
        }
        page.keyboard().press("Enter");
        assertThat(page.locator(".p72-receipt__number")).containsText(number);
        assertThat(desk.steps(number)).containsExactly("planExecution");
    }
}
