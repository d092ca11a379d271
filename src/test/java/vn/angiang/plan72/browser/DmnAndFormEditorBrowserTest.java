package vn.angiang.plan72.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The editors of decision tables and of forms in a real browser, under the policy of their pages. */
@Tag("browser")
class DmnAndFormEditorBrowserTest {

    private static final String TABLE = "bpmn/assignment/escalation-level.dmn";
    private static final String FORM = "forms/assignment/execute.form";
    private static final ObjectMapper JSON = new ObjectMapper();

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
    void fresh() {
        server.reset();
        page = chromium.anonymous();
    }

    @AfterEach
    void nothingBreaksTheContentPolicy() {
        assertThat((List<?>) page.evaluate("window.violations")).isEmpty();
        assertThat((List<?>) page.evaluate("[...(document.querySelector('.p72-modeller').untranslated ?? [])]"))
                .as("texts of dmn-js left in English")
                .isEmpty();
        page.context().close();
    }

    private void open(String kind, String document) {
        page.navigate("/" + kind + "?" + document);
        assertThat(page.locator(".p72-modeller")).hasAttribute("data-state", "shown");
    }

    private Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private String save() {
        int before = server.saves().size();
        page.keyboard().press("Control+s");
        page.waitForCondition(() -> server.saves().size() > before);
        return server.saves().get(server.saves().size() - 1).text();
    }

    private String exported(String extension) throws IOException {
        Download file =
                page.waitForDownload(() -> button("Tải tệp " + extension).click());
        return Files.readString(file.path());
    }

    private void importFile(String name, String text) {
        page.locator(".p72-modeller__state").evaluate("state => { state.textContent = ''; }");
        page.locator(".p72-modeller__import input")
                .setInputFiles(new FilePayload(name, "text/plain", text.getBytes(StandardCharsets.UTF_8)));
        assertThat(page.locator(".p72-modeller__state")).containsText("Đã nhập tệp " + name);
    }

    /** What the server is given after a file was imported; a hundred downloads in a row would try the browser instead. */
    private String importedAndSaved(Path file, String text) {
        int before = server.saves().size();
        importFile(file.getFileName().toString(), text);
        page.keyboard().press("Control+s");
        page.waitForCondition(() -> server.saves().size() > before);
        return server.saves().get(server.saves().size() - 1).text();
    }

    @Test
    void whatIsDownloadedIsWhatTheEditorHolds() throws IOException {
        open("dmn", TABLE);
        String table = Files.readString(files("bpmn", ".dmn").get(0));
        importFile("table.dmn", table);
        assertThat(XmlMeaning.difference(table, exported(".dmn"))).isEmpty();
        open("form", FORM);
        String form = Files.readString(files("forms", ".form").get(0));
        importFile("form.form", form);
        assertThat(JSON.readTree(exported(".form"))).isEqualTo(JSON.readTree(form));
    }

    private static List<Path> files(String folder, String extension) throws IOException {
        try (Stream<Path> all = Files.walk(Path.of(folder))) {
            return all.filter(f -> f.toString().endsWith(extension)).sorted().toList();
        }
    }

    @Test
    void aCellOfATableIsChangedSavedAndTakenBack() {
        open("dmn", TABLE);
        Locator cell = page.locator("[data-element-id=InputEntry_leader_currentDelay]");
        cell.click();
        page.keyboard().press("Control+a");
        page.keyboard().type("[1..9]");
        assertThat(save()).contains("[1..9]").doesNotContain("[1..6]");
        while ("false".equals(button("Hoàn tác").getAttribute("aria-disabled"))) {
            button("Hoàn tác").click();
        }
        assertThat(cell).containsText("[1..6]");
    }

    @Test
    void aTableSaysWhatItMeansAndHowLongItIsKept() {
        open("dmn", TABLE);
        page.locator("#p72-dmn-giai-thich").fill("Theo mục III.9.");
        page.getByLabel("Giữ lịch sử (số ngày)").fill("1825");
        page.waitForTimeout(400);
        assertThat(save())
                .contains("<description>Theo mục III.9.</description>", "camunda:historyTimeToLive=\"P1825D\"");
    }

