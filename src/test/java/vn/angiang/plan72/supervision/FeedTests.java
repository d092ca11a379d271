package vn.angiang.plan72.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import vn.angiang.plan72.support.As;
import vn.angiang.plan72.support.Clockwork;
import vn.angiang.plan72.support.IntegrationTest;
import vn.angiang.plan72.support.SomeAssignment;

/** A person's due dates in the person's own calendar program, without signing in and without telling too much. */
@IntegrationTest
class FeedTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    SomeAssignment assignment;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    As as;

    @Autowired
    Clockwork clock;

    @BeforeEach
    void february2017() {
        clock.set(LocalDate.of(2017, 2, 20));
    }

    private String addressOf(String username) throws Exception {
        String address = Objects.requireNonNull(
                        mvc.perform(post("/lich").with(csrf()).with(user(username)))
                                .andExpect(status().is3xxRedirection())
                                .andReturn()
                                .getFlashMap()
                                .get("address"))
                .toString();
        return address.substring(address.indexOf("/lich/"));
    }

    private String read(String address) throws Exception {
        return mvc.perform(get(address))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private static String unfolded(String calendar) {
        return calendar.replace("\r\n ", "");
    }

    @Test
    void theCalendarHoldsTheDueDatesOfTheUnitAndOfNobodyElse() throws Exception {
        String own = assignment.forUnit("SXD");
        String foreign = assignment.forUnit("STP");
        String calendar = read(addressOf("officer.sxd"));
        assertThat(calendar).startsWith("BEGIN:VCALENDAR\r\n").endsWith("END:VCALENDAR\r\n");
        assertThat(unfolded(calendar))
                .contains("SUMMARY:Tiếp nhận nhiệm vụ – " + own)
                .doesNotContain(foreign);
        assertThat(calendar.lines()).allMatch(l -> l.getBytes(StandardCharsets.UTF_8).length <= 75);
    }

    @Test
    void theSecretIsNotKeptAndCanBeRevoked() throws Exception {
        String address = addressOf("officer.syt");
        String secret = address.replaceAll(".*/|\\.ics", "");
        assertThat(jdbc.sql("select token_hash from calendar_feed where username = 'officer.syt'")
                        .query(String.class)
                        .single())
                .isNotEqualTo(secret);
        read(address);
        String newer = addressOf("officer.syt");
        mvc.perform(get(address)).andExpect(status().isNotFound());
        read(newer);
        mvc.perform(post("/lich/thu-hoi").with(csrf()).with(user("officer.syt")));
        mvc.perform(get(newer)).andExpect(status().isNotFound());
    }

    @Test
    void ofARestrictedCaseOnlyTheNumberLeavesTheHouse() throws Exception {
        String number = assignment.forUnit("SNV");
        jdbc.sql("update case_file set restricted = true where number = ?")
                .param(number)
                .update();
        try {
            assertThat(unfolded(read(addressOf("officer.snv")))).contains("SUMMARY:" + number + "\r\n");
        } finally {
            jdbc.sql("update case_file set restricted = false where number = ?")
                    .param(number)
                    .update();
        }
    }

    @Test
    void whoAsksTooOftenIsToldToWait() throws Exception {
        String address = addressOf("officer.sct");
        int last = 200;
        for (int i = 0; i < 61; i++) {
            last = mvc.perform(get(address).with(r -> {
                        r.setRemoteAddr("192.0.2.7");
                        return r;
                    }))
                    .andReturn()
                    .getResponse()
                    .getStatus();
        }
        assertThat(last).isEqualTo(429);
        mvc.perform(get("/lich")).andExpect(status().is3xxRedirection());
    }

    @Test
    void textIsEscapedAndLongLinesAreFoldedBetweenCharacters() {
        String title = "Rà soát, thống kê; lập danh sách\nhộ nghèo \\ cận nghèo " + "ệ".repeat(80);
        String calendar = new FeedWriter("Lịch")
                .event("1@plan72", Instant.EPOCH, LocalDate.of(2017, 2, 28), title, "")
                .end();
        assertThat(unfolded(calendar))
                .contains("Rà soát\\, thống kê\\; lập danh sách\\nhộ nghèo \\\\ cận nghèo " + "ệ".repeat(80))
                .contains("DTSTART;VALUE=DATE:20170228\r\nDTEND;VALUE=DATE:20170301\r\n");
        assertThat(calendar.lines()).allMatch(l -> l.getBytes(StandardCharsets.UTF_8).length <= 75);
    }
}
