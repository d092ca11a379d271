package vn.angiang.plan72.web.reporting;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import vn.angiang.plan72.reporting.Completeness;
import vn.angiang.plan72.reporting.Periods;
import vn.angiang.plan72.reporting.UnitReport;
import vn.angiang.plan72.support.As;
import vn.angiang.plan72.support.Clockwork;
import vn.angiang.plan72.support.IntegrationTest;

/** Who sees which report, and what is said to wrong figures. */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportPagesTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Periods periods;

    @Autowired
    Completeness completeness;

    @Autowired
    As as;

    @Autowired
    Clockwork clock;

    private String code = "";
    private String number = "";

    @BeforeEach
    void aPeriodIsOpen() {
        clock.set(LocalDate.of(2019, 8, 1));
        if (code.isEmpty()) {
            code = as.call(
                    "officer.sldtbxh",
                    () -> periods.planAdHoc(
                            "Báo cáo thử trang",
                            LocalDate.of(2019, 9, 5),
                            Set.of("POV_HH", "POV_RATE"),
                            false,
                            as.actor("officer.sldtbxh")));
            clock.advanceTo(LocalDate.of(2019, 8, 2));
            number = report("H889").caseNumber();
        }
    }

    private UnitReport report(String unit) {
        return as
                .call("officer.sldtbxh", () -> completeness.ofPeriod(periods.byCode(code), as.actor("officer.sldtbxh")))
                .stream()
                .map(Completeness.Field::report)
                .filter(r -> r.unit().equals(unit))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anotherUnitReachesNothingOfAReport() throws Exception {
        for (String stranger : List.of("officer.h886", "leader.syt", "modeler")) {
            for (String path : List.of("/so-lieu", "/mau.xlsx", "/bao-cao.docx", "/bao-cao.pdf")) {
                mvc.perform(get("/bao-cao/" + number + path).with(user(stranger)))
                        .andExpect(status().isForbidden());
            }
            mvc.perform(post("/bao-cao/" + number + "/so-lieu")
                            .with(user(stranger))
                            .with(csrf())
                            .param("v.POV_HH", "1"))
                    .andExpect(status().isForbidden());
            mvc.perform(multipart("/bao-cao/" + number + "/tep")
                            .file(new MockMultipartFile("tep", "a.xlsx", "", new byte[] {1}))
                            .with(user(stranger))
                            .with(csrf()))
                    .andExpect(status().isForbidden());
        }
    }

    @Test
    void theProvincesFiguresAreForThoseWhoSeeAllUnits() throws Exception {
        for (String path : List.of("/tong-hop", "/tong-hop.xlsx", "/tong-hop/POV_HH")) {
            mvc.perform(get("/bao-cao/ky/" + code + path).with(user("officer.h889")))
                    .andExpect(status().isForbidden());
            mvc.perform(get("/bao-cao/ky/" + code + path).with(user("leader.ubnd_tinh")))
                    .andExpect(status().isOk());
        }
        mvc.perform(get("/bao-cao/ky/" + code).with(user("officer.h889")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Châu Phú")))
                .andExpect(content().string(not(containsString("An Phú"))));
        mvc.perform(get("/bao-cao/ky/" + code + "/dinh-chinh?don-vi=H889&chi-tieu=POV_HH")
                        .with(user("officer.sldtbxh")))
                .andExpect(status().isForbidden());
    }

    @Test
    void whatCannotBeReadAsANumberIsNamedAndEverythingTypedStays() throws Exception {
        mvc.perform(post("/bao-cao/" + number + "/so-lieu")
                        .with(user("officer.h889"))
                        .with(csrf())
                        .param("p72-revision", "" + report("H889").revision())
                        .param("v.POV_HH", "ba nghìn")
                        .param("n.POV_RATE", "3.502")
                        .param("d.POV_RATE", "60099")
                        .param("r.POV_HH", "<script>alert(1)</script>"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("Số hộ nghèo: nhập một số")))
                .andExpect(content().string(containsString("ba nghìn")))
                .andExpect(content().string(containsString("60099")))
                .andExpect(content().string(not(containsString("<script>alert"))));
    }

    @Test
    void aSheetSomebodyElseChangedMeanwhileIsAConflictAndKeepsWhatWasTyped() throws Exception {
        mvc.perform(post("/bao-cao/" + number + "/so-lieu")
                        .with(user("officer.h889"))
                        .with(csrf())
                        .param("p72-revision", "999")
                        .param("v.POV_HH", "3502"))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("Người khác vừa sửa")))
                .andExpect(content().string(containsString("3502")));
    }

    @Test
    void aFileThatIsNoWorkbookIsRefusedInWords() throws Exception {
        mvc.perform(multipart("/bao-cao/" + number + "/tep")
                        .file(new MockMultipartFile("tep", "x.xlsx", "", "không phải Excel".getBytes("UTF-8")))
                        .param("p72-revision", "" + report("H889").revision())
                        .with(user("officer.h889"))
                        .with(csrf()))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("Không đọc được tệp")));
    }

    @Test
    void downloadsSayWhatTheyAre() throws Exception {
        mvc.perform(get("/bao-cao/" + number + "/bao-cao.pdf").with(user("officer.h889")))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", containsString("application/pdf")))
                .andExpect(header().string("Content-Disposition", containsString("attachment")));
        mvc.perform(get("/bao-cao/" + number + "/mau.xlsx").with(user("officer.h889")))
                .andExpect(status().isOk());
    }

    @Test
    void wrongPlansAreRefusedWithWords() throws Exception {
        mvc.perform(post("/bao-cao/dot-xuat")
                        .with(user("officer.sldtbxh"))
                        .with(csrf())
                        .param("name", "Báo cáo lũ")
                        .param("dueOn", "31/02/2019"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("Báo cáo lũ")));
        mvc.perform(post("/bao-cao/lap").with(user("officer.h889")).with(csrf()).param("nam", "2019"))
                .andExpect(status().isForbidden());
        mvc.perform(get("/bao-cao/ky/2099-Q1").with(user("officer.sldtbxh"))).andExpect(status().isNotFound());
        mvc.perform(get("/bao-cao/bieu-do?chi-tieu=KHONG_CO").with(user("officer.sldtbxh")))
                .andExpect(status().isNotFound());
    }
}