    @Test
    void onlyTheAllowedWaysOfChoosingARuleAreOffered() {
        open("dmn", TABLE);
        assertThat(page.locator(".hit-policy").first()).containsText("Cách chọn dòng:");
        page.locator(".hit-policy .dms-input-select, .hit-policy [class*=select]")
                .first()
                .click();
        assertThat(page.locator(".dms-select-options .option").allInnerTexts())
                .containsExactly("Chỉ một dòng đúng", "Dòng đúng đầu tiên", "Dòng đúng bất kỳ");
    }

    @Test
    void problemsOfATableStandOnTheCell() {
        server.gateFinds(
                """
                [{"elementId": "InputEntry_leader_currentDelay", "code": "DMN_EXPRESSION", "severity": "error",
                  "message": "Ô của bảng quyết định ngoài phạm vi cho phép: x"}]
                """);
        open("dmn", TABLE);
        assertThat(page.locator(".p72-modeller__problem")).containsText("Dòng 2, cột Số ngày làm việc đang chậm");
        Object outline = page.locator("[data-element-id=InputEntry_leader_currentDelay]")
                .evaluate("cell => getComputedStyle(cell).outlineStyle + getComputedStyle(cell, '::after').content");
        assertThat(outline).isEqualTo("solid\"!\"");
        page.locator(".p72-modeller__problem").click();
        chromium.picture(page, "editor-dmn");
        assertThat(server.checked()).contains("\"name\":\"" + TABLE + "\"");
    }

    @Test
    void everyTableComesBackWithoutLoss() throws IOException {
        open("dmn", TABLE);
        for (Path file : files("bpmn", ".dmn")) {
            String before = Files.readString(file);
            assertThat(XmlMeaning.difference(before, importedAndSaved(file, before)))
                    .as(file.toString())
                    .isEmpty();
        }
    }

    @Test
    void aFieldIsDraggedInNamedAndSavedAsTheGateWantsIt() throws IOException {
        server.document(
                "empty", "{\"components\": [], \"type\": \"default\", \"id\": \"report\", \"schemaVersion\": 18}");
        open("form", "empty");
        drag("textfield");
        page.locator("[data-entry-id=label] [role=textbox], [data-entry-id=label] textarea")
                .first()
                .fill("Nội dung báo cáo");
        assertThat(page.locator("[data-entry-id=key] input")).hasValue("noiDungBaoCao");
        JsonNode saved = JSON.readTree(save());
        JsonNode field = saved.path("components").path(0);
        assertThat(field.path("type").asText()).isEqualTo("textfield");
        assertThat(field.path("key").asText()).isEqualTo("noiDungBaoCao");
        assertThat(field.path("validate").path("maxLength").asInt()).isEqualTo(200);
        assertThat(saved.path("schemaVersion").asInt()).isEqualTo(18);
        assertThat(page.locator(".p72-modeller__preview")).containsText("Biểu mẫu như chuyên viên thấy");
        page.waitForCondition(() -> server.previewed().contains("noiDungBaoCao"));
        button("Hoàn tác").click();
        button("Hoàn tác").click();
    }

    private void drag(String type) {
        var from =
                page.locator(".fjs-palette-field[data-field-type=" + type + "]").boundingBox();
        var to = page.locator(".p72-modeller__canvas--form").boundingBox();
        page.mouse().move(from.x + 20, from.y + 20);
        page.mouse().down();
        page.mouse()
                .move(to.x + to.width / 2, to.y + 60, new com.microsoft.playwright.Mouse.MoveOptions().setSteps(12));
        page.mouse().move(to.x + to.width / 2, to.y + 70, new com.microsoft.playwright.Mouse.MoveOptions().setSteps(4));
        page.mouse().up();
        assertThat(page.locator("[data-entry-id=key] input")).isVisible();
    }

