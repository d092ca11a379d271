package vn.angiang.plan72.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.util.regex.Pattern;
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

/** A modeler adds a flow in the browser, a colleague releases it, and an officer works with it the same minute. */
@Tag("browser")
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.datasource.url=jdbc:h2:mem:modelling;DB_CLOSE_DELAY=-1")
@ActiveProfiles("test")
@Import(Clockwork.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModellingBrowserTest {

    private static final String PASSWORD = "thu-nghiem-2017";
    private static final String CHECK = "kiem-tra-viec-tang-qua";

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
    void aFlowIsDrawnApprovedByAColleagueAndUsed() {
        Page modeler = chromium.signedIn("modeler", PASSWORD);
        String draft = drawn(modeler);
        modeler.navigate(draft);
        assertThat(modeler.locator("main")).containsText("Qua cổng kiểm tra");
        look(modeler, "modelling-draft");
        modeler.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("So sánh với bản đang dùng"))
                .click();
        assertThat(modeler.locator("main")).containsText("Quy trình mới");
        modeler.navigate(draft);
        press(modeler, "Trình duyệt");
        assertThat(modeler.locator(".p72-error-summary")).containsText("Nhập lý do phát hành");
        modeler.getByLabel("Lý do phát hành").fill("Chủ tịch UBND tỉnh yêu cầu");
        press(modeler, "Trình duyệt");
        assertThat(modeler.locator(".p72-banner--done")).containsText("Đã trình bản nháp");
        String release = modeler.locator("main a[href*='/ho-so/MH-']").first().innerText();
        answer(modeler, release, "modelApproval", "APPROVED", "reviewNote", "Tốt");
        assertThat(modeler.locator("main")).containsText("không được tự duyệt");

        Page colleague = chromium.signedIn("modeler2", PASSWORD);
        answer(colleague, release, "modelApproval", "APPROVED", "reviewNote", "Đã xem");
        colleague.navigate("/mo-hinh/tang-qua-tet");
        assertThat(colleague.locator("main")).containsText("Chủ tịch UBND tỉnh yêu cầu");
        look(colleague, "modelling-model");

        Page officer = chromium.signedIn("officer.syt", PASSWORD);
        officer.navigate("/quy-trinh-rieng/tangQuaTet");
        officer.getByLabel("Tên hồ sơ").fill("Tặng quà xã Ô Lâm");
        press(officer, "Mở hồ sơ");
        assertThat(officer.locator("main")).containsText("Thực hiện công việc");
        assertThat(officer.locator(".p72-diagram svg").first()).isVisible();
        Page supervisor = chromium.signedIn("supervisor", PASSWORD);
        supervisor.navigate("/quy-trinh");
        assertThat(supervisor.locator("main")).containsText("Tặng quà Tết");
        supervisor.navigate("/ho-so?q=tang+qua+xa+o+lam");
        assertThat(supervisor.locator("main")).containsText("Tặng quà xã Ô Lâm");
        aSecondVersionIsReleasedAndTheRunningCaseFollows(modeler, colleague);
        officer.reload();
        assertThat(officer.locator("main")).containsText("Đi tặng quà");
        assertThat(officer.locator("main")).containsText("27/02/2017");
    }

    /** The second version: compared, released, and the case under way taken along. */
    private void aSecondVersionIsReleasedAndTheRunningCaseFollows(Page modeler, Page colleague) {
        modeler.navigate("/mo-hinh/tang-qua-tet");
        modeler.getByLabel("Để làm gì").fill("Đổi tên bước đầu");
        press(modeler, "Lập bản nháp");
        String draft = modeler.url();
        modeler.navigate(draft + "/sua?tep=bpmn/tang-qua-tet/tang-qua-tet.bpmn");
        shown(modeler);
        choose(modeler, "UserTask_doWork");
        field(modeler, "name").fill("Đi tặng quà");
        field(modeler, "due-more").fill("3");
        modeler.keyboard().press("Control+s");
        assertThat(modeler.locator(".p72-modeller__state")).hasAttribute("data-kind", "saved");
        modeler.navigate(draft + "/so-sanh");
        assertThat(modeler.locator("main")).containsText("1 hồ sơ đang chạy: 1 chuyển được");
        assertThat(modeler.locator(".p72-model-diff")).hasAttribute("data-state", "shown");
        assertThat(modeler.locator("main")).containsText("Đi tặng quà");
        look(modeler, "modelling-compare");
        modeler.navigate(draft);
        modeler.getByLabel("Lý do phát hành").fill("Tên rõ hơn, hạn ngắn hơn");
        press(modeler, "Trình duyệt");
        String release = modeler.locator("main a[href*='/ho-so/MH-']").first().innerText();
        answer(colleague, release, "modelApproval", "APPROVED", "reviewNote", "Đã xem");

        modeler.navigate("/mo-hinh/tang-qua-tet/chuyen-ho-so");
        look(modeler, "modelling-migrate");
        press(modeler, "Xem trước từng hồ sơ");
        assertThat(modeler.locator(".p72-error-summary")).containsText("Nhập lý do chuyển");
        modeler.getByLabel("Lý do chuyển").fill("Theo bản mới");
        press(modeler, "Xem trước từng hồ sơ");
        assertThat(modeler.locator("main")).containsText("1 hồ sơ chuyển được");
        look(modeler, "modelling-migration");
        press(modeler, "Chuyển các hồ sơ đã chọn");
        assertThat(modeler.locator("main")).containsText("Đã xong: chuyển 1 hồ sơ");
        answer(colleague, release, "placement", "MIGRATED", "placementNote", "Đã chuyển");
        colleague.navigate("/mo-hinh/tang-qua-tet");
        assertThat(colleague.locator("main")).containsText("Tên rõ hơn, hạn ngắn hơn");
    }

    /** Adds a second task with a form of its own to the smallest process; returns the address of the draft. */
    private String drawn(Page page) {
        page.navigate("/mo-hinh");
        look(page, "modelling-models");
        page.getByLabel("Tên quy trình").fill("Tặng quà Tết");
        press(page, "Lập quy trình mới");
        assertThat(page.locator("h1")).hasText("Tặng quà Tết");
        String draft = page.url();
        page.locator("summary", new Page.LocatorOptions().setHasText("Thêm bảng quyết định"))
                .click();
        page.getByLabel("Tên", new Page.GetByLabelOptions().setExact(true)).fill(CHECK);
        press(page, "Thêm tệp");
        shown(page);
        chromium.picture(page, "modelling-form-editor");
        page.navigate(draft + "/sua?tep=bpmn/tang-qua-tet/tang-qua-tet.bpmn");
        shown(page);
        chromium.picture(page, "modelling-bpmn-editor");
        choose(page, "Event_workDone");
        page.keyboard().press("Delete");
        choose(page, "UserTask_doWork");
        append(page, "Việc của người dùng");
        field(page, "name").fill("Kiểm tra việc tặng quà");
        assertThat(field(page, "id")).hasValue("UserTask_kiemTraViecTangQua");
        field(page, "documentation").fill("Lãnh đạo đơn vị kiểm tra.");
        field(page, "form").selectOption("kiemTraViecTangQua");
        field(page, "due-more").fill("2");
        append(page, "Sự kiện kết thúc");
        field(page, "name").fill("Đã tặng quà");
        field(page, "documentation").fill("Quà đã đến tay hộ.");
        assertThat(page.getByText("Không thấy vấn đề nào")).isVisible();
        page.keyboard().press("Control+s");
        assertThat(page.locator(".p72-modeller__state")).hasAttribute("data-kind", "saved");
        return draft;
    }

    private static void answer(Page page, String number, String route, String value, String note, String text) {
        page.navigate("/ho-so/" + number);
        page.locator("main a[href*='/viec/']").first().click();
        page.locator("input[name=" + route + "][value=" + value + "]").check();
        page.locator("[name=" + note + "]").fill(text);
        page.locator("button[name=buoc]").click();
    }

    private static void shown(Page page) {
        assertThat(page.locator(".p72-modeller")).hasAttribute("data-state", "shown");
    }

    private static void choose(Page page, String id) {
        page.locator(".djs-shape[data-element-id='" + id + "'] .djs-hit")
                .first()
                .click();
        assertThat(field(page, "id")).hasValue(id);
    }

    private static Locator field(Page page, String name) {
        return page.locator("[name=p72-" + name + "]");
    }

    private static void append(Page page, String kind) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Thêm bước").setExact(true))
                .click();
        page.locator(".djs-popup .entry")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^" + kind)))
                .first()
                .click();
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
