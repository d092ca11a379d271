package vn.angiang.plan72.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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
import vn.angiang.plan72.reporting.Completeness;
import vn.angiang.plan72.reporting.Figure;
import vn.angiang.plan72.reporting.Period;
import vn.angiang.plan72.reporting.Periods;
import vn.angiang.plan72.reporting.UnitReport;
import vn.angiang.plan72.reporting.UnitReports;
import vn.angiang.plan72.support.As;
import vn.angiang.plan72.support.Clockwork;
import vn.angiang.plan72.support.Desk;
import vn.angiang.plan72.support.SomeAssignment;

/** A district enters its figures by keyboard, is returned, corrects them, and the province issues the report. */
@Tag("browser")
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.datasource.url=jdbc:h2:mem:browser;DB_CLOSE_DELAY=-1")
@ActiveProfiles("test")
@Import({Clockwork.class, As.class, Desk.class, SomeAssignment.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportBrowserTest {

    private static final String PASSWORD = "thu-nghiem-2017";

    @LocalServerPort
    int port;

    @Autowired
    Clockwork clock;

    @Autowired
    As as;

    @Autowired
    Desk desk;

    @Autowired
    Periods periods;

    @Autowired
    Completeness completeness;

    @Autowired
    UnitReports sheets;

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
    void aDistrictReportsByKeyboardIsReturnedCorrectsAndTheProvinceIssues() {
        Page agency = chromium.signedIn("officer.sldtbxh", PASSWORD);
        agency.navigate("/bao-cao?nam=2017");
        press(agency, "Lập các kỳ của năm 2017");
        assertThat(agency.locator("main")).containsText("Báo cáo quý I năm 2017");
        String code = as.call(
                "officer.sldtbxh",
                () -> periods.planAdHoc(
                        "Báo cáo nhanh hộ nghèo tháng 3/2017",
                        LocalDate.of(2017, 3, 31),
                        Set.of("POV_HH", "POV_RATE", "ESCAPE_HH"),
                        false,
                        as.actor("officer.sldtbxh")));
        agency.navigate("/bao-cao/ky/" + code);
        if (agency.locator("form[action$='/mo'] button").count() > 0) {
            press(agency, "Mở kỳ ngay");
        }
        clock.advanceTo(LocalDate.of(2017, 2, 21));
        clock.runJobs();
        agency.navigate("/bao-cao/ky/" + code);
        look(agency, "period");

        Page district = chromium.signedIn("officer.h891", PASSWORD);
        String number = caseOf(code, "H891");
        district.navigate("/bao-cao/" + number + "/so-lieu");
        byKeyboard(district);
        look(district, "sheet");
        assertThat(district.locator("main")).containsText("Mọi chỉ tiêu đã đủ");
        send(number);

        Page receiving = chromium.signedIn("officer.sldtbxh", PASSWORD);
        receiving.navigate("/ho-so/" + number);
        receiving.locator("main a[href*='/viec/']").first().click();
        receiving.locator("input[value=RETURNED]").check();
        receiving.locator("textarea[name=reason]").fill("Số hộ thoát nghèo chưa khớp biên bản");
        look(receiving, "receive");
        press(receiving, "Xác nhận tiếp nhận");
        receiving.waitForURL("**/bien-nhan");

        district.navigate("/bao-cao/" + number + "/so-lieu");
        district.locator("input[name='v.ESCAPE_HH']").fill("320");
        press(district, "Lưu số liệu");
        assertThat(district.locator("body")).containsText("Đã lưu 1 số liệu");
        send(number);
        desk.does("officer.sldtbxh", number, "receiveReport", "reportReceipt", "ACCEPTED");
        otherDistricts(code);

        clock.advanceTo(LocalDate.of(2017, 3, 30));
        agency.navigate("/bao-cao?nam=2017");
        look(agency, "report-board");
        agency.navigate("/bao-cao/ky/" + code + "/tong-hop");
        look(agency, "consolidated");
        agency.locator("tbody th a").first().click();
        look(agency, "shares");
        issue(code);
        agency.navigate("/bao-cao/ky/" + code);
        assertThat(agency.locator("main")).containsText("Đã ban hành");
        assertThat(agency.locator("main")).containsText("SHA-256");
        look(agency, "period-issued");

        Page leader = chromium.signedIn("leader.sldtbxh", PASSWORD);
        leader.navigate("/bao-cao/ky/" + code + "/dinh-chinh?don-vi=H891&chi-tieu=ESCAPE_HH");
        look(leader, "correction");
        leader.locator("input[name=value]").fill("321");
        leader.locator("textarea[name=reason]").fill("Bỏ sót một hộ ở xã Ô Lâm");
        press(leader, "Đính chính số liệu");
        assertThat(leader.locator("main")).containsText("đính chính số 1");
        leader.navigate("/bao-cao/bieu-do?chi-tieu=POV_RATE");
        assertThat(leader.locator("main")).containsText("chuẩn thu nhập cũ");
        look(leader, "trend");
        assertThat(chromium.complaints())
                .as("nothing but the refusal of what was typed wrong")
                .allMatch(c -> c.contains("so-lieu") && c.contains("400"));
    }

    /** No mouse: types, goes down with the arrow, pastes two cells, saves with Enter on the button. */
    private void byKeyboard(Page page) {
        Locator rate = page.locator("input[name='n.POV_RATE']");
        rate.focus();
        page.evaluate(
                """
                () => {
                  const data = new DataTransfer();
                  data.setData("text/plain", "6000\\t34162\\n");
                  document.activeElement.dispatchEvent(
                    new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
                }
                """);
        assertThat(page.locator("input[name='d.POV_RATE']")).hasValue("34162");
        page.keyboard().press("ArrowDown");
        assertThat(page.locator("input[name='v.POV_HH']")).isFocused();
        page.keyboard().type("6000");
        page.keyboard().press("Enter");
        assertThat(page.locator("input[name='v.ESCAPE_HH']")).isFocused();
        page.keyboard().type("abc");
        save(page);
        assertThat(page.locator(".p72-error-summary")).containsText("nhập một số");
        assertThat(page.locator("input[name='v.POV_HH']")).hasValue("6000");
        page.locator("input[name='v.ESCAPE_HH']").focus();
        page.keyboard().press("Control+A");
        page.keyboard().type("323");
        save(page);
        assertThat(page.locator("body")).containsText("Đã lưu 3 số liệu");
    }

    private static void save(Page page) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Lưu số liệu"))
                .focus();
        page.keyboard().press("Enter");
        page.waitForLoadState();
    }

    private String caseOf(String code, String unit) {
        return report(code, unit).caseNumber();
    }

    private UnitReport report(String code, String unit) {
        Period period = periods.byCode(code);
        return as.call("officer.sldtbxh", () -> completeness.ofPeriod(period, as.actor("officer.sldtbxh"))).stream()
                .map(Completeness.Field::report)
                .filter(r -> r.unit().equals(unit))
                .findFirst()
                .orElseThrow();
    }

    private void send(String number) {
        desk.does("officer.h891", number, "enterReport", "achievements", "Giảm 323 hộ nghèo", "difficulties", "Không");
        desk.does("leader.h891", number, "signReport", "reportSigning", "SIGNED");
    }

    private void otherDistricts(String code) {
        for (String unit : List.of("H883", "H884", "H886", "H887", "H888", "H889", "H890", "H892", "H893")) {
            UnitReport r = report(code, unit);
            String officer = "officer." + unit.toLowerCase(Locale.ROOT);
            as.run(
                    officer,
                    () -> sheets.save(
                            r.caseNumber(),
                            r.revision(),
                            sheets.sheet(r.caseNumber(), as.actor(officer)).lines().stream()
                                    .map(l -> new UnitReports.Entry(
                                            l.measure().code(),
                                            l.before() == null ? Figure.Value.of(BigDecimal.TEN) : l.before(),
                                            null))
                                    .toList(),
                            "FORM",
                            as.actor(officer)));
            desk.does(officer, r.caseNumber(), "enterReport", "achievements", "Đã làm", "difficulties", "Không");
            desk.does(
                    "leader." + unit.toLowerCase(Locale.ROOT), r.caseNumber(), "signReport", "reportSigning", "SIGNED");
            desk.does("officer.sldtbxh", r.caseNumber(), "receiveReport", "reportReceipt", "ACCEPTED");
        }
    }

    private void issue(String code) {
        String number = periods.byCode(code).caseNumber();
        desk.does(
                "officer.sldtbxh",
                number,
                "reviewConsolidation",
                "achievements",
                "Toàn tỉnh tiếp tục giảm hộ nghèo.",
                "difficulties",
                "Một số huyện nộp muộn.",
                "proposals",
                "Đề nghị bố trí vốn sớm.");
        desk.does("leader.sldtbxh", number, "approveConsolidation", "consolidationCheck", "APPROVED");
        desk.does(
                "leader.ubnd_tinh",
                number,
                "signConsolidation",
                "consolidationSigning",
                "SIGNED",
                "documentNumber",
                "45/BC-UBND",
                "signedOn",
                "30/03/2017",
                "signedFor",
                "CHU_TICH");
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
        chromium.picture(page, name);
        chromium.accessible(page);
        chromium.fitsAPhone(page);
    }
}
