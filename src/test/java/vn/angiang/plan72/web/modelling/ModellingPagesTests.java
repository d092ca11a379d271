package vn.angiang.plan72.web.modelling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.angiang.plan72.support.Clockwork;
import vn.angiang.plan72.support.IntegrationTest;

/** The pages and addresses of modelers, as a browser uses them. */
@IntegrationTest
class ModellingPagesTests {

    private static final String FORM = "forms/commune-list/approve-list.form";

    @Autowired
    MockMvc mvc;

    @Autowired
    Clockwork clock;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void february2017() {
        clock.set(LocalDate.of(2017, 2, 20));
    }

    @AfterEach
    void givenUp() {
        jdbc.sql("update model_draft set state = 'WITHDRAWN' where state = 'EDITING'")
                .update();
    }

    private String draft() throws Exception {
        String address = mvc.perform(post("/mo-hinh/commune-list/ban-nhap")
                        .param("title", "Rút thời hạn")
                        .with(csrf())
                        .with(user("modeler")))
                .andExpect(status().is3xxRedirection())
                .andExpect(header().string("Location", startsWith("/mo-hinh/ban-nhap/")))
                .andReturn()
                .getResponse()
                .getHeader("Location");
        return address;
    }

    private MockHttpServletRequestBuilder saving(String draft, String revision, String text) {
        return put(draft + "/noi-dung")
                .queryParam("tep", FORM)
                .header("If-Match", revision)
                .contentType("text/plain;charset=UTF-8")
                .content(text)
                .with(csrf())
                .with(user("modeler"));
    }

    @Test
    void everyPageOfAModelerIsShownAndOthersAreRefused() throws Exception {
        String draft = draft();
        for (String page : List.of(
                "/mo-hinh",
                "/mo-hinh/commune-list",
                "/mo-hinh/commune-list/so-do.bpmn",
                draft,
                draft + "/so-sanh",
                draft + "/sua?tep=" + FORM,
                draft + "/noi-dung?tep=" + FORM,
                draft + "/khac?tep=" + FORM,
                draft + "/ban-goc?tep=" + FORM)) {
            mvc.perform(get(page).with(user("modeler"))).andExpect(status().isOk());
            for (String other : List.of("officer.sldtbxh", "leader.ubnd_tinh", "supervisor", "admin")) {
                mvc.perform(get(page).with(user(other))).andExpect(status().isForbidden());
            }
        }
    }

    @Test
    void aFileIsSavedOverTheRevisionThatWasSeenAndNoOther() throws Exception {
        String draft = draft();
        mvc.perform(get(draft + "/noi-dung").param("tep", FORM).with(user("modeler")))
                .andExpect(header().string("X-Revision", "1"))
                .andExpect(content().contentType("text/plain;charset=UTF-8"))
                .andExpect(content().string(containsString("Phê duyệt danh sách?")));
        mvc.perform(saving(draft, "1", "{\"ghi\":\"chú\"}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.revision").value(2))
                .andExpect(jsonPath("$.savedAt").isNotEmpty());
        mvc.perform(saving(draft, "1", "{}"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.revision").value(2))
                .andExpect(jsonPath("$.by").value("Trần Ngọc Mẫu (thử)"));
        mvc.perform(saving(draft, "", "{}")).andExpect(status().isPreconditionRequired());
        mvc.perform(saving(draft, "2", "x".repeat(500_001))).andExpect(status().isPayloadTooLarge());
        mvc.perform(get(draft + "/noi-dung").param("tep", FORM).with(user("modeler")))
                .andExpect(content().string("{\"ghi\":\"chú\"}"));
    }

    @Test
    void theComparisonSaysInWordsWhatChanged() throws Exception {
        String draft = draft();
        String text = mvc.perform(get(draft + "/noi-dung").param("tep", FORM).with(user("modeler")))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        mvc.perform(saving(draft, "1", text.replace("Phê duyệt danh sách?", "Duyệt danh sách?")))
                .andExpect(status().isOk());
        String said = "Nhãn của ô “Duyệt danh sách?”: Phê duyệt danh sách? → Duyệt danh sách?";
        mvc.perform(get(draft + "/khac").param("tep", FORM).with(user("modeler")))
                .andExpect(jsonPath("$.length()").value(1))
                .andExpect(jsonPath("$[0].kind").value("changed"))
                .andExpect(jsonPath("$[0].text").value(said));
        mvc.perform(get(draft + "/so-sanh").with(user("modeler")))
                .andExpect(content().string(containsString(said)));
    }

    @Test
    void theGateAnswersTheEditorBeforeAnythingIsSaved() throws Exception {
        mvc.perform(post(draft() + "/kiem-tra")
                        .contentType("application/json")
                        .content("{\"name\":\"" + FORM + "\",\"content\":\"{}\"}")
                        .with(csrf())
                        .with(user("modeler")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[0].resource").value(FORM))
                .andExpect(jsonPath("$[0].code").isNotEmpty())
                .andExpect(jsonPath("$[0].message").isNotEmpty())
                .andExpect(jsonPath("$[0].severity").value("error"));
    }

    @Test
    void nothingChangesWithoutTheTokenOfThePage() throws Exception {
        String draft = draft();
        mvc.perform(put(draft + "/noi-dung")
                        .queryParam("tep", FORM)
                        .header("If-Match", "1")
                        .contentType("text/plain")
                        .content("x")
                        .with(user("modeler")))
                .andExpect(status().isForbidden());
        mvc.perform(post(draft + "/trinh").param("reason", "x").with(user("modeler")))
                .andExpect(status().isForbidden());
    }

    @Test
    void onlyTheEditorsOfFormsAndTablesMayCarryStyleElements() throws Exception {
        String draft = draft();
        mvc.perform(get(draft + "/sua").param("tep", FORM).with(user("modeler")))
                .andExpect(
                        header().string("Content-Security-Policy", containsString("style-src 'self' 'unsafe-inline'")));
        mvc.perform(get(draft + "/sua")
                        .param("tep", "bpmn/commune-list/commune-list.bpmn")
                        .with(user("modeler")))
                .andExpect(header().string(
                                "Content-Security-Policy", not(containsString("style-src 'self' 'unsafe-inline'"))));
    }

    @Test
    void aRefusalKeepsWhatWasTyped() throws Exception {
        String draft = draft();
        mvc.perform(post(draft + "/trinh")
                        .param("reason", "Vì tỉnh yêu cầu")
                        .with(csrf())
                        .with(user("modeler")))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("bản nháp không khác bản đang dùng")))
                .andExpect(content().string(containsString("Vì tỉnh yêu cầu")));
        mvc.perform(post("/mo-hinh/tao").param("name", "!!!").with(csrf()).with(user("modeler")))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("Tên thư mục gồm chữ thường không dấu")));
    }

    @Test
    void filesComeInAndGoOutWithoutLoss() throws Exception {
        byte[] archive = mvc.perform(get("/mo-hinh/commune-list/tai").with(user("modeler")))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", containsString("commune-list.zip")))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        var request = multipart("/mo-hinh/nhap");
        var names = new ArrayList<String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
                request.file(new MockMultipartFile("files", entry.getName(), "text/plain", zip.readAllBytes()));
            }
        }
        assertThat(names).contains("bpmn/commune-list/commune-list.bpmn", FORM).hasSizeGreaterThan(6);
        String draft = mvc.perform(request.param("title", "Từ máy").with(csrf()).with(user("modeler")))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getHeader("Location");
        mvc.perform(get(draft + "/so-sanh").with(user("modeler")))
                .andExpect(content().string(containsString("Bản nháp không khác bản đang dùng")));
    }
}
