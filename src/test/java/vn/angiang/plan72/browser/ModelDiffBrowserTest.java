package vn.angiang.plan72.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two versions of a process side by side in a real browser. */
@Tag("browser")
class ModelDiffBrowserTest {

    private static final String REPORT = "bpmn/unit-report/unit-report.bpmn";

    private static EditorServer server;
    private static Chromium chromium;
    private Page page;

    @BeforeAll
    static void start() throws IOException {
        server = new EditorServer();
        chromium = new Chromium(server.base());
    }

    @AfterAll
    static void stop() {
        chromium.close();
        server.close();
    }

    @BeforeEach
    void fresh() throws IOException {
        server.reset();
        String old = Files.readString(Path.of(REPORT));
        String moved =
                old.replaceAll("(bpmnElement=\"UserTask_enterReport\">\\s*<dc:Bounds x=\"\\d+\" y=\")\\d+", "$1999");
        server.document(
                "new",
                moved.replace("name=\"Ký báo cáo\"", "name=\"Ký và gửi\"")
                        .replace("UserTask_receiveReport", "UserTask_checkReport"));
        server.changes(
                """
                [{"elementId": "UserTask_signReport", "kind": "changed", "text": "Tên: “Ký báo cáo” thành “Ký và gửi”"}]
                """);
        page = chromium.anonymous();
    }

    @AfterEach
    void nothingBreaksTheContentPolicy() {
        assertThat((List<?>) page.evaluate("window.violations")).isEmpty();
        page.context().close();
    }

    private void open(String before, String after) {
        page.navigate("/diff?" + before + "&" + after);
        assertThat(page.locator(".p72-model-diff")).hasAttribute("data-state", "shown");
    }

    private Locator shape(int side, String id) {
        return page.locator(".p72-model-diff__canvas").nth(side).locator(".djs-shape[data-element-id=" + id + "]");
    }

    @Test
    void whatDiffersIsMarkedByColourAndSignOnItsSide() {
        open(REPORT, "new");
        assertThat(shape(0, "UserTask_receiveReport")).hasClass(Pattern.compile(".*p72-diff-removed.*"));
        assertThat(shape(1, "UserTask_checkReport")).hasClass(Pattern.compile(".*p72-diff-added.*"));
        assertThat(shape(0, "UserTask_signReport")).hasClass(Pattern.compile(".*p72-diff-changed.*"));
        assertThat(shape(1, "UserTask_signReport")).hasClass(Pattern.compile(".*p72-diff-changed.*"));
        assertThat(shape(1, "UserTask_enterReport")).hasClass(Pattern.compile(".*p72-diff-moved.*"));
        Locator right = page.locator(".p72-model-diff__canvas").nth(1);
        assertThat(right.locator(".p72-diff-sign--added")).hasText("+");
        assertThat(right.locator(".p72-diff-sign--moved").first()).hasText("↔");
        assertThat(page.locator(".p72-model-diff__canvas").first().locator(".p72-diff-sign--removed"))
                .hasText("−");
        chromium.picture(page, "model-diff");
    }

    @Test
    void theListLeadsBothDrawingsToTheSamePlace() {
        open(REPORT, "new");
        assertThat(page.locator(".p72-model-diff__list li").first()).containsText("“Ký báo cáo” thành “Ký và gửi”");
        page.locator(".p72-model-diff__entry").first().click();
        assertThat(viewport(0)).isEqualTo(viewport(1));
        assertThat(shape(1, "UserTask_signReport")).hasClass(Pattern.compile(".*selected.*"));
        page.locator(".p72-model-diff__canvas").first().focus();
        page.keyboard().press("ArrowRight");
        assertThat(viewport(0)).isEqualTo(viewport(1));
    }

    /** Scale and position, to whole points. */
    private List<Long> viewport(int side) {
        String matrix = page.locator(".p72-model-diff__canvas")
                .nth(side)
                .locator("g.viewport")
                .getAttribute("transform");
        return Pattern.compile("-?\\d+(\\.\\d+)?")
                .matcher(matrix)
                .results()
                .map(number -> Math.round(Double.parseDouble(number.group())))
                .toList();
    }

    @Test
    void equalVersionsAreSaidToBeEqual() {
        server.changes("[]");
        open(REPORT, REPORT);
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("Hai bản giống nhau");
    }

    @Test
    void theComparisonIsWithinReachOfEverybodyAndFitsAPhone() {
        open(REPORT, "new");
        chromium.accessible(page);
        chromium.fitsAPhone(page);
    }
}
