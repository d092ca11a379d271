package vn.angiang.plan72.web.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.support.Clockwork;
import vn.angiang.plan72.support.Desk;
import vn.angiang.plan72.support.IntegrationTest;
import vn.angiang.plan72.support.SomeAssignment;

/** What officers meet when something goes wrong: clear words, the right status, nothing lost. */
@IntegrationTest
class WorkPagesTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    SomeAssignment assignment;

    @Autowired
    Cases cases;

    @Autowired
    Desk desk;

    @Autowired
    Clockwork clock;

    @BeforeEach
    void february2017() {
        clock.set(LocalDate.of(2017, 2, 20));
    }

    private static RequestPostProcessor as(String username) {
        return user(username);
    }

    private String task(String number, String step) {
        return "/viec/" + desk.task(number, step).taskId();
    }

    @Test
    void aMissingAnswerIsNamedAboveAndBesideAndTheRestIsKept() throws Exception {
        String number = assignment.forUnit("SYT");
        mvc.perform(post(task(number, "acceptAssignment"))
                        .with(as("officer.syt"))
                        .with(csrf())
                        .param("p72-revision", "" + cases.byNumber(number).revision())
                        .param("contactPerson", "Bà Thử, 0296 000 000"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("<title>Lỗi: ")))
                .andExpect(content().string(containsString("href=\"#f-acceptance\"")))
                .andExpect(content().string(containsString("Bà Thử, 0296 000 000")));
    }

    @Test
    void aTextOfFourThousandAndOneCharactersIsRefusedAndKept() throws Exception {
        String number = assignment.forUnit("SYT");
        String text = "ă".repeat(4001);
        mvc.perform(post(task(number, "acceptAssignment"))
                        .with(as("officer.syt"))
                        .with(csrf())
                        .param("acceptance", "RETURN")
                        .param("p72-revision", "" + cases.byNumber(number).revision())
                        .param("reason", text))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("4.000")))
                .andExpect(content().string(containsString(text)));
        mvc.perform(post(task(number, "acceptAssignment"))
                        .with(as("officer.syt"))
                        .with(csrf())
                        .param("acceptance", "RETURN")
                        .param("p72-revision", "" + cases.byNumber(number).revision())
                        .param("reason", "a\u0306".repeat(4000)))
                .andExpect(status().is3xxRedirection());
        assertThat(desk.steps(number)).containsExactly("resolveObjection");
    }

    @Test
    void aFormFromBeforeAChangeComesBackWithAWarningAndGoesThroughTheSecondTime() throws Exception {
        String number = assignment.forUnit("SYT");
        String path = task(number, "acceptAssignment");
        mvc.perform(post(path)
                        .with(as("officer.syt"))
                        .with(csrf())
                        .param("acceptance", "ACCEPT")
                        .param("p72-revision", "999"))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("Hồ sơ đã có thay đổi")));
        long now = cases.byNumber(number).revision();
        mvc.perform(post(path)
                        .with(as("officer.syt"))
                        .with(csrf())
                        .param("acceptance", "ACCEPT")
                        .param("p72-revision", "" + now))
                .andExpect(redirectedUrl(path + "/bien-nhan"));
    }

    @Test
    void aTaskHandedInTwiceIsAConflictThatShowsWhatWasTyped() throws Exception {
        String number = assignment.forUnit("SYT");
        String path = task(number, "acceptAssignment");
        String revision = "" + cases.byNumber(number).revision();
        mvc.perform(post(path)
                        .with(as("officer.syt"))
                        .with(csrf())
                        .param("acceptance", "ACCEPT")
                        .param("p72-revision", revision))
                .andExpect(status().is3xxRedirection());
        mvc.perform(post(path)
                        .with(as("officer.syt"))
                        .with(csrf())
                        .param("acceptance", "RETURN")
                        .param("reason", "đã viết rất lâu")
                        .param("p72-revision", revision))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("đã được xử lý")))
                .andExpect(content().string(containsString("đã viết rất lâu")));
        mvc.perform(get(path).with(as("officer.syt"))).andExpect(status().isConflict());
    }

    @Test
    void otherUnitsSeeNeitherTaskNorCaseNorFileNorDiagram() throws Exception {
        String number = assignment.forUnit("SYT");
        for (String stranger : List.of("officer.sxd", "leader.h891", "officer.x30280", "modeler")) {
            for (String path : List.of(
                    task(number, "acceptAssignment"),
                    "/ho-so/" + number,
                    "/ho-so/" + number + "/so-do.bpmn",
                    "/ho-so/" + number + "/tien-do",
                    "/ho-so/" + number + "/thu-hoi",
                    "/api/v1/cases/" + number)) {
                mvc.perform(get(path).with(as(stranger)))
                        .andExpect(result -> assertThat(result.getResponse().getStatus())
                                .as(stranger + " " + path)
                                .isIn(403, 404));
            }
            mvc.perform(get("/ho-so").with(as(stranger)).param("q", number))
                    .andExpect(content().string(not(containsString("/ho-so/" + number + "\""))));
            mvc.perform(post("/ho-so/" + number + "/y-kien")
                            .with(as(stranger))
                            .with(csrf())
                            .param("text", "x"))
                    .andExpect(status().isForbidden());
        }
    }

    @Test
    void withoutTheTokenNothingChanges() throws Exception {
        String number = assignment.forUnit("SYT");
        mvc.perform(post(task(number, "acceptAssignment"))
                        .with(as("officer.syt"))
                        .param("acceptance", "ACCEPT"))
                .andExpect(status().isForbidden());
        assertThat(desk.steps(number)).containsExactly("acceptAssignment");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/passwd.svg", "x.html", "hồ sơ\u202Efdp.exe", "a\u0000.pdf", "con.pdf"})
    void aHostileFileIsRefusedAtItsFieldAndTheTextsAreKept(String name) throws Exception {
        String number = assignment.forUnit("SYT");
        desk.does("officer.syt", number, "acceptAssignment", "acceptance", "ACCEPT");
        desk.does("officer.syt", number, "planExecution", "steps", "a", "milestones", "b");
        desk.does("leader.syt", number, "approvePlan", "planDecision", "APPROVED");
        var file = new MockMultipartFile(
                "deliverables.tep", name, "application/pdf", "<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8));
        mvc.perform(multipart(task(number, "execute"))
                        .file(file)
                        .with(as("officer.syt"))
                        .with(csrf())
                        .param("resultSummary", "Kết quả đã viết")
                        .param("completedOn", "20/02/2017"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("#f-deliverables")))
                .andExpect(content().string(containsString("Kết quả đã viết")));
        assertThat(desk.steps(number)).containsExactly("execute");
    }

    @Test
    void whatIsNotThereIsSaidSo() throws Exception {
        mvc.perform(get("/viec/00000000-0000-0000-0000-000000000000").with(as("officer.syt")))
                .andExpect(status().isNotFound());
        mvc.perform(get("/ho-so/NV-2017-999999").with(as("officer.syt"))).andExpect(status().isNotFound());
        mvc.perform(get("/viec/khong-co").with(as("officer.syt"))).andExpect(status().isNotFound());
        mvc.perform(get("/ke-hoach/XYZ").with(as("officer.syt"))).andExpect(status().isNotFound());
        mvc.perform(get("/ho-so").with(as("officer.syt")).param("trang", "x")).andExpect(status().isBadRequest());
        mvc.perform(get("/viec").with(as("officer.syt")).param("sau", "nhầm~'")).andExpect(status().isOk());
    }

    @Test
    void leadersDecideSeveralCasesAtOnceAndEachHasItsResult() throws Exception {
        String one = planned("STC");
        String two = planned("STC");
        String third = planned("STC");
        String taskOne = desk.task(one, "approvePlan").taskId();
        String taskTwo = desk.task(two, "approvePlan").taskId();
        mvc.perform(get("/viec/duyet-nhieu").with(as("leader.stc")).param("viec", taskOne, taskTwo))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(one)))
                .andExpect(content().string(containsString(two)))
                .andExpect(content().string(not(containsString(third))));
        mvc.perform(post("/viec/duyet-nhieu")
                        .with(as("leader.stc"))
                        .with(csrf())
                        .param("viec", taskOne, taskTwo))
                .andExpect(status().isBadRequest());
        mvc.perform(post("/viec/duyet-nhieu/bieu-mau")
                        .with(as("leader.stc"))
                        .with(csrf())
                        .param("viec", taskOne, taskTwo)
                        .param("planDecision", "APPROVED"))
                .andExpect(status().isOk());
        assertThat(desk.steps(one)).as("drawing fields anew decides nothing").containsExactly("approvePlan");
        mvc.perform(post("/viec/duyet-nhieu")
                        .with(as("leader.stc"))
                        .with(csrf())
                        .param("viec", taskOne, taskTwo)
                        .param("planDecision", "APPROVED"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Đã xong 2/2 hồ sơ")));
        assertThat(desk.steps(one)).containsExactly("execute");
        assertThat(desk.steps(third)).containsExactly("approvePlan");
        mvc.perform(get("/viec/duyet-nhieu")
                        .with(as("officer.stc"))
                        .param("viec", desk.task(third, "approvePlan").taskId()))
                .andExpect(status().isForbidden());
    }

    private String planned(String unit) {
        String number = assignment.forUnit(unit);
        String officer = "officer." + unit.toLowerCase(java.util.Locale.ROOT);
        desk.does(officer, number, "acceptAssignment", "acceptance", "ACCEPT");
        desk.does(officer, number, "planExecution", "steps", "a", "milestones", "b");
        return number;
    }

    @Test
    void theListGoesOutAsCsvThatNeverBecomesAFormula() throws Exception {
        assignment.forUnit("SYT");
        mvc.perform(get("/ho-so.csv").with(as("officer.syt")))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", containsString("attachment")))
                .andExpect(content().string(containsString("Sở Y tế")));
    }

    @Test
    void aListThatIsLookedAtSaysWhenItChanged() throws Exception {
        String list = mvc.perform(get("/viec/don-vi").with(as("officer.stttt")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        String asked = list.replaceAll("(?s).*hx-get=\"([^\"]+)\".*", "$1").replace("&amp;", "&");
        assertThat(asked).startsWith("/viec/thay-doi?dau=").endsWith("don-vi=true");
        var first = mvc.perform(get(asked).with(as("officer.stttt")))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("vừa thay đổi"))))
                .andReturn();
        String tag = first.getResponse().getHeader("ETag");
        mvc.perform(get(asked).header("If-None-Match", tag).with(as("officer.stttt")))
                .andExpect(status().isNotModified());

        clock.advanceTo(LocalDate.of(2017, 2, 21));
        assignment.forUnit("STTTT");

        mvc.perform(get(asked).header("If-None-Match", tag).with(as("officer.stttt")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("vừa thay đổi")))
                .andExpect(content().string(containsString("href=\"/viec/don-vi\"")));
    }

    @Test
    void theSectionsArePlacesThatOpenToThePerson() throws Exception {
        mvc.perform(get("/viec").with(as("officer.syt")))
                .andExpect(content().string(containsString("Việc của đơn vị")))
                .andExpect(content().string(containsString("Nghiệp vụ")))
                .andExpect(content().string(not(containsString("/mo-hinh"))))
                .andExpect(content().string(not(containsString("/quan-tri"))))
                .andExpect(content().string(not(containsString("/trach-nhiem"))));
        mvc.perform(get("/bao-cao").with(as("leader.syt")))
                .andExpect(content().string(containsString("href=\"/trach-nhiem\"")))
                .andExpect(content().string(containsString("aria-current=\"true\">Nghiệp vụ")))
                .andExpect(content().string(containsString("aria-current=\"page\">Báo cáo")));
        mvc.perform(get("/quan-tri").with(as("admin")))
                .andExpect(content().string(containsString("aria-current=\"page\">Quản trị")));
        mvc.perform(get("/mo-hinh").with(as("modeler")))
                .andExpect(content().string(containsString("aria-current=\"page\">Mô hình")));
    }
}
