package vn.angiang.plan72.web.modelling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import vn.angiang.plan72.support.Clockwork;
import vn.angiang.plan72.support.IntegrationTest;

/** The pages of a trial, as a browser uses them. */
@IntegrationTest
class TrialPagesTests {

    private static final Pattern REVISION = Pattern.compile("name=\"p72-revision\" value=\"(\\d+)\"");
    private static final String TASK = "UserTask_doWork.1";

    @Autowired
    MockMvc mvc;

    @Autowired
    Clockwork clock;

    @Autowired
    JdbcClient jdbc;

    private String trial;

    @BeforeEach
    void aDraftOfItsOwn() throws Exception {
        clock.set(LocalDate.of(2017, 2, 20));
        String draft = mvc.perform(post("/mo-hinh/tao")
                        .param("name", "Thử trang")
                        .with(csrf())
                        .with(user("modeler")))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getHeader("Location");
        trial = draft + "/thu";
    }

    @AfterEach
    void givenUp() throws Exception {
        sent("/dung");
        jdbc.sql("update model_draft set state = 'WITHDRAWN' where state = 'EDITING'")
                .update();
    }

    private ResultActions seen(String page) throws Exception {
        return mvc.perform(get(trial + page).with(user("modeler")));
    }

    private ResultActions sent(String address, String... inputs) throws Exception {
        var request = post(trial + address).with(csrf()).with(user("modeler"));
        for (int i = 0; i < inputs.length; i += 2) {
            request.param(inputs[i], inputs[i + 1]);
        }
        return mvc.perform(request);
    }

    private String revision() throws Exception {
        Matcher found = REVISION.matcher(seen("").andReturn().getResponse().getContentAsString());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    @Test
    void aTrialIsBegunAnsweredAndStopped() throws Exception {
        seen("").andExpect(status().isOk()).andExpect(content().string(containsString("Bắt đầu chạy thử")));
        sent("/bat-dau", "leadUnit", "KHONG_CO", "year", "17")
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("Chọn đơn vị chủ trì.")))
                .andExpect(content().string(containsString("Nhập năm của hồ sơ")));
        sent("/bat-dau", "leadUnit", "SYT", "year", "2017").andExpect(redirectedUrl(trial));
        seen("").andExpect(content().string(containsString("Thực hiện công việc")))
                .andExpect(content().string(containsString("Chuyên viên – Sở Y tế")))
                .andExpect(content().string(containsString("27/02/2017")))
                .andExpect(content().string(containsString("data-current=\"UserTask_doWork\"")));
        sent("/dung").andExpect(redirectedUrl(trial));
        seen("").andExpect(content().string(containsString("Bắt đầu chạy thử")));
    }

    @Test
    void theFormIsTheOfficersOwnAndChecked() throws Exception {
        sent("/bat-dau", "leadUnit", "SYT", "year", "2017");
        String revision = revision();
        seen("/viec?p72-task=" + TASK)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Kết quả")))
                .andExpect(content().string(containsString("Chạy thử: Thực hiện công việc")));
        sent("/viec/bieu-mau?p72-task=" + TASK, "result", "Đang gõ")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Đang gõ")))
                .andExpect(content().string(not(containsString("<html"))));
        sent("/viec?p72-task=" + TASK, "p72-revision", revision, "result", "")
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("Nhập kết quả")));
        sent("/viec?p72-task=" + TASK, "p72-revision", revision, "result", "Xong")
                .andExpect(redirectedUrl(trial));
        seen("").andExpect(content().string(containsString("Quy trình đã kết thúc: Đã thực hiện.")));
        sent("/viec?p72-task=" + TASK, "p72-revision", revision, "result", "Lại")
                .andExpect(status().isConflict());
        seen("/viec?p72-task=" + TASK).andExpect(status().isNotFound());
    }

    @Test
    void timeIsTypedAsADay() throws Exception {
        sent("/bat-dau", "leadUnit", "SYT", "year", "2017");
        sent("/thoi-gian", "p72-revision", revision(), "ngay", "hôm nào")
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("Nhập ngày")));
        sent("/thoi-gian", "p72-revision", revision(), "ngay", "15/3/2017").andExpect(redirectedUrl(trial));
        seen("").andExpect(content().string(containsString("23:59 15/03/2017")));
        sent("/thoi-gian", "p72-revision", revision(), "den", "chiều mai").andExpect(status().isConflict());
        sent("/thong-diep", "p72-revision", revision(), "thong-diep", "Event_x.1")
                .andExpect(status().isNotFound());
    }

    @Test
    void nobodyButModelersSeesATrialAndNotThatOfAnother() throws Exception {
        sent("/bat-dau", "leadUnit", "SYT", "year", "2017");
        for (String other : new String[] {"officer.syt", "supervisor", "admin"}) {
            mvc.perform(get(trial).with(user(other))).andExpect(status().isForbidden());
            mvc.perform(post(trial + "/bat-dau").with(csrf()).with(user(other))).andExpect(status().isForbidden());
        }
        mvc.perform(get(trial).with(user("modeler2")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Bắt đầu chạy thử")));
        mvc.perform(get(trial + "/viec?p72-task=" + TASK).with(user("modeler2")))
                .andExpect(status().isNotFound());
        mvc.perform(post(trial + "/dung").with(user("modeler"))).andExpect(status().isForbidden());
        mvc.perform(get("/mo-hinh/ban-nhap/999999/thu").with(user("modeler"))).andExpect(status().isNotFound());
    }
}
