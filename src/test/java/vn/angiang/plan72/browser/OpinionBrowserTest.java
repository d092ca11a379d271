package vn.angiang.plan72.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
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
import org.springframework.web.context.request.RequestContextHolder;
import vn.angiang.plan72.feedback.OpinionIntake;
import vn.angiang.plan72.support.As;
import vn.angiang.plan72.support.Clockwork;
import vn.angiang.plan72.support.Desk;
import vn.angiang.plan72.support.SomeAssignment;

/** A citizen sends an opinion without account and without scripts, follows it by its code and rates the answer. */
@Tag("browser")
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.datasource.url=jdbc:h2:mem:browser;DB_CLOSE_DELAY=-1")
@ActiveProfiles("test")
@Import({Clockwork.class, As.class, Desk.class, SomeAssignment.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpinionBrowserTest {

    private static final String PASSWORD = "thu-nghiem-2017";

    @LocalServerPort
    int port;

    @Autowired
    Clockwork clock;

    @Autowired
    Desk desk;

    @Autowired
    OpinionIntake intake;

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
    void aCitizenIsHeardAnsweredAndRatesTheAnswer() {
        Page seen = chromium.stranger(true);
        seen.navigate("/dang-nhap");
        seen.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Gửi ý kiến về giảm nghèo, không cần tài khoản"))
                .click();
        look(seen, "opinion-send");
        Page citizen = chromium.stranger(false);
        citizen.navigate("/gop-y");
        press(citizen, "Gửi ý kiến");
        assertThat(citizen.locator(".p72-error-summary")).containsText("Chọn việc bạn muốn nói");
        citizen.locator("select[name=topic]").selectOption("WORKS");
        citizen.locator("select[name=place]").selectOption("H891");
        citizen.locator("textarea[name=text]").fill("Cầu ấp hư từ năm ngoái, đề nghị sửa trước mùa mưa");
        citizen.locator("input[name=name]").fill("Nguyễn Thị Kín");
        citizen.locator("input[name=attachments]")
                .setInputFiles(new FilePayload(
                        "ghi-chu.txt", "text/plain", "Ảnh chụp ngày 12/02".getBytes(StandardCharsets.UTF_8)));
        press(citizen, "Gửi ý kiến");
        assertThat(citizen.locator("h1")).hasText("Đã nhận ý kiến của bạn");
        String code = citizen.locator("#ma-tra-cuu").textContent();
        String number = citizen.locator("dd").nth(1).textContent();
        chromium.picture(citizen, "opinion-taken");
        handedOver();

        Page agency = chromium.signedIn("officer.sldtbxh", PASSWORD);
        agency.navigate("/y-kien");
        assertThat(agency.locator("main")).containsText(number);
        assertThat(agency.locator("main")).not().containsText("Kín");
        look(agency, "opinion-list");
        agency.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Xem người gửi " + number))
                .click();
        look(agency, "opinion-sender");
        agency.locator("input[name=reason]").fill("Hỏi lại vị trí cầu");
        press(agency, "Xem và ghi nhật ký");
        assertThat(agency.locator("main")).containsText("Nguyễn Thị Kín");
        agency.navigate("/ho-so/" + number);
        agency.locator("main a[href*='/viec/']").first().click();
        agency.locator("input[name=screening][value=ANSWER]").check();
        assertThat(agency.locator("select[name=answerUnit]")).hasValue("H891");
        look(agency, "opinion-screen");

        desk.does("officer.sldtbxh", number, "screenOpinion", "screening", "ANSWER", "answerUnit", "H891");
        desk.does("officer.h891", number, "answerOpinion", "answerText", "Sửa cầu trong tháng 4/2017");
        desk.does("leader.h891", number, "approveAnswer", "answerApproval", "APPROVED");

        citizen.navigate("/gop-y/tra-cuu");
        look(citizen, "opinion-track", false);
        citizen.locator("input[name=code]").fill("sai mã");
        press(citizen, "Tra cứu");
        assertThat(citizen.locator(".p72-error-summary")).containsText("Không có ý kiến nào có mã này");
        citizen.locator("input[name=code]").fill(code.toLowerCase());
        press(citizen, "Tra cứu");
        assertThat(citizen.locator("main")).containsText("Sửa cầu trong tháng 4/2017");
        chromium.picture(citizen, "opinion-answered");
        press(citizen, "Gửi đánh giá");
        assertThat(citizen.locator(".p72-error-summary")).containsText("Chọn hài lòng");
        citizen.locator("input[value=SATISFIED]").check();
        press(citizen, "Gửi đánh giá");
        assertThat(citizen.locator("main")).containsText("Hài lòng");
        handedOver();
        seen.navigate("/gop-y/tra-cuu");
        seen.locator("input[name=code]").fill(code);
        press(seen, "Tra cứu");
        assertThat(seen.locator("main")).containsText("Ý kiến đã được giải quyết xong");
        look(seen, "opinion-closed");
        assertThat(seen.context().cookies()).extracting(c -> c.name).doesNotContain("SESSION");
        assertThat(chromium.complaints()).allMatch(c -> c.contains("400") || c.contains("htmx:"));
    }

    private void handedOver() {
        RequestContextHolder.resetRequestAttributes();
        intake.takeIn();
        clock.runJobs();
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
    }

    private void look(Page page, String name) {
        look(page, name, true);
    }

    /** Without scripts neither axe nor the measuring of widths can run. */
    private void look(Page page, String name, boolean scripts) {
        chromium.picture(page, name);
        if (scripts) {
            chromium.accessible(page);
            chromium.fitsAPhone(page);
        }
    }
}
