package vn.angiang.plan72.web.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import vn.angiang.plan72.casefile.CaseState;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.casefile.NewCase;
import vn.angiang.plan72.casefile.NoticeWanted;
import vn.angiang.plan72.notification.Notices;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.support.Clockwork;
import vn.angiang.plan72.support.IntegrationTest;

@IntegrationTest
class NoticePagesTests {

    private static final String WHO = "officer.skhcn";

    @Autowired
    MockMvc mvc;

    @Autowired
    Cases cases;

    @Autowired
    Notices notices;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Clockwork clock;

    private String number;

    @BeforeEach
    void aNotice() {
        clock.set(LocalDate.of(2017, 2, 20));
        notices.readAll(WHO, Long.MAX_VALUE);
        number = transaction.execute(tx -> {
            var file = cases.open(
                    new NewCase(
                            "NV",
                            "thu",
                            "Hỗ trợ <b>nhà ở</b>",
                            null,
                            null,
                            "SKHCN",
                            "SLDTBXH",
                            Set.of(),
                            2017,
                            "mandatory",
                            CaseState.DANG_THUC_HIEN,
                            null),
                    Actor.SYSTEM);
            events.publishEvent(new NoticeWanted(
                    file.number(), List.of("officer.SKHCN"), "notification.remind.after", List.of("7", "1/2"), false));
            return file.number();
        });
    }

    private String page(String url) throws Exception {
        return mvc.perform(get(url).with(user(WHO)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void aPersonSeesTheOwnNoticesAndTheirNumberInTheHeader() throws Exception {
        String html = page("/thong-bao");
        assertThat(html).contains("đã quá hạn 7 ngày làm việc", "Xem hồ sơ " + number, "Chưa đọc");
        assertThat(html).contains("Hỗ trợ &lt;b&gt;nhà ở&lt;/b&gt;").doesNotContain("<b>nhà ở");
        assertThat(html).contains("<span class=\"p72-nav__count\">1</span>");
        assertThat(page("/thong-bao?ngon-ngu=en")).contains("Reminder: case " + number);
    }

    @Test
    void openingANoticeMarksItAsReadAndGoesToTheCase() throws Exception {
        long id = notices.page(WHO, null, 1).notices().get(0).id();
        mvc.perform(post("/thong-bao/" + id).with(user(WHO)).with(csrf())).andExpect(redirectedUrl("/ho-so/" + number));
        assertThat(notices.unread(WHO)).isZero();
        mvc.perform(post("/thong-bao/" + id).with(user("leader.skhcn")).with(csrf()))
                .andExpect(status().isNotFound());
        mvc.perform(post("/thong-bao/khong-phai-so").with(user(WHO)).with(csrf()))
                .andExpect(status().isBadRequest());
    }

    @Test
    void allThatWasShownIsMarkedAtOnce() throws Exception {
        long id = notices.page(WHO, null, 1).notices().get(0).id();
        mvc.perform(post("/thong-bao/da-doc")
                        .param("den", "" + id)
                        .with(user(WHO))
                        .with(csrf()))
                .andExpect(redirectedUrl("/thong-bao"));
        assertThat(notices.unread(WHO)).isZero();
        assertThat(page("/thong-bao")).doesNotContain("p72-nav__count");
    }

    @Test
    void theOutboxIsForAdministratorsOnly() throws Exception {
        String html = mvc.perform(get("/quan-tri/thu").with(user("admin")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(html).contains(WHO + "@plan72.example", "Chờ gửi", "chưa nối máy chủ thư");
        mvc.perform(get("/quan-tri/thu?tinh-trang=FAILED").with(user("admin"))).andExpect(status().isOk());
        mvc.perform(get("/quan-tri/thu?tinh-trang=x&truoc=1").with(user("admin")))
                .andExpect(status().isOk());
        mvc.perform(get("/quan-tri/thu").with(user(WHO))).andExpect(status().isForbidden());
        mvc.perform(post("/quan-tri/thu/1/gui-lai").with(user(WHO)).with(csrf()))
                .andExpect(status().isForbidden());
    }
}
