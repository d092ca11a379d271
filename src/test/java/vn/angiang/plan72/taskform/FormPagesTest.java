package vn.angiang.plan72.taskform;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.angiang.plan72.taskform.FormFixture.FORMS;
import static vn.angiang.plan72.taskform.FormFixture.VI;
import static vn.angiang.plan72.taskform.FormFixture.field;
import static vn.angiang.plan72.taskform.FormFixture.form;
import static vn.angiang.plan72.taskform.FormFixture.raw;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.standard.expression.Fragment;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;
import vn.angiang.plan72.shared.FieldError;

/** The templates draw every component so that it can be read, heard and sent. */
class FormPagesTest {

    private static final String YES_NO = "'values':[{'value':'YES','label':'Đồng ý'},{'value':'NO','label':'Không'}]";
    private static final String ID = "0b1f6d1e-8a44-4f7e-9d11-2f1f3f1f4f1f";

    /** As a page shows an uploaded file. */
    public record Shown(String fileName) {}

    private static final FormSchema ALL = form(
            "{'type':'text','text':'# Chú ý\\nĐọc **kỹ** <b>x</b>\\n- một\\n- hai'}",
            field("textfield", "a", "Họ tên", "'description':'Như trong giấy tờ'", "'validate':{'required':true}"),
            field("textarea", "b", "Lý do"),
            field("number", "c", "Kinh phí", "'appearance':{'suffixAdorner':'đồng'}"),
            field("datetime", "d", "Ngày ký"),
            field("checkbox", "e", "Đã kiểm tra"),
            "{'type':'group','label':'Nhóm','components':["
                    + field("radio", "f", "Ý kiến", YES_NO, "'conditional':{'hide':'=not(e)'}") + ","
                    + field("checklist", "g", "Đơn vị", YES_NO) + "]}",
            field("select", "h", "Huyện", YES_NO),
            field("taglist", "i", "Phối hợp", YES_NO),
            field("filepicker", "j", "Tệp", "'multiple':true"),
            field("textfield", "k", "Khóa", "'readonly':true", "'defaultValue':'không đổi'"),
            "{'type':'separator'}",
            "{'type':'spacer','height':20}");

    @Test
    void everyControlHasALabelAndItsHintsAndErrorsAreAnnounced() {
        String html = fields(raw("e", "true", "f", "NO", "j", ID), List.of(new FieldError("a", "Nhập họ tên")));
        var ids = all(html, "\\sid=\"([^\"]+)\"");
        assertThat(ids).doesNotHaveDuplicates();
        var labelled = new TreeSet<>(all(html, "<label[^>]*\\sfor=\"([^\"]+)\""));
        var controls = Pattern.compile("<(input|select|textarea)\\b[^>]*>").matcher(html);
        int count = 0;
        while (controls.find()) {
            count++;
            assertThat(labelled)
                    .contains(all(controls.group(), "\\sid=\"([^\"]+)\"").get(0));
            assertThat(all(controls.group(), "\\sname=\"([^\"]+)\"")).hasSize(1);
        }
        assertThat(count).isEqualTo(15);
        for (String described : all(html, "aria-describedby=\"([^\"]+)\"")) {
            assertThat(ids).contains(described.split(" "));
        }
        assertThat(html)
                .contains("aria-invalid=\"true\"")
                .contains("<span class=\"p72-visually-hidden\">Lỗi:</span> <span>Nhập họ tên</span>")
                .contains("Ví dụ: 05/03/2017")
                .contains("inputmode=\"decimal\"")
                .contains("<legend class=\"p72-legend p72-legend--section\">Nhóm</legend>")
                .contains("không đổi")
                .doesNotContain("name=\"k\"");
        assertThat(all(html, "<label[^>]*for=\"f-a\"[^>]*>(.*?)</label>").get(0))
                .doesNotContain("không bắt buộc");
    }

    @Test
    void whatWasTypedIsShownAgainAndCannotBecomeMarkup() {
        String evil = "\"><script>alert(1)</script>";
        String html = fields(raw("a", evil, "b", "</textarea>" + evil, "c", evil, "h", "YES"), List.of());
        assertThat(html)
                .doesNotContain("<script>")
                .doesNotContain("</textarea>\"")
                .contains("&lt;script&gt;");
        assertThat(html)
                .contains("&lt;b&gt;x&lt;/b&gt;")
                .contains("<strong>kỹ</strong>")
                .contains("<li>một</li>");
        assertThat(html).containsPattern("<option value=\"YES\" selected=\"selected\">");
    }

