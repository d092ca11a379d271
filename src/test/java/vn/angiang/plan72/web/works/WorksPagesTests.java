package vn.angiang.plan72.web.works;

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
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.angiang.plan72.flow.Flows;
import vn.angiang.plan72.support.As;
import vn.angiang.plan72.support.Clockwork;
import vn.angiang.plan72.support.IntegrationTest;

/** Who sees whose works, and what is said to wrong entries. */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorksPagesTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Flows flows;

    @Autowired
    As as;

    @Autowired
    Clockwork clock;

    private String path = "";

    @BeforeEach
    void aListIsProposed() {
        clock.set(LocalDate.of(2019, 3, 5));
        if (path.isEmpty()) {
            var opening = new Flows.Opening("smallWorks", "Công trình nhỏ năm 2019", "H894", 2019, null, null);
            path = "/cong-trinh/ho-so/" + as.call("officer.h894", () -> flows.start(opening, as.actor("officer.h894")));
        }
    }

    private MockHttpServletRequestBuilder entry(String username) {
        return post(path)
                .with(user(username))
                .with(csrf())
                .param("name", "Cống ấp <b>Một</b>")
                .param("hamlet", "Ấp Một")
                .param("communes", "1")
                .param("state", "500.000.000")
                .param("people", "50000000")
                .param("typicalDesign", "true")
                .param("onList", "true")
                .param("meetingOn", "1/3/2019")
                .param("attended", "40")
                .param("agreed", "38");
    }

    @Test
    void anotherUnitsListIsNotThere() throws Exception {
        for (String stranger : List.of("officer.h886", "leader.syt", "officer.x30280")) {
            mvc.perform(get(path).with(user(stranger))).andExpect(status().isNotFound());
            mvc.perform(entry(stranger)).andExpect(status().isNotFound());
            for (String act : List.of("/bo", "/nhat-ky")) {
                mvc.perform(post(path + act)
                                .with(user(stranger))
                                .with(csrf())
                                .param("id", "1")
                                .param("seenOn", "1/3/2019"))
                        .andExpect(status().isNotFound());
            }
        }
        mvc.perform(get("/cong-trinh/ho-so/HS-2019-999999").with(user("officer.h894")))
                .andExpect(status().isNotFound());
    }

    @Test
    void worksAreAddedByTheLeadUnitAndMistakesAreNamedAtTheirFields() throws Exception {
        mvc.perform(entry("leader.h894").param("commune", "X30682")).andExpect(status().isForbidden());
        mvc.perform(entry("officer.h894").param("commune", "X30280"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("#f-commune")))
                .andExpect(content().string(containsString("500.000.000")))
                .andExpect(content().string(not(containsString("<b>Một</b>"))));
        mvc.perform(post(path)
                        .with(user("officer.h894"))
                        .with(csrf())
                        .param("state", "nửa tỷ")
                        .param("attended", "nhiều")
                        .param("meetingOn", "31/02/2019"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("#f-state")))
                .andExpect(content().string(containsString("#f-attended")))
                .andExpect(content().string(containsString("#f-meetingOn")));
        mvc.perform(entry("officer.h894").param("commune", "X30682")).andExpect(redirectedUrl(path));
        mvc.perform(get("/cong-trinh?nam=2019").with(user("officer.h894")))
                .andExpect(content().string(containsString("&lt;b&gt;Một")));
        mvc.perform(get("/cong-trinh?nam=2019").with(user("officer.h886")))
                .andExpect(content().string(not(containsString("ấp &lt;b&gt;"))));
    }

    @Test
    void aForgedWorkIsNotThere() throws Exception {
        for (String id : List.of("999999", "-1", "abc", "")) {
            mvc.perform(post(path + "/bo")
                            .with(user("officer.h894"))
                            .with(csrf())
                            .param("id", id))
                    .andExpect(status().isNotFound());
            mvc.perform(post(path + "/nhat-ky")
                            .with(user("officer.h894"))
                            .with(csrf())
                            .param("id", id)
                            .param("seenOn", "1/3/2019")
                            .param("finding", "GOOD")
                            .param("text", "x"))
                    .andExpect(status().isNotFound());
        }
    }
}
