package vn.angiang.plan72.web.capital;

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

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import vn.angiang.plan72.capital.CapitalCases;
import vn.angiang.plan72.support.Clockwork;
import vn.angiang.plan72.support.IntegrationTest;

/** Who sees whose capital, and what is said to wrong figures. */
@IntegrationTest
@Import(CapitalCases.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CapitalPagesTests {

    private static final String LEDGER = "/phan-bo-von/2018/H892";

    @Autowired
    MockMvc mvc;

    @Autowired
    CapitalCases capital;

    @Autowired
    Clockwork clock;

    private String round = "";
    private String draft = "";

    @BeforeEach
    void capitalIsGiven() {
        clock.set(LocalDate.of(2017, 12, 20));
        if (round.isEmpty()) {
            round = capital.give(2018, "H892;NSTW_DT;DA2;1000", "H893;NSTW_DT;DA2;2000");
            draft = capital.open("SKHDT", 2018);
        }
    }

    private String revision() {
        return String.valueOf(capital.ledger(2018, "H892").revision());
    }

    @Test
    void anotherDistrictsCapitalIsNotThere() throws Exception {
        for (String stranger : List.of("officer.h893", "leader.syt", "modeler", "officer.x30280")) {
            for (String path : List.of("", "/mau.xlsx", "/quyet-dinh.pdf", "/quyet-dinh.docx")) {
                mvc.perform(get(LEDGER + path).with(user(stranger))).andExpect(status().isNotFound());
            }
            for (String path : List.of("/phan-bo", "/giai-ngan", "/quyet-toan")) {
                mvc.perform(post(LEDGER + path)
                                .with(user(stranger))
                                .with(csrf())
                                .param("amount.0", "1"))
                        .andExpect(status().isNotFound());
            }
            mvc.perform(multipart(LEDGER + "/tep")
                            .file(new MockMultipartFile("tep", "a.xlsx", "", new byte[] {1}))
                            .with(user(stranger))
                            .with(csrf()))
                    .andExpect(status().isNotFound());
        }
    }

    @Test
    void forgedYearsDistrictsAndCasesAreNotThere() throws Exception {
        for (String path : List.of(
                "/phan-bo-von/2018/H999",
                "/phan-bo-von/2099/H892",
                "/phan-bo-von/ho-so/HS-2018-999999",
                "/phan-bo-von/ho-so/HS-2018-999999/mau.xlsx",
                "/phan-bo-von?theo=khong-co",
                "/phan-bo-von?nam=1e9",
                "/phan-bo-von/bang.xlsx?nam=abc")) {
            mvc.perform(get(path).with(user("officer.skhdt"))).andExpect(status().isNotFound());
        }
        mvc.perform(get("/phan-bo-von/ho-so/" + draft).with(user("officer.h892")))
                .andExpect(status().isNotFound());
    }

    @Test
    void theOverviewShowsADistrictItselfAndTheProvinceAll() throws Exception {
        mvc.perform(get("/phan-bo-von?nam=2018").with(user("officer.h892")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Châu Thành")))
                .andExpect(content().string(not(containsString("Chợ Mới"))));
        for (String view : List.of("huyen", "nguon", "du-an")) {
            mvc.perform(get("/phan-bo-von?nam=2018&theo=" + view).with(user("leader.ubnd_tinh")))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("Tổng cộng")));
        }
        mvc.perform(get("/phan-bo-von?nam=2018&theo=huyen&ma=H893").with(user("officer.stc")))
                .andExpect(content().string(containsString("Từ đâu ra: Huyện Chợ Mới")));
        mvc.perform(get("/phan-bo-von/bang.xlsx?nam=2018").with(user("officer.h892")))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", containsString("von-2018.xlsx")));
    }

    @Test
    void theWorkspaceOfACaseLeadsEverybodyToTheirOwnTable() throws Exception {
        mvc.perform(get("/phan-bo-von/ho-so/" + round).with(user("officer.h892")))
                .andExpect(redirectedUrl(LEDGER));
        mvc.perform(get("/phan-bo-von/ho-so/" + round).with(user("officer.skhdt")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Chợ Mới")));
    }

    @Test
    void whatCannotBeReadIsNamedAndEverythingTypedStays() throws Exception {
        mvc.perform(post(LEDGER + "/phan-bo")
                        .with(user("officer.h892"))
                        .with(csrf())
                        .param("p72-revision", revision())
                        .param("source.0", "VON_LA")
                        .param("project.0", "DA2")
                        .param("commune.0", "X30280")
                        .param("work.0", "<script>alert(1)</script>")
                        .param("amount.0", "một tỷ"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("Dòng 1: chọn nguồn vốn")))
                .andExpect(content().string(containsString("Dòng 1: nhập số tiền bằng đồng")))
                .andExpect(content().string(containsString("X30280")))
                .andExpect(content().string(containsString("một tỷ")))
                .andExpect(content().string(not(containsString("<script>alert"))));
        assertThat(capital.ledger(2018, "H892").lines()).isEmpty();
        mvc.perform(post(LEDGER + "/phan-bo")
                        .with(user("officer.h892"))
                        .with(csrf())
                        .param("p72-revision", revision())
                        .param("own.NS_HUYEN", "-5"))
                .andExpect(status().isBadRequest());
        mvc.perform(post("/phan-bo-von/ho-so/" + draft)
                        .with(user("officer.skhdt"))
                        .with(csrf())
                        .param("p72-revision", "1")
                        .param("district.0", "An Phú")
                        .param("source.0", "NS_HUYEN")
                        .param("project.0", "DA2")
                        .param("amount.0", "1.5"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("Dòng 1: chọn nguồn vốn")));
    }

    @Test
    void aTableSomebodyElseChangedMeanwhileIsAConflictAndKeepsWhatWasTyped() throws Exception {
        mvc.perform(post(LEDGER + "/phan-bo")
                        .with(user("officer.h892"))
                        .with(csrf())
                        .param("p72-revision", "999")
                        .param("source.0", "NSTW_DT")
                        .param("project.0", "DA2")
                        .param("commune.0", "H892")
                        .param("work.0", "Nâng cấp đường")
                        .param("amount.0", "1000"))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("Người khác vừa sửa")))
                .andExpect(content().string(containsString("Nâng cấp đường")));
        mvc.perform(post(LEDGER + "/giai-ngan")
                        .with(user("officer.h892"))
                        .with(csrf())
                        .param("d.1", "5"))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("không ở bước nhập số liệu")));
    }

    @Test
    void onlyTheDistrictsOfficerAndTheLeadsOfficerChangeTables() throws Exception {
        mvc.perform(post(LEDGER + "/phan-bo").with(user("officer.stc")).with(csrf()))
                .andExpect(status().isForbidden());
        mvc.perform(post(LEDGER + "/phan-bo").with(user("leader.h892")).with(csrf()))
                .andExpect(status().isForbidden());
        mvc.perform(post("/phan-bo-von/ho-so/" + draft)
                        .with(user("officer.sldtbxh"))
                        .with(csrf()))
                .andExpect(status().isForbidden());
        mvc.perform(post(LEDGER + "/phan-bo").with(user("officer.h892"))).andExpect(status().isForbidden());
    }

    @Test
    void aFileThatIsNoWorkbookIsRefusedInWords() throws Exception {
        mvc.perform(multipart(LEDGER + "/tep")
                        .file(new MockMultipartFile("tep", "x.xlsx", "", "không phải Excel".getBytes("UTF-8")))
                        .param("p72-revision", revision())
                        .with(user("officer.h892"))
                        .with(csrf()))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("Không đọc được tệp")));
    }

    @Test
    void aDecisionThatIsNotSignedCannotBePrinted() throws Exception {
        mvc.perform(get(LEDGER + "/quyet-dinh.pdf").with(user("officer.h892"))).andExpect(status().isConflict());
        mvc.perform(get("/phan-bo-von/ho-so/" + round + "/quyet-dinh.pdf").with(user("officer.h892")))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", containsString("application/pdf")));
    }

    @Test
    void theTaskLeadsToTheTable() throws Exception {
        mvc.perform(get("/ho-so/" + round).with(user("officer.h892")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("/phan-bo-von/ho-so/" + round)));
    }
}
