package vn.angiang.plan72.web.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.angiang.plan72.support.Clockwork;
import vn.angiang.plan72.support.IntegrationTest;

/** The pages of the flows one may start. */
@IntegrationTest
class FlowPagesTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Clockwork clock;

    @BeforeEach
    void february2017() {
        clock.set(LocalDate.of(2017, 2, 20));
    }

    private MockHttpServletRequestBuilder opening(String title, String unit, String year, String dueOn) {
        return post("/quy-trinh-rieng/policyProposal")
                .param("title", title)
                .param("unit", unit)
                .param("year", year)
                .param("dueOn", dueOn)
                .with(csrf());
    }

    @Test
    void theListSaysWhatEachFlowIsForAndLeavesOutThoseOfOtherModules() throws Exception {
        mvc.perform(get("/quy-trinh-rieng").with(user("officer.syt")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Đề xuất chính sách")))
                .andExpect(content().string(containsString("IV.11 và IV.12")))
                .andExpect(content().string(not(containsString("/quy-trinh-rieng/assignment"))));
        mvc.perform(get("/quy-trinh-rieng/assignment").with(user("officer.syt")))
                .andExpect(status().isNotFound());
        mvc.perform(get("/quy-trinh-rieng/assignment/so-do.bpmn").with(user("officer.syt")))
                .andExpect(status().isNotFound());
    }

    @Test
    void aSupervisorLooksAtAFlowButHasNoFormToOpenACase() throws Exception {
        mvc.perform(get("/quy-trinh-rieng/policyProposal").with(user("supervisor")))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("name=\"title\""))));
        mvc.perform(opening("Thử", "SYT", "2017", "").with(user("supervisor"))).andExpect(status().isForbidden());
    }

    @Test
    void anOpenedCaseIsShownAndListed() throws Exception {
        String address = mvc.perform(opening("Khám chữa bệnh cho người nghèo", "SYT", "2017", "29/09/2017")
                        .with(user("officer.syt")))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        assertThat(address).startsWith("/ho-so/HS-2017-");
        mvc.perform(get(address).with(user("officer.syt")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Nghiên cứu chính sách")))
                .andExpect(content().string(containsString("29/09/2017")));
        mvc.perform(get("/quy-trinh-rieng/policyProposal").with(user("officer.syt")))
                .andExpect(content().string(containsString(address)));
        mvc.perform(get("/quy-trinh-rieng/policyProposal").with(user("officer.stc")))
                .andExpect(content().string(not(containsString(address))));
    }

    @Test
    void mistakesAreNamedBesideTheirFieldsAndWhatWasTypedStays() throws Exception {
        mvc.perform(opening("", "", "20x7", "31/02/2017").with(user("officer.sldtbxh")))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("dueOn-error")))
                .andExpect(content().string(containsString("31/02/2017")));
        mvc.perform(opening("", "", "20x7", "").with(user("officer.sldtbxh")))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("title-error")))
                .andExpect(content().string(containsString("unit-error")))
                .andExpect(content().string(containsString("year-error")))
                .andExpect(content().string(containsString("20x7")));
    }

    @Test
    void withoutTheTokenOfThePageNothingIsOpened() throws Exception {
        mvc.perform(post("/quy-trinh-rieng/policyProposal").param("title", "x").with(user("officer.syt")))
                .andExpect(status().isForbidden());
    }
}
