package vn.angiang.plan72.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The editor of process models in a real browser, under the application's content policy. */
@Tag("browser")
class BpmnEditorBrowserTest {

    private static final String REPORT = "bpmn/unit-report/unit-report.bpmn";
    private static final String SMALL =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="Definitions_small" targetNamespace="small">
              <bpmn:process id="small" name="Nhỏ" isExecutable="true" camunda:historyTimeToLive="P3650D">
                <bpmn:documentation>Quy trình mẫu.</bpmn:documentation>
                <bpmn:startEvent id="Event_begun" name="Đã mở">
                  <bpmn:documentation>Hồ sơ đã mở.</bpmn:documentation>
                </bpmn:startEvent>
              </bpmn:process>
              <bpmndi:BPMNDiagram id="Diagram_small"><bpmndi:BPMNPlane id="Plane_small" bpmnElement="small">
                <bpmndi:BPMNShape id="Shape_begun" bpmnElement="Event_begun">
                  <dc:Bounds x="200" y="200" width="36" height="36" />
                </bpmndi:BPMNShape>
              </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
            </bpmn:definitions>
            """;

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
        server.document("small", SMALL);
        page = chromium.anonymous();
    }

    @AfterEach
    void nothingComplains() {
        assertThat((List<?>) page.evaluate("window.violations")).isEmpty();
        assertThat((List<?>) page.evaluate("[...document.querySelector('.p72-modeller').untranslated]"))
                .as("texts of bpmn-js left in English")
                .isEmpty();
        page.context().close();
    }

    private void open(String document) {
        page.navigate("/bpmn?" + document);
        assertThat(page.locator(".p72-modeller")).hasAttribute("data-state", "shown");
    }

    private Locator shape(String id) {
        return page.locator(".djs-shape[data-element-id='" + id + "']");
    }

    private void choose(String id) {
        shape(id).locator(".djs-hit").first().click();
        assertThat(page.locator("[name=p72-id]")).hasValue(id);
    }

    private Locator field(String name) {
        return page.locator("[name=" + name + "]");
    }

    private Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private void append(String kind) {
        button("Thêm bước").click();
        page.locator(".djs-popup .entry")
                .filter(new Locator.FilterOptions().setHasText(kind))
                .first()
                .click();
    }

    /** Saves and returns what arrived. */
    private EditorServer.Saved save() {
        int before = server.saves().size();
        page.keyboard().press("Control+s");
        page.waitForCondition(() -> server.saves().size() > before
                && "saved".equals(page.locator(".p72-modeller__state").getAttribute("data-kind")));
        return server.saves().get(server.saves().size() - 1);
    }

    @Test
    void aModelerDrawsATaskThatTheGateWouldTake() {
        open("small");
        choose("Event_begun");
        append("Việc của người dùng");
        field("p72-name").fill("Nộp báo cáo");
        assertThat(field("p72-id")).hasValue("UserTask_nopBaoCao");
        field("p72-documentation").fill("Đơn vị nộp báo cáo.");
        page.keyboard().press("Tab");
        field("p72-clause").selectOption("III.9");
        assertThat(field("p72-documentation")).hasValue("Đơn vị nộp báo cáo. Căn cứ: mục III.9.");
        field("p72-form").selectOption("enterReport");
        assertThat(field("p72-due")).hasValue("caseSteps.dueIn");
        field("p72-due-more").fill("7");
        append("Sự kiện kết thúc");
        field("p72-name").fill("Đã nộp");
        field("p72-documentation").fill("Báo cáo đã nộp.");
        assertThat(page.getByText("Không thấy vấn đề nào")).isVisible();
        var saved = save();
        assertThat(saved.token()).isEqualTo("dau-hieu");
        assertThat(saved.text().replace("&#39;", "'"))
                .contains(
                        "<bpmn:userTask id=\"UserTask_nopBaoCao\" name=\"Nộp báo cáo\" camunda:formRef=\"enterReport\""
                                + " camunda:formRefBinding=\"deployment\" camunda:candidateGroups=\"officer.${leadUnit}\""
                                + " camunda:dueDate=\"${caseSteps.dueIn(caseNumber,7)}\">")
                .contains("id=\"Flow_begun\"", "id=\"Flow_nopBaoCao\"", "id=\"Event_daNop\"");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Đã lưu lúc 15:30 ngày 05/03/2017");
    }

    @Test
    void pickersWriteStepsTablesProcessesAndConditions() {
        open("small");
        choose("Event_begun");
        append("Việc của hệ thống");
        field("p72-name").fill("Cộng số liệu");
        field("p72-call").selectOption("reportingSteps.sumCommunes");
        append("Việc tra bảng quyết định");
        field("p72-table").selectOption("escalationLevel");
        append("Gọi quy trình khác");
        field("p72-process").selectOption("communeReport");
        append("Cổng chọn một nhánh");
        field("p72-name").fill("Ký gửi?");
        assertThat(field("p72-id")).hasValue("Gateway_kyGui");
        append("Sự kiện kết thúc");
        page.locator(".djs-connection .djs-hit").last().click(new Locator.ClickOptions().setForce(true));
        field("p72-name").fill("Có");
        assertThat(field("p72-id")).hasValue("Flow_kyGui_co");
        field("p72-condition-variable").selectOption("reportSigning");
        field("p72-condition-value").fill("SIGNED");
        assertThat(field("p72-condition")).hasValue("${reportSigning == 'SIGNED'}");
        assertThat(save().text().replace("&#39;", "'"))
                .contains("camunda:expression=\"${reportingSteps.sumCommunes(caseNumber)}\"")
                .contains("camunda:decisionRef=\"escalationLevel\"", "camunda:decisionRefBinding=\"deployment\"")
                .contains("camunda:mapDecisionResult=\"singleEntry\"", "calledElement=\"communeReport\"")
                .contains("<camunda:in businessKey=\"${caseNumber}\" />", ">${reportSigning == 'SIGNED'}<");
    }

    @Test
    void aTaskOfAModulesFlowTakesItsDueDateFromTheModule() {
        open(REPORT);
        choose("UserTask_signReport");
        append("Việc của người dùng");
        field("p72-name").fill("Đối chiếu số liệu");
        assertThat(field("p72-id")).hasValue("UserTask_doiChieuSoLieu");
        assertThat(field("p72-group-0")).hasValue("officer.${unit}");
        field("p72-due").selectOption("reportingSteps.dueOf");
        assertThat(field("p72-due-more")).hasValue("'doiChieuSoLieu'");
        page.locator(".djs-container > svg").click(new Locator.ClickOptions().setPosition(300, 40));
        assertThat(field("p72-starter-0")).hasCount(0);
        field("p72-opening").check();
        field("p72-starter-0").selectOption("officer.BDT");
        assertThat(save().text())
                .contains("camunda:candidateStarterGroups=\"officer.BDT\"")
                .contains("id=\"UserTask_doiChieuSoLieu\"")
                .doesNotContain("isStartableInTasklist");
    }

    @Test
    void whatTheGateRefusesIsNotOffered() {
        open(REPORT);
        var palette = page.locator(".djs-palette .entry");
        assertThat(palette.all().stream().map(e -> e.getAttribute("title")))
                .allMatch(title -> title == null || !title.matches("(?i).*(làn|script|mã lệnh|dữ liệu|signal|pool).*"));
        choose("UserTask_enterReport");
        page.locator(".djs-context-pad [data-action=replace]").click();
        assertThat(page.locator(".djs-popup .entry .djs-popup-label").allInnerTexts())
                .containsExactly(
                        "Việc của hệ thống", "Việc tra bảng quyết định", "Gọi quy trình khác", "Quy trình con");
        page.keyboard().press("Escape");
        assertThat(page.locator(".bio-properties-panel-group-header-title").allInnerTexts())
                .containsExactly("Thông tin chung", "Giải thích và căn cứ", "Người thực hiện", "Lặp lại");
        choose("Event_reportReceived");
        page.locator(".djs-context-pad [data-action=replace]").click();
        assertThat(page.locator(".djs-popup .entry .djs-popup-label").allInnerTexts())
                .containsExactlyInAnyOrder(
                        "Mốc trung gian",
                        "Kết thúc và gửi thông điệp",
                        "Kết thúc và báo cáo vượt cấp",
                        "Kết thúc toàn bộ hồ sơ");
        page.keyboard().press("Escape");
    }

    @Test
    void problemsStandOnTheElementAndInAListThatLeadsThere() {
        server.gateFinds(
                """
                [{"resource": "x", "elementId": "UserTask_signReport", "code": "FORM_MISSING", "severity": "error",
                  "message": "Không có biểu mẫu signReport trong lần phát hành này"},
                 {"resource": "x", "elementId": null, "code": "PROCESS_KEY", "severity": "warning", "message": "Mã khác"}]
                """);
        open(REPORT);
        assertThat(shape("UserTask_signReport")).hasClass(java.util.regex.Pattern.compile(".*p72-problem-error.*"));
        assertThat(page.locator(".p72-problem-sign--error"))
                .hasAttribute("title", java.util.regex.Pattern.compile("Không có biểu mẫu.*"));
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(2))
                        .last())
                .hasText("Cần xem lại: 1 lỗi, 1 nhắc");
        page.locator(".p72-modeller__problem[data-code=FORM_MISSING]").click();
        assertThat(field("p72-id")).hasValue("UserTask_signReport");
        assertThat(server.checked()).contains("\"name\":\"" + REPORT + "\"", "UserTask_signReport");
    }

    @Test
    void lintSpeaksWhileDrawingAndUndoTakesItBack() {
        open("small");
        choose("Event_begun");
        append("Việc của người dùng");
        var problems = page.locator(".p72-modeller__problem-list");
        assertThat(problems).containsText("Việc của người dùng chưa có biểu mẫu");
        assertThat(problems).containsText("Chưa có phần giải thích");
        assertThat(problems).containsText("Đặt tên để phần tử có mã đọc được");
        button("Hoàn tác").click();
        assertThat(problems).not().containsText("Việc của người dùng chưa có biểu mẫu");
        button("Làm lại").click();
        assertThat(problems).containsText("Việc của người dùng chưa có biểu mẫu");
    }

    @Test
    void aConflictKeepsBothVersionsUntilThePersonDecides() throws IOException {
        open("small");
        server.somebodyElseSaves();
        choose("Event_begun");
        field("p72-name").fill("Hồ sơ đã mở");
        var dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog).containsText("Trần Thị Bình đã lưu lúc 15:30 ngày 05/03/2017");
        Download mine = page.waitForDownload(() -> button("Tải bản của tôi về").click());
        assertThat(mine.suggestedFilename()).isEqualTo("small.bpmn");
        assertThat(Files.readString(mine.path())).contains("Hồ sơ đã mở");
        assertThat(server.saves()).isEmpty();
        button("Ghi đè").click();
        page.waitForCondition(() -> !server.saves().isEmpty());
        assertThat(server.saves().get(0).revision()).isEqualTo("7");
        assertThat(server.saves().get(0).text()).contains("Hồ sơ đã mở");
        server.somebodyElseSaves();
        page.waitForCondition(
                () -> "saved".equals(page.locator(".p72-modeller__state").getAttribute("data-kind")));
        server.document("small", SMALL.replace("Đã mở", "Bản của người kia"));
        field("p72-name").fill("Lại sửa");
        page.getByRole(AriaRole.DIALOG).waitFor();
    }

    @Test
    void whatTheServerRefusesIsKeptAndSavedLater() {
        open("small");
        server.refuses("Tệp quá lớn (tối đa 1 MB)");
        choose("Event_begun");
        field("p72-name").fill("Hồ sơ đã mở");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Chưa lưu được. Tệp quá lớn (tối đa 1 MB)");
        assertThat(field("p72-name")).hasValue("Hồ sơ đã mở");
        server.refuses("");
        assertThat(save().text()).contains("Hồ sơ đã mở");
    }

    @Test
    void openingTheOtherVersionShowsIt() {
        open("small");
        server.somebodyElseSaves();
        server.document("small", SMALL.replace("Đã mở", "Bản của người kia"));
        choose("Event_begun");
        field("p72-name").fill("Bản của tôi");
        page.getByRole(AriaRole.DIALOG).waitFor();
        button("Mở bản mới").click();
        assertThat(page.locator("[data-element-id=Event_begun_label]")).containsText("Bản của người");
        assertThat(server.saves()).isEmpty();
    }

    @Test
    void theFlowCanBePlayedThrough() {
        open(REPORT);
        button("Chạy thử luồng").click();
        assertThat(button("Chạy thử luồng")).hasAttribute("aria-pressed", "true");
        page.locator("[data-container-id=Event_reportAsked] .bts-context-pad[title='Cho xảy ra']")
                .click();
        assertThat(page.locator(".bts-notifications")).containsText("Thu báo cáo của xã?");
        button("Chạy thử luồng").click();
        assertThat(page.locator(".djs-palette")).isVisible();
    }

    @Test
    void everyModelComesBackWithoutLoss() throws IOException {
        List<Path> models;
        try (Stream<Path> files = Files.walk(Path.of("bpmn"))) {
            models = files.filter(f -> f.toString().endsWith(".bpmn")).sorted().toList();
        }
        assertThat(models).isNotEmpty();
        open("small");
        for (Path model : models) {
            String before = Files.readString(model);
            assertThat(XmlMeaning.of(roundTrip(before))).as(model.toString()).isEqualTo(XmlMeaning.of(before));
        }
    }

    @Test
    void whatCamundaModelerOrOthersWroteIsKept() {
        String foreign = SMALL.replace(
                        "<bpmn:definitions ",
                        "<bpmn:definitions xmlns:other=\"https://example.org/other\" other:origin=\"x\""
                                + " xmlns:modeler=\"http://camunda.org/schema/modeler/1.0\""
                                + " modeler:executionPlatform=\"Camunda Platform\" exporter=\"Camunda Modeler\" ")
                .replace(
                        "</bpmn:startEvent>",
                        "<bpmn:extensionElements><camunda:properties><camunda:property name=\"a\" value=\"b\" />"
                                + "</camunda:properties><other:note weight=\"3\"><other:line>Ghi chú</other:line>"
                                + "</other:note></bpmn:extensionElements></bpmn:startEvent>"
                                + "<bpmn:scriptTask id=\"ScriptTask_x\" scriptFormat=\"groovy\"><bpmn:script>1 &lt; 2</bpmn:script>"
                                + "</bpmn:scriptTask>")
                .replace(
                        "</bpmndi:BPMNPlane>",
                        "<bpmndi:BPMNShape id=\"Shape_x\" bpmnElement=\"ScriptTask_x\">"
                                + "<dc:Bounds x=\"300\" y=\"180\" width=\"100\" height=\"80\" /></bpmndi:BPMNShape></bpmndi:BPMNPlane>");
        open("small");
        assertThat(XmlMeaning.difference(foreign, roundTrip(foreign))).isEmpty();
    }

    /** Imports a file and exports it again. */
    private String roundTrip(String xml) {
        page.locator("input[type=file]")
                .setInputFiles(new FilePayload("model.bpmn", "application/xml", xml.getBytes(StandardCharsets.UTF_8)));
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Đã nhập tệp model.bpmn");
        Download file = page.waitForDownload(() -> button("Tải tệp .bpmn").click());
        page.locator(".p72-modeller__state").evaluate("state => { state.textContent = ''; }");
        try {
            return Files.readString(file.path());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void aFileThatIsNoModelChangesNothing() {
        open("small");
        page.locator("input[type=file]")
                .setInputFiles(new FilePayload("x.bpmn", "application/xml", "<a/>".getBytes(StandardCharsets.UTF_8)));
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Không đọc được tệp x.bpmn");
        assertThat(shape("Event_begun")).isVisible();
        Download picture = page.waitForDownload(() -> button("Tải hình .svg").click());
        assertThat(picture.suggestedFilename()).isEqualTo("small.svg");
    }

    @Test
    void whoMayOnlyLookSeesTheModelAndItsFacts() {
        page.navigate("/bpmn?" + REPORT + "&xem");
        assertThat(page.locator(".p72-modeller")).hasAttribute("data-state", "shown");
        assertThat(page.locator(".djs-palette")).hasCount(0);
        assertThat(button("Lưu")).hasCount(0);
        shape("UserTask_signReport").locator(".djs-hit").first().click();
        assertThat(page.locator(".p72-modeller__side")).containsText("leader.${unit}");
        chromium.accessible(page);
    }

    @Test
    void onAPhoneThereIsANoticeAndTheModelToLookAt() {
        page.setViewportSize(360, 740);
        open(REPORT);
        assertThat(page.locator(".p72-modeller__notice")).containsText("quá hẹp để soạn thảo");
        assertThat(page.locator(".djs-palette")).hasCount(0);
        chromium.fitsAPhone(page);
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target/screenshots/editor-bpmn-phone.png")));
    }

    @Test
    void theShellIsWithinReachOfEverybody() {
        open(REPORT);
        chromium.accessible(page);
        choose("UserTask_enterReport");
        chromium.accessible(page);
        chromium.picture(page, "editor-bpmn");
        button("Thêm bước").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(".djs-popup")).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.locator(".djs-popup")).hasCount(0);
    }

    @Test
    void aProcessCanBeDrawnWithTheKeyboardAlone() {
        open("small");
        page.locator(".djs-container > svg").focus();
        page.keyboard().press("a");
        assertThat(page.locator(".djs-popup")).containsText("Thêm sau “Đã mở”");
        page.keyboard().type("hệ thống");
        page.keyboard().press("Enter");
        assertThat(field("p72-call")).isVisible();
        page.locator(".djs-container > svg").focus();
        page.keyboard().press("Control+z");
        assertThat(field("p72-call")).hasCount(0);
    }
}
