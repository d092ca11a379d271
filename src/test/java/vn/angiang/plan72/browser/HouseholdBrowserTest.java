package vn.angiang.plan72.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
import vn.angiang.plan72.document.official.SafeSheets;
import vn.angiang.plan72.flow.Flows;
import vn.angiang.plan72.support.As;
import vn.angiang.plan72.support.Clockwork;
import vn.angiang.plan72.support.Desk;
import vn.angiang.plan72.support.SomeAssignment;

/** A district opens its review; a commune uploads its list, faults first; the district sees sums and no name. */
@Tag("browser")
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.datasource.url=jdbc:h2:mem:browser;DB_CLOSE_DELAY=-1")
@ActiveProfiles("test")
@Import({Clockwork.class, As.class, Desk.class, SomeAssignment.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HouseholdBrowserTest {

    private static final String PASSWORD = "thu-nghiem-2017";
    private static final String NAME = "Trần Văn Riêng";

    @LocalServerPort
    int port;

    @Autowired
    Clockwork clock;

    @Autowired
    As as;

    @Autowired
    Flows flows;

    @Autowired
    Desk desk;

    private Chromium chromium;

    @BeforeAll
    void open() {
        clock.set(LocalDate.of(2017, 9, 1));
        chromium = new Chromium("http://127.0.0.1:" + port);
    }

    @AfterAll
    void close() {
        chromium.close();
    }

    private static FilePayload list(String classBefore) {
        var columns = IntStream.range(0, 20)
                .mapToObj(c -> new SafeSheets.Column("C" + c, 10, SafeSheets.Kind.TEXT))
                .toList();
        List<Object> poor = Arrays.asList(
                "H1",
                NAME,
                "Ấp Thử",
                "4",
                "NT",
                classBefore,
                "C",
                "C",
                "C",
                "100",
                "0",
                "0",
                "0",
                "0",
                "0",
                "0",
                "0",
                "0",
                "0",
                "0");
        List<Object> near = Arrays.asList(
                "H2",
                NAME + " Hai",
                "Ấp Thử",
                "5",
                "NT",
                "K",
                "K",
                "C",
                "C",
                "140",
                "1",
                "1",
                "0",
                "0",
                "0",
                "0",
                "0",
                "0",
                "0",
                "0");
        var out = new ByteArrayOutputStream();
        try {
            SafeSheets.xlsx(out, new SafeSheets.Sheet("Danh sách", columns, Stream.of(poor, near)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return new FilePayload(
                "danh-sach.xlsx",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                out.toByteArray());
    }

    @Test
    void aCommuneUploadsItsListAndTheDistrictSeesSums() {
        String number = as.call(
                "officer.h891",
                () -> flows.start(
                        new Flows.Opening("householdReview", "Rà soát năm 2017", "H891", 2017, "IV.13.c.1", null),
                        as.actor("officer.h891")));
        clock.runJobs();
        clock.advanceTo(LocalDate.of(2017, 9, 2));
        Page commune = chromium.signedIn("officer.x30547", PASSWORD);
        commune.navigate("/ra-soat");
        look(commune, "household-list");
        commune.locator("main a[href*='/ra-soat/xa/']").first().click();
        commune.locator("input[name=tep]").setInputFiles(list("??"));
        press(commune, "Nhập danh sách");
        assertThat(commune.locator(".p72-error-summary")).containsText("F2: ghi N, CN hoặc K");
        look(commune, "household-faults");
        commune.locator("input[name=tep]").setInputFiles(list("N"));
        press(commune, "Nhập danh sách");
        assertThat(commune.locator("main")).containsText(NAME);
        look(commune, "household-commune");
        commune.navigate("/viec/don-vi");
        commune.locator("main a[href*='/viec/']").first().click();
        look(commune, "household-task");
        Page district = chromium.signedIn("officer.h891", PASSWORD);
        district.navigate("/ra-soat/" + number);
        assertThat(district.locator("tfoot")).containsText("2");
        assertThat(district.locator("body")).not().containsText(NAME);
        look(district, "household-review");
        assertThat(chromium.complaints()).allMatch(c -> c.contains("400") || c.contains("htmx:"));
    }

    @Test
    void aCommuneRecordsARequestAndTheDistrictSeesNumbers() {
        Page commune = chromium.signedIn("officer.x30466", PASSWORD);
        commune.navigate("/ra-soat/de-nghi");
        press(commune, "Ghi giấy đề nghị");
        assertThat(commune.locator(".p72-error-summary")).containsText("Nhập họ tên chủ hộ");
        look(commune, "household-request-faults");
        commune.locator("#k-ENTER").check();
        commune.locator("#f-code").fill("D1");
        commune.locator("#f-headName").fill(NAME);
        commune.locator("#f-hamlet").fill("Ấp Thử");
        commune.locator("#f-receivedOn").fill("01/09/2017");
        press(commune, "Ghi giấy đề nghị");
        assertThat(commune.locator("h1")).containsText("Giấy đề nghị DN-2017-");
        String number = commune.url().substring(commune.url().lastIndexOf('/') + 1);
        desk.does("officer.x30466", number, "checkRequest", "requestCheck", "ACCEPTED");
        commune.reload();
        commune.locator("#f-members").fill("4");
        commune.locator("#a-RURAL").check();
        commune.locator("#f-needed").check();
        commune.locator("#f-assetPoints").fill("140");
        for (int i : List.of(1, 2, 5)) {
            commune.locator("#d-" + i).check();
        }
        press(commune, "Lưu khảo sát");
        assertThat(commune.locator(".p72-summary-list")).containsText("Nghèo");
        look(commune, "household-request");
        commune.navigate("/ra-soat/de-nghi");
        look(commune, "household-requests");
        Page district = chromium.signedIn("officer.h889", PASSWORD);
        district.navigate("/ra-soat/trong-nam/2017");
        assertThat(district.locator("tfoot")).containsText("1");
        assertThat(district.locator("body")).not().containsText(NAME);
        look(district, "household-requests-year");
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