    @Test
    void onlyTheComponentsThatTheServerDrawsAreOffered() {
        open("form", FORM);
        assertThat(page.locator(".fjs-palette-field").allInnerTexts())
                .containsExactlyInAnyOrder(
                        "Ô chữ",
                        "Ô nhiều dòng",
                        "Số",
                        "Ngày",
                        "Tệp đính kèm",
                        "Ô đánh dấu",
                        "Chọn một",
                        "Danh sách chọn một",
                        "Chọn nhiều",
                        "Danh sách chọn nhiều",
                        "Đoạn chữ",
                        "Đường kẻ",
                        "Nhóm ô");
        page.locator(".fjs-element[data-id=Field_completedOn]").click();
        assertThat(page.locator("[data-entry-id=date-label]")).isVisible();
        assertThat(page.locator("[data-entry-id=subtype], [data-entry-id=columns], [data-entry-id=time-format]"))
                .hasCount(0);
        chromium.picture(page, "editor-form");
    }

    @Test
    void problemsOfAFormStandOnTheComponent() {
        server.gateFinds(
                """
                [{"elementId": "Field_deliverables", "code": "FORM_PROPERTY", "severity": "error", "message": "Sai"}]
                """);
        open("form", FORM);
        page.locator(".p72-modeller__problem").click();
        assertThat(page.locator(".fjs-properties-panel")).hasAttribute("data-field", "Field_deliverables");
    }

    @Test
    void everyKindOfComponentComesBackWithoutLoss() throws IOException {
        open("form", FORM);
        var seen = new HashSet<String>();
        int imported = 0;
        for (Path file : files("forms", ".form")) {
            String before = Files.readString(file);
            var kinds = new HashSet<String>();
            kinds(JSON.readTree(before), "", kinds);
            if (seen.addAll(kinds)) { // a form that has nothing the others did not have takes long and shows nothing
                imported++;
                assertThat(JSON.readTree(importedAndSaved(file, before)))
                        .as(file.toString())
                        .isEqualTo(JSON.readTree(before));
            }
        }
        assertThat(imported).isGreaterThan(10);
    }

    /** Every attribute of every type of component. */
    private static void kinds(JsonNode node, String place, Set<String> found) {
        String here = node.path("type").isTextual() ? node.path("type").asText() : place;
        node.fields().forEachRemaining(e -> {
            found.add(here + "." + e.getKey());
            kinds(e.getValue(), here + "." + e.getKey(), found);
        });
        if (node.isArray()) {
            node.forEach(child -> kinds(child, place, found));
        }
    }

    @Test
    void bothShellsAreWithinReachOfEverybody() {
        open("dmn", TABLE);
        shellIsAccessible();
        open("form", FORM);
        shellIsAccessible();
        page.navigate("/form?" + FORM + "&xem");
        assertThat(page.locator(".p72-modeller__preview")).containsText("Biểu mẫu như chuyên viên thấy");
        assertThat(page.locator(".fjs-palette-field")).hasCount(0);
        chromium.accessible(page);
        page.navigate("/dmn?" + TABLE + "&xem");
        assertThat(page.locator("[data-element-id=InputEntry_leader_currentDelay]"))
                .containsText("[1..6]");
        assertThat(button("Lưu")).hasCount(0);
    }

    /** Our part of the page; what dmn-js and form-js draw is theirs. */
    private void shellIsAccessible() {
        var result = new com.deque.html.axecore.playwright.AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                .exclude(".p72-modeller__table .dmn-decision-table-container, .dmn-decision-table-container")
                .exclude(".p72-modeller__palette")
                .exclude(".p72-modeller__canvas--form")
                .exclude(".fjs-properties-container")
                .analyze();
        assertThat(result.getViolations())
                .extracting(v -> v.getId() + ": " + v.getNodes().get(0).getHtml())
                .isEmpty();
    }
}
