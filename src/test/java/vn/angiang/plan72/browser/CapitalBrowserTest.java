package vn.angiang.plan72.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
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
import vn.angiang.plan72.capital.CapitalCases;
import vn.angiang.plan72.flow.Flows;
import vn.angiang.plan72.support.As;
import vn.angiang.plan72.support.Clockwork;
import vn.angiang.plan72.support.Desk;
import vn.angiang.plan72.support.SomeAssignment;

/** A district allocates its capital by keyboard until it is equal to the đồng; the province sees it and opens it down. */
@Tag("browser")
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.datasource.url=jdbc:h2:mem:browser-capital;DB_CLOSE_DELAY=-1")
@ActiveProfiles("test")
@Import({Clockwork.class, As.class, Desk.class, SomeAssignment.class, CapitalCases.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CapitalBrowserTest {

    private static final String PASSWORD = "thu-nghiem-2017";

    @LocalServerPort
    int port;

    @Autowired
    Clockwork clock;

    @Autowired
    CapitalCases capital;

    @Autowired
    Flows flows;

    @Autowired
    As as;

    private Chromium chromium;

    @BeforeAll
    void open() {
        clock.set(LocalDate.of(2017, 12, 20));
        chromium = new Chromium("http://127.0.0.1:" + port);
    }

    @AfterAll
    void close() {
        chromium.close();
    }

    @Test
    void aDistrictAllocatesByKeyboardUntilItIsEqualAndTheProvinceOpensTheSums() {
        String draft = capital.open("SKHDT", 2018);
        Page agency = chromium.signedIn("officer.skhdt", PASSWORD);
        agency.navigate("/phan-bo-von/ho-so/" + draft);
        paste(
                agency,
                agency.locator("select[name='district.0']"),
                "Huyện Tri Tôn\tNSTW_DT\tDA2\t1.500.000.000\nH891\tNSTW_SN\tDA5\t250000001\nH886\tNS_TINH\tDA3\t100\n");
        assertThat(agency.locator("select[name='district.0']")).hasValue("H891");
        enter(agency, "Lưu bảng");
        assertThat(agency.locator("body")).containsText("1.750.000.101");
        look(agency, "capital-round");
        String round = capital.give(2018, "H891;NSTW_DT;DA2;1500000000", "H891;NSTW_SN;DA5;250000001");

        Page district = chromium.signedIn("officer.h891", PASSWORD);
        district.navigate("/ho-so/" + round);
        district.locator("main a[href*='/phan-bo-von/']").first().click();
        assertThat(district.locator("h1")).containsText("Tri Tôn");
        byKeyboard(district);
        look(district, "capital-ledger");
        enter(district, "Lưu bảng phân bổ");
        assertThat(district.locator("body")).containsText("Đã lưu 2 dòng. Bằng số được giao");
        assertThat(district.locator("main")).containsText("Hạn");

        district.navigate("/ho-so/" + round);
        district.locator("main a[href*='/viec/']").first().click();
        district.locator("input[value=SUBMITTED]").check();
        look(district, "capital-submit");
        enter(district, "Gửi: Phân bổ chi tiết vốn");
        district.waitForURL("**/bien-nhan");
        capital.approve(round, "H891");

        clock.advanceTo(LocalDate.of(2018, 4, 3));
        district.navigate("/phan-bo-von/2018/H891");
        assertThat(district.locator("main")).containsText("Giải ngân lũy kế đến hết quý 1");
        district.locator("input[name^='d.']").first().fill("750.000.000");
        look(district, "capital-disburse");
        enter(district, "Lưu số giải ngân");
        assertThat(district.locator("body")).containsText("42%");

        Page chair = chromium.signedIn("leader.ubnd_tinh", PASSWORD);
        chair.navigate("/phan-bo-von?nam=2018");
        assertThat(chair.locator("tfoot")).containsText("1.750.000.001");
        chair.locator("tbody th a").first().click();
        assertThat(chair.locator("main")).containsText("Từ đâu ra");
        assertThat(chair.locator("main")).containsText(round);
        look(chair, "capital-overview");
        assertThat(chromium.complaints())
                .as("nothing but the refusal of what was typed wrong")
                .allMatch(c -> (c.contains("phan-bo") || c.contains("cong-trinh")) && c.contains("400"));
    }

    @Test
    void aDistrictListsAWorkOfAHamlet() {
        var opening = new Flows.Opening("smallWorks", "Công trình nhỏ năm 2018", "H891", 2018, null, null);
        String number = as.call("officer.h891", () -> flows.start(opening, as.actor("officer.h891")));
        Page page = chromium.signedIn("officer.h891", PASSWORD);
        page.navigate("/ho-so/" + number);
        page.locator("main a[href*='/cong-trinh/']").first().click();
        page.locator("input[name=name]").fill("Đường bê tông ấp Bình");
        enter(page, "Thêm công trình");
        assertThat(page.locator(".p72-error-summary")).containsText("Chọn xã");
        look(page, "works-mistakes");
        page.locator("select[name=commune]").selectOption("X30544");
        page.locator("input[name=hamlet]").fill("Ấp Bình");
        page.locator("input[name=state]").fill("700.000.000");
        page.locator("input[name=people]").fill("300.000.000");
        page.locator("input[name=typicalDesign]").check();
        page.locator("input[name=onList]").check();
        page.locator("input[name=meetingOn]").fill("1/12/2017");
        page.locator("input[name=attended]").fill("60");
        page.locator("input[name=agreed]").fill("55");
        enter(page, "Thêm công trình");
        assertThat(page.locator("main")).containsText("1.000.000.000");
        look(page, "works-list");
        page.navigate("/cong-trinh?nam=2018");
        assertThat(page.locator("tfoot")).containsText("700.000.000");
        look(page, "works-overview");
    }

    /** No mouse: lists by arrow, cells by pasting, rows by arrow, saved with Enter on the button. */
    private void byKeyboard(Page page) {
        page.locator("select[name='source.0']").focus();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Tab");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Tab");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Tab");
        page.keyboard().type("Đường vào ấp");
        page.keyboard().press("Tab");
        page.keyboard().type("1.500.000.000,5");
        page.keyboard().press("Enter");
        assertThat(page.locator("input[name='amount.1']")).isFocused();
        paste(
                page,
                page.locator("select[name='source.1']"),
                "NSTW_SN\tDA5\tCấp huyện thực hiện\tTập huấn cán bộ\t250.000.000\n");
        enter(page, "Lưu bảng phân bổ");
        assertThat(page.locator(".p72-error-summary")).containsText("Dòng 1: nhập số tiền bằng đồng");
        assertThat(page.locator("input[name='work.1']")).hasValue("Tập huấn cán bộ");
        page.locator("input[name='amount.0']").focus();
        page.keyboard().press("Control+A");
        page.keyboard().type("1500000000");
        enter(page, "Lưu bảng phân bổ");
        assertThat(page.locator("body")).containsText("Đã lưu 2 dòng. Chưa bằng số được giao");
        page.locator("input[name='amount.1']").focus();
        page.keyboard().press("Control+A");
        page.keyboard().type("250.000.001");
    }

    private static void paste(Page page, Locator into, String text) {
        into.focus();
        page.evaluate(
                """
                (text) => {
                  const data = new DataTransfer();
                  data.setData("text/plain", text);
                  document.activeElement.dispatchEvent(
                    new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
                }
                """,
                text);
    }

    private static void enter(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .first()
                .focus();
        page.keyboard().press("Enter");
        page.waitForLoadState();
    }

    private void look(Page page, String name) {
        chromium.picture(page, name);
        chromium.accessible(page);
        chromium.fitsAPhone(page);
    }
}