    @Test
    void conditionalFieldsAreThereOnlyWhenAsked() {
        assertThat(fields(raw("e", "true"), List.of())).contains("name=\"f\"");
        assertThat(fields(raw("e", "false"), List.of()))
                .doesNotContain("name=\"f\"")
                .contains("name=\"g\"");
    }

    @Test
    void theFormAsksAgainOnlyWhenItHasConditions() {
        String conditional = page(ALL);
        assertThat(conditional)
                .contains("hx-post=\"/viec/1/bieu-mau\"")
                .contains("hx-trigger=\"change\"")
                .contains("data-p72-deciding=\"e\"")
                .contains("hx-target=\"#form-fields\"")
                .contains("hx-params=\"not j.tep\"")
                .contains("enctype=\"multipart/form-data\"")
                .contains("method=\"post\"")
                .contains("novalidate");
        assertThat(page(form(field("textfield", "a", "A"))))
                .doesNotContain("hx-")
                .doesNotContain("multipart");
    }

    @Test
    void uploadedFilesStayWithTheFormAndCanBeLeftOut() {
        String html = fields(raw("j", ID), List.of());
        assertThat(html)
                .contains("name=\"j.tep\"")
                .contains("href=\"/tep/" + ID + "\"")
                .contains("báo cáo.pdf")
                .containsPattern("<input type=\"checkbox\" checked[^>]* name=\"j\" value=\"" + ID + "\"");
    }

    @Test
    void everyLineOfTheErrorSummaryLeadsToAFieldThatIsThere() {
        var result = FORMS.check(ALL, raw("d", "x", "c", "x", "g", "x", "h", "x", "i", "x"), Map.of(), VI);
        assertThat(result.errors()).hasSize(6);
        String html = fields(result.raw(), result.errors());
        String summary = render("components/error-summary", "summary", Map.of("errors", result.errors()));
        assertThat(summary).contains("Có lỗi cần sửa").contains("tabindex=\"-1\"");
        var links = all(summary, "href=\"#([^\"]+)\"");
        assertThat(links).hasSize(6);
        assertThat(all(html, "\\sid=\"([^\"]+)\"")).containsAll(links);
        for (FieldError error : result.errors()) {
            assertThat(html).contains(error.message());
        }
    }

    @Test
    void answersAreListedInWordsWithTheirFiles() {
        var answers = FORMS.summary(ALL, Map.of("a", "<Lan>", "h", "YES", "j", List.of(ID)), Map.of(), VI);
        String html = render("components/form-summary", "summary", Map.of("answers", answers, "files", files()));
        assertThat(html)
                .contains("&lt;Lan&gt;")
                .contains("Đồng ý")
                .contains("báo cáo.pdf")
                .contains("<dt>Huyện</dt>");
        assertThat(render("components/form-summary", "summary", Map.of("answers", List.of())))
                .contains("Chưa có nội dung.");
    }

    private static String fields(Map<String, List<String>> raw, List<FieldError> errors) {
        var view = FORMS.view(ALL, raw, Map.of(), errors, VI);
        return render("components/form", "fields", Map.of("form", view, "files", files()));
    }

    private static String page(FormSchema schema) {
        var view = FORMS.view(schema, Map.of(), Map.of(), List.of(), VI);
        return render(
                "components/form",
                "form",
                Map.of(
                        "form",
                        view,
                        "action",
                        "/viec/1",
                        "refresh",
                        "/viec/1/bieu-mau",
                        "hidden",
                        Fragment.EMPTY_FRAGMENT,
                        "buttons",
                        Fragment.EMPTY_FRAGMENT));
    }

    private static Map<String, Shown> files() {
        return Map.of(ID, new Shown("báo cáo.pdf"));
    }

    private static String render(String template, String fragment, Map<String, Object> model) {
        var resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/");
        resolver.setSuffix(".html");
        resolver.setCharacterEncoding("UTF-8");
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(resolver);
        engine.setTemplateEngineMessageSource(FormFixture.messages());
        var servlets = new MockServletContext();
        var exchange = JakartaServletWebApplication.buildApplication(servlets)
                .buildExchange(new MockHttpServletRequest(servlets), new MockHttpServletResponse());
        return engine.process(template, Set.of(fragment), new WebContext(exchange, VI, model));
    }

    private static List<String> all(String html, String pattern) {
        return Pattern.compile(pattern, Pattern.DOTALL)
                .matcher(html)
                .results()
                .map(m -> m.group(1))
                .toList();
    }
}
